import { commands, l10n, window } from 'vscode';
import type { Kept } from '../connections/accountStore.ts';
import { APPROVAL_LIFE_MS } from '../connections/browserApproval.ts';
import type { Container } from '../container.ts';
import { creditsText } from '../views/creditsText.ts';
import { plainText } from '../views/plainText.ts';
import { enterApiKey } from './enterApiKey.ts';
import { reportProblem } from './reportProblem.ts';

/**
 * Signs in through the browser. While a sign-in is under way, opens its page again and waits for the same end.
 * @returns whether an account is in use afterwards
 * @throws AppError
 */
export async function signIn(container: Container): Promise<boolean> {
  const underWay = container.signingIn.running;
  if (!underWay) return container.signingIn.run(() => signInOnce(container));
  await container.browserSignIn.openAgain();
  // Its failure is told where it was started.
  return underWay.catch(() => false);
}

async function signInOnce(container: Container): Promise<boolean> {
  const outcome = await container.browserSignIn.run();
  switch (outcome.status) {
    case 'approved':
      return checkAndWelcome(container, outcome.kept);
    case 'elsewhere':
      void window.showInformationMessage(l10n.t('You are signed in to CAS Parser.'));
      return true;
    case 'enterKey':
      return enterApiKey(container);
    case 'cancelled':
      return false;
    case 'deadline':
      void offerFreshTry(
        l10n.t(
          'No approval arrived within {0} minutes: it was declined, the link expired, or another program collected the key. Start again with a new link.',
          APPROVAL_LIFE_MS / 60_000,
        ),
      );
      return false;
    case 'ended':
      void offerFreshTry(
        outcome.said === undefined
          ? l10n.t('CAS Parser does not know this sign-in any more. Start again with a new link.')
          : l10n.t(
              'CAS Parser ended the sign-in with the state “{0}”. Start again with a new link.',
              plainText(outcome.said),
            ),
      );
      return false;
  }
}

/** The key is kept already; only the service's own refusal takes it away again, and what was there before is there again. */
async function checkAndWelcome(
  container: Container,
  { account, takeBack }: Kept,
): Promise<boolean> {
  const { credits, problem } = await container.credits.refresh();
  if (problem?.kind === 'keyRefused') {
    const isBefore = await takeBack();
    await container.credits.accountChanged();
    if (isBefore)
      void offerFreshTry(
        l10n.t(
          'CAS Parser refuses the key that it has just delivered, so the account from before is in use again.',
        ),
      );
    else void reportProblem(container, problem);
    return isBefore;
  }
  const who = plainText(account.email ?? 'CAS Parser');
  const left = credits && creditsText(credits);
  void window.showInformationMessage(
    left === undefined
      ? l10n.t('Signed in as {0}. The credits could not be looked up yet.', who)
      : l10n.t('Signed in as {0}: {1}.', who, left),
  );
  return true;
}

async function offerFreshTry(text: string): Promise<void> {
  const again = l10n.t('Sign In Again');
  const key = l10n.t('Enter API Key');
  const choice = await window.showWarningMessage(text, again, key);
  if (choice === again) await commands.executeCommand('casParser.signIn');
  if (choice === key) await commands.executeCommand('casParser.enterApiKey');
}
