import { l10n, window } from 'vscode';
import { type Account, isForParsing } from '../../connections/account.ts';
import type { Container } from '../../container.ts';
import { accountName } from '../../views/accountName.ts';
import { accountInUse } from '../accountInUse.ts';

/** The account in use; where there are connections to other systems as well, the one that the person picks. @throws AppError */
export async function connectionToCheck(container: Container): Promise<Account | undefined> {
  const others = (await container.accounts.listAll()).filter((one) => !isForParsing(one));
  if (others.length === 0) return accountInUse(container);
  const inUse = await container.accounts.current();
  const connections = [...(inUse ? [inUse] : []), ...others];
  const picked = await window.showQuickPick(
    connections.map((account) => ({
      label: accountName(account),
      description: new URL(account.origin).host,
      account,
    })),
    { title: l10n.t('Check Connection') },
  );
  return picked?.account;
}
