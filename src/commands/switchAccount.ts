import { type QuickPickItem, ThemeIcon, l10n, window } from 'vscode';
import type { Account } from '../connections/account.ts';
import type { Container } from '../container.ts';
import { accountName } from '../views/accountName.ts';
import { dayOfMoment } from '../views/dayText.ts';
import { chooseSignIn } from './chooseSignIn.ts';

interface Entry extends QuickPickItem {
  /** `undefined` adds one. */
  readonly account: Account | undefined;
}

const rename = { iconPath: new ThemeIcon('edit'), tooltip: l10n.t('Rename') };

/** Chooses which of the accounts is used from now on, adds one, or renames one. @throws AppError */
export async function switchAccount(container: Container): Promise<void> {
  const chosen = await chooseAccount(container);
  if (!chosen) return;
  if ('rename' in chosen) await renameAccount(container, chosen.rename);
  else if (chosen.account) await container.accounts.use(chosen.account);
  else await chooseSignIn(container);
}

async function chooseAccount(
  container: Container,
): Promise<Entry | { rename: Account } | undefined> {
  const inUse = await container.accounts.current();
  const box = window.createQuickPick<Entry>();
  box.title = l10n.t('Accounts');
  box.items = [
    ...(await container.accounts.list()).map((account) => ({
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

async function renameAccount(container: Container, account: Account): Promise<void> {
  const label = await window.showInputBox({
    title: l10n.t('Name of the Account'),
    value: account.label ?? '',
    placeHolder: l10n.t('such as: work, own'),
  });
  if (label?.trim()) await container.accounts.rename(account, label.trim());
}
