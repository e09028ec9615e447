import { l10n, window } from 'vscode';
import type { Account } from '../connections/account.ts';
import type { Container } from '../container.ts';
import { accountName } from '../views/accountName.ts';
import { accountInUse } from './accountInUse.ts';

/**
 * The account in use, if it may pay for what waits in a batch and for these files: where another one was to, the person is asked.
 * @throws AppError
 */
export async function agreedPayer(
  container: Container,
  files: readonly string[],
): Promise<Account | undefined> {
  const account = await accountInUse(container);
  if (!account) return undefined;
  const others = container.batchController.otherPayers(account, files);
  if (others.length === 0) return account;
  const goOn = l10n.t('Go On');
  const message = l10n.t('Go on with {0}?', accountName(account));
  const detail = l10n.t(
    'What is left of these statements was to be parsed with {0}.',
    others.map(accountName).join(', '),
  );
  const choice = await window.showWarningMessage(message, { modal: true, detail }, goOn);
  return choice === goOn ? account : undefined;
}
