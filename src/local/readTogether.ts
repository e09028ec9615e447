import type { MessagePort } from 'node:worker_threads';
import { inLines } from './layout/lines.ts';
import { packPage, unpackPage } from './layout/packedPage.ts';
import type { PackedPage } from './layout/packedPage.ts';
import { PageGathering } from './pdf/pageGathering.ts';
import type { PageTurns } from './pdf/pageTurns.ts';
import { readTurns } from './pdf/readPdf.ts';
import type { PdfText } from './pdf/run.ts';

/** What all readers of one PDF have in common. */
export interface SharedPdf {
  readonly bytes: Uint8Array;
  readonly password: string;
  readonly turns: PageTurns;
}

/**
 * Reads a PDF's lines together with helpers in other threads, each of which sends what it reads to one of these ports.
 * @param onPage called after each page that this thread reads with how many there are
 * @throws LocalParseError
 */
export async function readTogether(
  { bytes, password, turns }: SharedPdf,
  helpers: readonly MessagePort[],
  onPage: (of: number) => void,
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
  const reading = readTurns(bytes, password, turns, (page, of) => {
    gathered.add(inLines(page));
    onPage(of);
  }).then(async ({ count, ...about }) => ({ ...about, pages: await gathered.all(count) }));
  return Promise.race([reading, tooMuch.promise]);
}

/** Reads those pages of a PDF that are this thread's turn, and sends them to the one that asked for help. @throws LocalParseError */
export async function helpToRead(
  { bytes, password, turns }: SharedPdf,
  asker: MessagePort,
  onPage: (of: number) => void,
): Promise<void> {
  await readTurns(bytes, password, turns, (page, of) => {
    asker.postMessage(packPage(inLines(page)));
    onPage(of);
  });
}
