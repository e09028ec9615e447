import { LocalParseError } from './localParseError.ts';
import { readPdf } from './pdf/readPdf.ts';
import { readPages } from './readPages.ts';
import type { LocalAnswer } from './readPages.ts';

export type OnPage = (page: number, of: number) => void;

/** Reads a statement's PDF in this thread. `parseLocally` does it in a worker, where it can be stopped. */
export async function readStatement(
  bytes: Uint8Array,
  password: string,
  onPage?: OnPage,
): Promise<LocalAnswer> {
  const text = await readPdf(bytes, password, onPage);
  try {
    return readPages(text);
  } catch (error) {
    throw error instanceof LocalParseError ? error : new LocalParseError('crashed');
  }
}
