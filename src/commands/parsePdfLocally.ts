import { Uri, commands, l10n, window } from 'vscode';
import { LocalParseError } from '../local/localParseError.ts';
import { parseLocally } from '../local/parseLocally.ts';
import type { LocalAnswer } from '../local/readPages.ts';
import type { Rooms } from '../rooms.ts';
import { isProblem } from '../service/problem.ts';
import { fileName } from '../views/fileName.ts';
import { askLocalPassword } from '../views/localPasswordBox.ts';
import { plainText } from '../views/plainText.ts';
import { selectedPdfs } from './choosePdfs.ts';
import { withCancellableProgress } from './progress.ts';
import { readPdf } from './readPdf.ts';
import { reportProblem } from './reportProblem.ts';

/**
 * Reads statements on this computer: nothing is uploaded and no credit is used. One after the other, each with its portfolio.
 * @param selection what a menu passes: the file under the pointer, then all that are selected; the palette passes nothing
 */
export async function parsePdfLocally(rooms: Rooms, ...selection: unknown[]): Promise<void> {
  for (const pdf of await selectedPdfs(selection)) await readOne(rooms, pdf);
}

async function readOne(rooms: Rooms, pdf: Uri): Promise<void> {
  const file = fileName(pdf);
  try {
    const bytes = await readPdf(pdf);
    const answer = await withCancellableProgress(
      l10n.t('Reading {0} on this computer', plainText(file)),
      (say, signal) => readWithPassword(rooms, bytes, { file, say, signal }),
    );
    if (answer) rooms.panels.show({ text: answer.text, pdf, sample: false });
  } catch (error) {
    if (isProblem(error)) void reportProblem(rooms, error, { file });
    else if (error instanceof LocalParseError) void tell(file, pdf, error);
    else throw error;
  }
}

interface Reading {
  readonly file: string;
  readonly say: (message: string) => void;
  readonly signal: AbortSignal;
}

/** @returns undefined when the person gives up. @throws LocalParseError */
async function readWithPassword(
  rooms: Rooms,
  bytes: Uint8Array,
  { file, say, signal }: Reading,
): Promise<LocalAnswer | undefined> {
  const onProgress = (page: number, of: number) => say(l10n.t('page {0} of {1}', page, of));
  for (let password = ''; ;) {
    try {
      return await parseLocally(bytes, {
        password,
        signal,
        onProgress,
        workerPath: rooms.localWorker,
      });
    } catch (error) {
      const code = error instanceof LocalParseError ? error.code : undefined;
      if (code === 'cancelled') return undefined;
      if (code !== 'password-needed' && code !== 'password-wrong') throw error;
      const given = await askLocalPassword(file, code === 'password-wrong');
      if (given === undefined) return undefined;
      password = given;
    }
  }
}

/** What is wrong with the PDF and what to do; the service may read what this computer does not. */
async function tell(file: string, pdf: Uri, { message }: LocalParseError): Promise<void> {
  const upload = l10n.t('Parse with the Service');
  const text = l10n.t('{0} was not read: {1}', plainText(file), l10n.t(message));
  if ((await window.showErrorMessage(text, upload)) === upload)
    await commands.executeCommand('casParser.parsePdf', pdf);
}
