import { l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { accountName } from '../views/accountName.ts';
import { accountInUse } from './accountInUse.ts';
import { runBatch } from './parseMany.ts';

/** Offers to go on with a batch whose window was closed, or whose machine went off, before it had ended. @throws AppError */
export async function offerInterruptedBatches(container: Container): Promise<void> {
  const { ids, open } = await container.batchController.interrupted();
  if (open === 0) return;
  const resume = l10n.t('Go On');
  const drop = l10n.t('Forget Them');
  const payer = await container.accounts.current().catch(() => undefined);
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
  if (choice === drop) await container.batchController.forgetInterrupted(ids);
  if (choice !== resume) return;
  const account = payer ?? (await accountInUse(container));
  if (account) await runBatch(container, () => container.batchController.resume(account, ids));
}
