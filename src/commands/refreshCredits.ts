import { l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { accountName } from '../views/accountName.ts';
import { creditsText } from '../views/creditsText.ts';
import { chooseSignIn } from './chooseSignIn.ts';

/** Asks the service for the credits now and says what it answered. @throws AppError */
export async function refreshCredits(container: Container): Promise<void> {
  if (!(await container.accounts.current()) && !(await chooseSignIn(container))) return;
  const { account, credits, problem } = await container.credits.refresh();
  if (problem) throw problem;
  if (account?.kind === 'gateway') {
    window.setStatusBarMessage(l10n.t('Signed in to {0}.', accountName(account)), 5000);
    return;
  }
  const left = credits && creditsText(credits);
  window.setStatusBarMessage(
    left === undefined
      ? l10n.t('CAS Parser did not say how many credits are left.')
      : l10n.t('CAS Parser: {0}', left),
    5000,
  );
}
