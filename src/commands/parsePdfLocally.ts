import { type Uri, l10n, window } from 'vscode';
import { LocalParseError, type LocalParseCode } from '../local/localParseError.ts';
import { parseLocally } from '../local/parseLocally.ts';
import type { Container } from '../container.ts';
import { isAppError } from '../service/appError.ts';
import { investorPan } from '../statements/investorPan.ts';
import { fileName } from '../views/fileName.ts';
import { plainText } from '../views/plainText.ts';
import { selectedPdfs } from './choosePdfs.ts';
import { parseOne } from './parseOne.ts';
import { withCancellableProgress } from './progress.ts';
import { readHere } from './readHere.ts';
import { reportProblem } from './reportProblem.ts';
import { showLayoutReport } from './saveLayoutReport.ts';

/** More tabs than this at once are asked about first. */
const MANY = 8;

/**
 * Reads statements on this computer: nothing is uploaded, no account is asked for and no credit is used.
 * @param selection what a menu passes: the file under the pointer, then all that are selected; the palette passes nothing
 */
export async function parsePdfLocally(
  container: Container,
  ...selection: unknown[]
): Promise<void> {
  await readStatementsHere(container, await selectedPdfs(selection));
}

/** Reads statements one after the other, each with its portfolio in a tab. To cancel one is to cancel those after it. */
export async function readStatementsHere(
  container: Container,
  pdfs: readonly Uri[],
): Promise<void> {
  const unique = [...new Map(pdfs.map((pdf) => [pdf.toString(), pdf])).values()];
  if (unique.length > MANY && !(await agreedToMany(unique.length))) return;
  const knownPasswords: string[] = [];
  for (const [index, pdf] of unique.entries()) {
    const title =
      unique.length === 1
        ? l10n.t('Reading {0} on this computer', plainText(fileName(pdf)))
        : l10n.t(
            'Reading {0} on this computer ({1} of {2})',
            plainText(fileName(pdf)),
            index + 1,
            unique.length,
          );
    const goesOn = await withCancellableProgress(title, async (say, signal) => {
      const password = await container.work.run(signal, (stopping) =>
        readOne(container, pdf, { say, signal: stopping, knownPasswords }),
      );
      if (password !== undefined) knownPasswords.unshift(password);
      return !signal.aborted;
    });
    if (!goesOn) return;
  }
}

async function agreedToMany(count: number): Promise<boolean> {
  const read = l10n.t('Read');
  const message = l10n.t('Read {0} statements on this computer?', count);
  const detail = l10n.t('Each opens in a tab of its own. Nothing is uploaded.');
  return (await window.showInformationMessage(message, { modal: true, detail }, read)) === read;
}

interface Manner {
  readonly say: (message: string) => void;
  readonly signal: AbortSignal;
  readonly knownPasswords: readonly string[];
}

/** Reads one and shows it; what is wrong with it is told. @returns the password that opened it */
async function readOne(
  container: Container,
  pdf: Uri,
  manner: Manner,
): Promise<string | undefined> {
  const file = fileName(pdf);
  try {
    const read = await readHere(container, pdf, parseLocally, manner);
    if (!read) return undefined;
    const { result, password, remember, hash } = read;
    const { text, warnings } = result;
    // A locked keyring must not lose what was read.
    if (remember)
      await container.passwords.remember(hash, password, investorPan(text)).catch(() => undefined);
    container.panels.show({ text, pdf, sample: false });
    if (warnings.length > 0) void tellWarnings(container, pdf, warnings.length, password);
    return password;
  } catch (error) {
    if (isAppError(error)) void reportProblem(container, error, { file });
    else if (error instanceof LocalParseError) void tellFailure(container, pdf, error);
    else throw error;
    return undefined;
  }
}

/** The text was read, and not understood as a statement: then its layout helps. */
const WORTH_A_REPORT: ReadonlySet<LocalParseCode> = new Set<LocalParseCode>([
  'nothing-read',
  'not-a-statement',
  'reprinted',
  'mf-central',
  'dp-statement',
  'crashed',
]);

/** What is wrong with the PDF and what to do; the service may read what this computer does not. */
async function tellFailure(
  container: Container,
  pdf: Uri,
  { code, message }: LocalParseError,
): Promise<void> {
  const upload = l10n.t('Parse with the Service');
  const report = l10n.t('Save Layout Report');
  const text = l10n.t('{0} was not read: {1}', plainText(fileName(pdf)), l10n.t(message));
  const buttons = WORTH_A_REPORT.has(code) ? [upload, report] : [upload];
  const choice = await window.showErrorMessage(text, ...buttons);
  if (choice === upload) await parseOne(container, pdf);
  if (choice === report) await showLayoutReport(container, pdf);
}

async function tellWarnings(
  container: Container,
  pdf: Uri,
  count: number,
  password: string,
): Promise<void> {
  const report = l10n.t('Save Layout Report');
  const name = plainText(fileName(pdf));
  const text =
    count === 1
      ? l10n.t('{0} was read with 1 warning, which stands under Checks.', name)
      : l10n.t('{0} was read with {1} warnings, which stand under Checks.', name, count);
  if ((await window.showWarningMessage(text, report)) === report)
    await showLayoutReport(container, pdf, password);
}
