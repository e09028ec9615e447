import { l10n, window } from 'vscode';
import type { Account } from '../../connections/account.ts';
import type { Container } from '../../container.ts';
import { accountName } from '../../views/accountName.ts';
import { addSmartExtract } from './addSmartExtract.ts';

/** The SmartExtract to use: the one there is, the one that the person picks, or one that is added now. @throws AppError */
export async function connectedSmartExtract(container: Container): Promise<Account | undefined> {
  const known = await container.accounts.listOf('smartExtract');
  if (known.length === 0) {
    if (!(await addSmartExtract(container))) return undefined;
    return (await container.accounts.listOf('smartExtract'))[0];
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
