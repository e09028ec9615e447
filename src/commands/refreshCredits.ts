import { l10n, window } from 'vscode';
import type { Rooms } from '../rooms.ts';
import { accountName } from '../views/accountName.ts';
import { creditsText } from '../views/creditsText.ts';
import { chooseSignIn } from './chooseSignIn.ts';

/** Asks the service for the credits now and says what it answered. @throws Problem */
export async function refreshCredits(rooms: Rooms): Promise<void> {
  if (!(await rooms.accounts.current()) && !(await chooseSignIn(rooms))) return;
  const { account, credits, problem } = await rooms.credits.refresh();
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
