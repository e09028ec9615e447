import type { MessagePort } from 'node:worker_threads';
import { inLines } from './layout/lines.ts';
import { packPage, unpackPage } from './layout/packedPage.ts';
import type { PackedPage } from './layout/packedPage.ts';
import { PageGathering } from './pdf/pageGathering.ts';
import type { PageTurns } from './pdf/pageTurns.ts';
import { readTurns } from './pdf/readPdf.ts';
import type { PdfDescription } from './pdf/readPdf.ts';
import type { PdfText } from './pdf/run.ts';
import { previewOf } from './preview.ts';
import type { LocalPreview } from './preview.ts';

/** What all readers of one PDF have in common. */
export interface SharedPdf {
  readonly bytes: Uint8Array;
  readonly password: string;
  readonly turns: PageTurns;
}

export interface ReadingEvents {
  /** After each page that this thread reads, with how many there are. */
  readonly onPage: (of: number) => void;
  /** Once, as soon as the first pages say what the statement is and which accounts it lists. */
  readonly onPreview: (preview: LocalPreview) => void;
}

/** After so many pages the first ones have said what they say. */
const PAGES_OF_A_PREVIEW = 6;

/**
 * Reads a PDF's lines together with helpers in other threads, each of which sends what it reads to one of these ports.
 * @throws LocalParseError
 */
export async function readTogether(
  { bytes, password, turns }: SharedPdf,
  helpers: readonly MessagePort[],
  { onPage, onPreview }: ReadingEvents,
): Promise<PdfText> {
  const gathered = new PageGathering();
  const tooMuch = Promise.withResolvers<never>();
  for (const port of helpers) {
    port.on('message', (packed: PackedPage) => {
      try {
        gathered.add(unpackPage(packed));
      } catch (error) {
        tooMuch.reject(error);
      }
    });
  }
  let looked = 0;
  const look = (pdf: PdfDescription): void => {
    const { first } = gathered;
    if (first.length === looked || looked >= PAGES_OF_A_PREVIEW) return;
    looked = first.length;
    const preview = previewOf({ ...pdf, pages: first.slice(0, PAGES_OF_A_PREVIEW) });
    if (!preview) return;
    looked = Infinity;
    onPreview(preview);
  };
  const reading = readTurns(bytes, password, turns, (page, pdf) => {
    gathered.add(inLines(page));
    onPage(pdf.count);
    look(pdf);
  }).then(async ({ count, ...about }) => ({ ...about, pages: await gathered.all(count) }));
  return Promise.race([reading, tooMuch.promise]);
}

/** Reads those pages of a PDF that are this thread's turn, and sends them to the one that asked for help. @throws LocalParseError */
export async function helpToRead(
  { bytes, password, turns }: SharedPdf,
  asker: MessagePort,
  onPage: (of: number) => void,
): Promise<void> {
  await readTurns(bytes, password, turns, (page, { count }) => {
    asker.postMessage(packPage(inLines(page)));
    onPage(count);
  });
}
