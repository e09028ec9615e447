import { type QuickPickItem, ThemeIcon, l10n, window } from 'vscode';
import type { Account } from '../connections/account.ts';
import type { Rooms } from '../rooms.ts';
import { accountName } from '../views/accountName.ts';
import { dayOfMoment } from '../views/dayText.ts';
import { chooseSignIn } from './chooseSignIn.ts';

interface Entry extends QuickPickItem {
  /** `undefined` adds one. */
  readonly account: Account | undefined;
}

const rename = { iconPath: new ThemeIcon('edit'), tooltip: l10n.t('Rename') };

/** Chooses which of the accounts is used from now on, adds one, or renames one. @throws Problem */
export async function switchAccount(rooms: Rooms): Promise<void> {
  const chosen = await chooseAccount(rooms);
  if (!chosen) return;
  if ('rename' in chosen) await renameAccount(rooms, chosen.rename);
  else if (chosen.account) await rooms.accounts.use(chosen.account);
  else await chooseSignIn(rooms);
}

async function chooseAccount(rooms: Rooms): Promise<Entry | { rename: Account } | undefined> {
  const inUse = await rooms.accounts.current();
  const box = window.createQuickPick<Entry>();
  box.title = l10n.t('Accounts');
  box.items = [
    ...(await rooms.accounts.list()).map((account) => ({
      label: `${account.id === inUse?.id ? '$(check)' : '$(account)'} ${accountName(account)}`,
      description: account.id === inUse?.id ? l10n.t('in use') : '',
      detail: l10n.t('added on {0}', dayOfMoment(account.createdAt)),
      account,
      buttons: [rename],
    })),
    { label: l10n.t('{0} Add an Account', '$(add)'), account: undefined },
  ];
  return new Promise((resolve) => {
    box.onDidTriggerItemButton(({ item }) => {
      if (item.account) resolve({ rename: item.account });
      box.hide();
    });
    box.onDidAccept(() => {
      resolve(box.selectedItems[0]);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

async function renameAccount(rooms: Rooms, account: Account): Promise<void> {
  const label = await window.showInputBox({
    title: l10n.t('Name of the Account'),
    value: account.label ?? '',
    placeHolder: l10n.t('such as: work, own'),
  });
  if (label?.trim()) await rooms.accounts.rename(account, label.trim());
}
