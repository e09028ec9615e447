import { type Uri, l10n } from 'vscode';
import { LocalParseError } from '../local/localParseError.ts';
import type { LocalParseOptions } from '../local/parseLocally.ts';
import type { LocalPreview } from '../local/preview.ts';
import type { Container } from '../container.ts';
import { type Opened, openHere } from '../statements/openHere.ts';
import { sha256 } from '../statements/sha256.ts';
import { fileName } from '../views/fileName.ts';
import { askLocalPassword } from '../views/localPasswordBox.ts';
import { previewText } from '../views/previewText.ts';
import { readPdf } from './readPdf.ts';

export interface ReadingManner {
  readonly say: (message: string) => void;
  readonly signal: AbortSignal;
  /** Passwords that opened others of the same selection, the best first. */
  readonly knownPasswords?: readonly string[];
}

/** What a reader makes of a PDF with the engine on this computer. @throws LocalParseError */
type Reader<T> = (bytes: Uint8Array, options: LocalParseOptions) => Promise<T>;

/**
 * Reads a PDF on this computer, with the passwords that are known or asked for.
 * @returns `undefined` when the person gave up
 * @throws LocalParseError, and AppError when the file cannot be read
 */
export async function readHere<T>(
  container: Container,
  pdf: Uri,
  reader: Reader<T>,
  { say, signal, knownPasswords = [] }: ReadingManner,
): Promise<(Opened<T> & { readonly hash: string }) | undefined> {
  const bytes = await readPdf(pdf);
  const hash = sha256(bytes);
  let preview: LocalPreview | null = null;
  const onPreview = (known: LocalPreview) => (preview = known);
  const onProgress = (page: number, of: number) => {
    const known = preview && previewText(preview, container.mask.on);
    const place = l10n.t('page {0} of {1}', page, of);
    say(known === null ? place : `${known} ${place}`);
  };
  const workerPath = container.localWorker;
  try {
    const opened = await openHere(hash, container.passwords, {
      read: (password) => reader(bytes, { password, signal, onProgress, onPreview, workerPath }),
      askPassword: (wrong) => askLocalPassword(fileName(pdf), wrong, signal),
      knownPasswords,
    });
    return opened && { ...opened, hash };
  } catch (error) {
    if (error instanceof LocalParseError && error.code === 'cancelled') return undefined;
    throw error;
  }
}
