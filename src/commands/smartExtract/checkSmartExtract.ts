import { l10n, window } from 'vscode';
import type { Account } from '../../connections/account.ts';
import { sessionOf } from '../../connections/smartExtract/smartExtract.ts';
import type { Container } from '../../container.ts';
import { accountName } from '../../views/accountName.ts';
import { withCancellableProgress } from '../progress.ts';
import { smartExtractServices } from './smartExtractServices.ts';

/** Opens a session and forgets it: nothing else tells whether a key is good. @throws AppError */
export async function checkSmartExtract(container: Container, account: Account): Promise<void> {
  await withCancellableProgress(l10n.t('Checking the connection'), (_say, signal) =>
    sessionOf(smartExtractServices(container), account, signal),
  );
  void window.showInformationMessage(l10n.t('{0}: the key works.', accountName(account)));
}
