import { l10n, window } from 'vscode';
import type { Account } from '../../connections/account.ts';
import type { Rooms } from '../../rooms.ts';
import { accountName } from '../../views/accountName.ts';
import { addSmartExtract } from './addSmartExtract.ts';

/** The SmartExtract to use: the one there is, the one that the person picks, or one that is added now. @throws Problem */
export async function connectedSmartExtract(rooms: Rooms): Promise<Account | undefined> {
  const known = await rooms.accounts.listOf('smartExtract');
  if (known.length === 0) {
    if (!(await addSmartExtract(rooms))) return undefined;
    return (await rooms.accounts.listOf('smartExtract'))[0];
  }
  if (known.length === 1) return known[0];
  const picked = await window.showQuickPick(
    known.map((account) => ({
      label: accountName(account),
      description: new URL(account.origin).host,
      account,
    })),
    { title: l10n.t('Which SmartExtract?') },
  );
  return picked?.account;
}
