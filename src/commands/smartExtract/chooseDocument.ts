import { FileSystemError, Uri, l10n, window, workspace } from 'vscode';
import type { Container } from '../../container.ts';
import { AppError } from '../../service/appError.ts';
import { isSheetOfHoldings } from '../../statements/sheetOfHoldings.ts';
import { fileName } from '../../views/fileName.ts';
import { plainText } from '../../views/plainText.ts';
import { withCancellableProgress } from '../progress.ts';
import { refuseStatement } from './refuseStatement.ts';

/** Media types of what SmartExtract reads, by the ending of the file's name. */
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  csv: 'text/csv',
};

export interface ChosenDocument {
  readonly file: Uri;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/**
 * The document that a menu passes, or one that the person chooses; an account statement is refused.
 * @throws AppError
 */
export async function chooseDocument(
  container: Container,
  passed: unknown,
): Promise<ChosenDocument | undefined> {
  const file = passed instanceof Uri ? passed : await ask();
  if (!file) return undefined;
  const bytes = await read(file);
  const ending = /\.([^.]+)$/.exec(fileName(file))?.[1]?.toLowerCase() ?? '';
  if (ending === 'pdf')
    await withCancellableProgress(
      l10n.t('Looking at {0}', plainText(fileName(file))),
      (_say, signal) => refuseStatement(container, bytes, signal),
    );
  else if (isSheetOfHoldings(bytes)) throw new AppError('sheetOfHoldings');
  return { file, bytes, mediaType: mediaTypes[ending] ?? 'application/octet-stream' };
}

/** As the component and the JSON API take it. */
export function asDataUrl({
  bytes,
  mediaType,
}: Pick<ChosenDocument, 'bytes' | 'mediaType'>): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}

async function ask(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Open in SmartExtract'),
    filters: { [l10n.t('Rent rolls and operating statements')]: Object.keys(mediaTypes) },
  });
  return chosen?.[0];
}

async function read(file: Uri): Promise<Uint8Array> {
  try {
    return await workspace.fs.readFile(file);
  } catch (error) {
    const missing = error instanceof FileSystemError && error.code === 'FileNotFound';
    throw new AppError(missing ? 'fileMissing' : 'fileUnreadable');
  }
}
