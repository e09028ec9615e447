import type { Container } from '../container.ts';
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
export async function parsePdf(container: Container, ...selection: unknown[]): Promise<void> {
  const pdfs = await selectedPdfs(selection);
  const [first] = pdfs;
  if (!first) return;
  const engine = await engineToUse(container);
  if (engine === undefined) return;
  if (engine === 'local') return readStatementsHere(container, pdfs);
  const instead = readHereInstead(container, pdfs);
  if (pdfs.length === 1) await parseOne(container, first, instead);
  else await parseMany(container, pdfs, instead);
}
