import { FactsFile } from '../portfolio/facts/factsFile.ts';
import { parseJson } from '../service/json.ts';
import { LARGEST_BYTES } from '../portfolio/largestPortfolio.ts';
import { CommandLineError } from './commandLineError.ts';
import { readInput } from './readInput.ts';

/**
 * Reads what only the owner of the units knows from a file (`docs/report.md`).
 * @throws CommandLineError
 */
export async function readFactsFile(file: string): Promise<FactsFile> {
  const text = new TextDecoder().decode(await readInput(file, LARGEST_BYTES));
  const found = FactsFile.safeParse(parseJson(text));
  if (found.success) return found.data;
  const place = found.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new CommandLineError(
    `${file} does not hold facts as they are documented${place === '' ? '' : `: see ${place}`}.`,
  );
}
