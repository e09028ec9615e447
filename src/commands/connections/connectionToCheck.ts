import { l10n, window } from 'vscode';
import { type Account, isForParsing } from '../../connections/account.ts';
import type { Rooms } from '../../rooms.ts';
import { accountName } from '../../views/accountName.ts';
import { accountInUse } from '../accountInUse.ts';

/** The account in use; where there are connections to other systems as well, the one that the person picks. @throws Problem */
export async function connectionToCheck(rooms: Rooms): Promise<Account | undefined> {
  const others = (await rooms.accounts.listAll()).filter((one) => !isForParsing(one));
  if (others.length === 0) return accountInUse(rooms);
  const inUse = await rooms.accounts.current();
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
