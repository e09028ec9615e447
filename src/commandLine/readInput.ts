import { readFile, stat } from 'node:fs/promises';
import { CommandLineError } from './commandLineError.ts';

/**
 * Reads a file that was named on the command line.
 * @param largestBytes a larger file is not read at all
 * @throws CommandLineError
 */
export async function readInput(file: string, largestBytes: number): Promise<Uint8Array> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestBytes) throw new CommandLineError(`${file} is too large for a portfolio.`);
  return readFile(file).catch(() => {
    throw new CommandLineError(`${file} cannot be read.`);
  });
}
