import { l10n, window } from 'vscode';
import type { Rooms } from '../rooms.ts';
import { accountName } from '../views/accountName.ts';
import { accountInUse } from './accountInUse.ts';
import { runBatch } from './parseMany.ts';

/** Offers to go on with a batch whose window was closed, or whose machine went off, before it had ended. @throws Problem */
export async function offerInterruptedBatches(rooms: Rooms): Promise<void> {
  const { ids, open } = await rooms.batchDesk.interrupted();
  if (open === 0) return;
  const resume = l10n.t('Go On');
  const drop = l10n.t('Forget Them');
  const payer = await rooms.accounts.current().catch(() => undefined);
  const choice = await window.showInformationMessage(
    payer
      ? l10n.t(
          '{0} statements were still to be parsed when the window was closed. What is left is parsed with {1}; what is parsed is not paid for again.',
          open,
          accountName(payer),
        )
      : l10n.t(
          '{0} statements were still to be parsed when the window was closed. What is parsed is not paid for again.',
          open,
        ),
    resume,
    drop,
  );
  if (choice === drop) await rooms.batchDesk.forgetInterrupted(ids);
  if (choice !== resume) return;
  const account = payer ?? (await accountInUse(rooms));
  if (account) await runBatch(rooms, () => rooms.batchDesk.resume(account, ids));
}
