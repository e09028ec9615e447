import type { Rooms } from '../rooms.ts';
import { engine } from '../settings.ts';
import { selectedPdfs } from './choosePdfs.ts';
import { parseMany } from './parseMany.ts';
import { parseOne } from './parseOne.ts';
import { parsePdfLocally } from './parsePdfLocally.ts';

/**
 * Parses CAS PDFs: one with its portfolio at the end, several as a batch; on this computer where that is the engine set.
 * @param selection what a menu passes: the file under the pointer, then all that are selected; the palette passes nothing
 */
export async function parsePdf(rooms: Rooms, ...selection: unknown[]): Promise<void> {
  if (engine() === 'local') return parsePdfLocally(rooms, ...selection);
  const pdfs = await selectedPdfs(selection);
  const [first] = pdfs;
  if (first && pdfs.length === 1) await parseOne(rooms, first);
  else if (first) await parseMany(rooms, pdfs);
}
