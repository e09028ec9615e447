import type { Rooms } from '../rooms.ts';
import { selectedPdfs } from './choosePdfs.ts';
import { engineToUse } from './engineToUse.ts';
import { parseMany } from './parseMany.ts';
import { parseOne } from './parseOne.ts';
import { readStatementsHere } from './parsePdfLocally.ts';
import { readHereInstead } from './readHereInstead.ts';

/**
 * Parses CAS PDFs: one with its portfolio at the end, several as a batch; on this computer where that is the engine set.
 * @param selection what a menu passes: the file under the pointer, then all that are selected; the palette passes nothing
 */
export async function parsePdf(rooms: Rooms, ...selection: unknown[]): Promise<void> {
  const pdfs = await selectedPdfs(selection);
  const [first] = pdfs;
  if (!first) return;
  const engine = await engineToUse(rooms);
  if (engine === undefined) return;
  if (engine === 'local') return readStatementsHere(rooms, pdfs);
  const instead = readHereInstead(rooms, pdfs);
  if (pdfs.length === 1) await parseOne(rooms, first, instead);
  else await parseMany(rooms, pdfs, instead);
}
