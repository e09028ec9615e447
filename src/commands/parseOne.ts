import { type Uri, commands, l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { isAppError } from '../service/appError.ts';
import { checkPdf } from '../statements/checkPdf.ts';
import { dayOfMoment } from '../views/dayText.ts';
import { fileName } from '../views/fileName.ts';
import { askPdfPassword } from '../views/passwordBox.ts';
import { plainText } from '../views/plainText.ts';
import { stepText } from '../views/stepText.ts';
import { accountInUse } from './accountInUse.ts';
import type { Way } from './chooseSignIn.ts';
import { parseUri } from './parseUri.ts';
import { parsingHost } from './parsingHost.ts';
import { withCancellableProgress } from './progress.ts';
import { readPdf } from './readPdf.ts';
import { reportProblem } from './reportProblem.ts';

/**
 * Parses one PDF and shows its portfolio. What fails is told here, with what to do next.
 * @param instead offered beside signing in to who is not signed in
 * @param payAgain the person knows that it may have been paid for, and wants it again all the same
 * @param insteadOf `keptAt` of what is kept of it, and is wanted anew
 */
export async function parseOne(
  container: Container,
  pdf: Uri,
  instead?: Way,
  payAgain = false,
  insteadOf?: string,
): Promise<void> {
  const file = fileName(pdf);
  try {
    // Before anything is asked of the person: a file that cannot be a statement needs no account.
    checkPdf(await readPdf(pdf));
    const account = await accountInUse(container, instead);
    if (!account) return;
    const host = parsingHost(account);
    const parsed = await withCancellableProgress(
      l10n.t('Parsing {0}', plainText(file)),
      (say, signal) =>
        parseUri(container, account, pdf, {
          signal,
          payAgain,
          insteadOf,
          insist: true,
          knownPasswords: () => [],
          askPassword: (refused) => askPdfPassword(file, host, refused, signal),
          onStep: (step) => say(stepText(step, host)),
        }),
    );
    if (!parsed) return;
    const { text, keptAt } = parsed;
    container.panels.show({ text, pdf, sample: account.kind === 'sandbox' });
    if (keptAt !== undefined)
      void tellFree(file, keptAt, () => parseOne(container, pdf, instead, true, keptAt));
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.details.mayBeBilled !== undefined) container.credits.refreshSoon();
    const again = async () => {
      // By way of the command, so that whatever happens then is told as for any command.
      await commands.executeCommand('casParser.parsePdf', pdf);
    };
    void reportProblem(container, error, {
      file,
      pdfs: [pdf],
      again,
      goOn: again,
      payAgain: () => parseOne(container, pdf, instead, true),
    });
  }
}

async function tellFree(file: string, keptAt: string, parseAgain: () => Promise<void>) {
  const again = l10n.t('Parse Again (1 Credit)');
  const choice = await window.showInformationMessage(
    l10n.t(
      '{0} was parsed on {1} and is kept on this computer: opened from there, nothing was charged.',
      plainText(file),
      dayOfMoment(keptAt),
    ),
    again,
  );
  if (choice === again) await parseAgain();
}
