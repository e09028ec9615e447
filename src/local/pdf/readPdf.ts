import { setImmediate } from 'node:timers/promises';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LocalParseError } from '../localParseError.ts';
import { withTroubles } from './pageTroubles.ts';
import { openPdf } from './openPdf.ts';
import { PageGathering } from './pageGathering.ts';
import { PageTurns } from './pageTurns.ts';
import { readPage } from './readPage.ts';
import type { Page, PdfText } from './run.ts';

/** Far beyond any statement: the largest ones seen have some 300 pages. */
export const MOST_PAGES = 1500;
/** A page of a statement has some 2,000 runs. */
const MOST_RUNS_ON_A_PAGE = 60_000;

/** A PDF's description of itself, and how many pages it has. */
export interface PdfDescription extends Omit<PdfText, 'pages'> {
  readonly count: number;
}

/**
 * Reads all text of a PDF with its positions.
 * @param onPage called after each page with its number and how many there are
 * @throws LocalParseError
 */
export async function readPdf(
  bytes: Uint8Array,
  password: string,
  onPage: (page: number, of: number) => void = () => undefined,
): Promise<PdfText> {
  const gathered = new PageGathering();
  const { count, ...about } = await readTurns(bytes, password, new PageTurns(), (page, pdf) => {
    gathered.add(page);
    onPage(page.number, pdf.count);
  });
  return { ...about, pages: await gathered.all(count) };
}

/**
 * Reads the pages of a PDF that are this reader's turn; others may read the rest at the same time.
 * @param onPage called with each page and what its PDF says of itself
 * @throws LocalParseError
 */
export async function readTurns(
  bytes: Uint8Array,
  password: string,
  turns: PageTurns,
  onPage: (page: Page, pdf: PdfDescription) => void,
): Promise<PdfDescription> {
  const { result: opened } = await withTroubles(() => openPdf(bytes, password));
  const { document, close } = opened;
  try {
    const { numPages: count } = document;
    if (count > MOST_PAGES) throw new LocalParseError('too-many-pages');
    const { result: info } = await withTroubles(() => description(document));
    const pdf = { ...info, count };
    for (let number = turns.next(); number <= count; number = turns.next()) {
      const turn = number;
      const { result, lostText } = await withTroubles(() => readPage(document, turn));
      if (result.runs.length > MOST_RUNS_ON_A_PAGE) throw new LocalParseError('too-complex');
      onPage({ ...result, lostText }, pdf);
      // Nothing of a page has to be waited for, so nobody else in this thread has had their turn: other readers, or a window.
      await setImmediate();
    }
    return pdf;
  } finally {
    await close();
  }
}

async function description(
  document: PDFDocumentProxy,
): Promise<Pick<PdfText, 'title' | 'creator' | 'producer'>> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const text = (key: string): string => {
    const value: unknown = Reflect.get(info, key);
    return typeof value === 'string' ? value : '';
  };
  return { title: text('Title'), creator: text('Creator'), producer: text('Producer') };
}
