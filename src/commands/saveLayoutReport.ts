import { Uri, l10n, window, workspace } from 'vscode';
import { LocalParseError } from '../local/localParseError.ts';
import { reportLayout } from '../local/parseLocally.ts';
import type { Container } from '../container.ts';
import { isAppError } from '../service/appError.ts';
import { fileName } from '../views/fileName.ts';
import { plainText } from '../views/plainText.ts';
import { selectedPdfs } from './choosePdfs.ts';
import { withCancellableProgress } from './progress.ts';
import { readHere } from './readHere.ts';
import { reportProblem } from './reportProblem.ts';

/** Not after the PDF, whose name may be a person's. */
const REPORT_NAME = 'layout-report.txt';

/**
 * Shows the layout of a statement for a bug report: positions and classes of letters, no letter and no digit of it. The person
 * reads it first and saves it, or does not.
 * @param selection what a menu passes, as for a parse; only the first file counts
 */
export async function saveLayoutReport(
  container: Container,
  ...selection: unknown[]
): Promise<void> {
  const [pdf] = await selectedPdfs(selection);
  if (pdf) await showLayoutReport(container, pdf);
}

/** @param password that has opened this PDF just now */
export async function showLayoutReport(
  container: Container,
  pdf: Uri,
  password?: string,
): Promise<void> {
  const file = fileName(pdf);
  try {
    const read = await withCancellableProgress(
      l10n.t('Reading the layout of {0}', plainText(file)),
      (say, signal) =>
        readHere(container, pdf, reportLayout, {
          say,
          signal,
          knownPasswords: password === undefined ? [] : [password],
        }),
    );
    if (read) void showThenSave(container, pdf, read.result);
  } catch (error) {
    if (isAppError(error)) void reportProblem(container, error, { file });
    else if (error instanceof LocalParseError)
      void window.showErrorMessage(
        l10n.t('{0} was not read: {1}', plainText(file), l10n.t(error.message)),
      );
    else throw error;
  }
}

async function showThenSave(container: Container, pdf: Uri, report: string): Promise<void> {
  await container.json.showPlain(REPORT_NAME, report);
  const save = l10n.t('Save');
  const choice = await window.showInformationMessage(
    l10n.t(
      'This is all that a layout report holds: where text stands and classes of its characters (A, a, 9), no letter and no digit of the statement. Save it to attach it to a bug report.',
    ),
    save,
  );
  if (choice !== save) return;
  const target = await window.showSaveDialog({
    title: l10n.t('Save Layout Report'),
    defaultUri: Uri.joinPath(pdf, '..', REPORT_NAME),
    filters: { Text: ['txt'] },
  });
  if (!target) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(report));
  } catch {
    void window.showErrorMessage(
      l10n.t(
        '{0} cannot be written; choose a folder that you may write to.',
        plainText(fileName(target)),
      ),
    );
  }
}
