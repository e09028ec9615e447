/**
 * `npm run --silent export -- FILE --format FORMAT [--what holdings|transactions] [--masked] [--out FILE]`: a saved portfolio
 * (`*.cas.json`) or an answer of the API as the editor exports it, on standard output or in a file.
 */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Shortcomings } from '../../portfolio/exports/activities/activity.ts';
import { LARGEST_BYTES } from '../largestPortfolio.ts';
import { EXPORT_USAGE, UsageError, exportArguments } from './exportArguments.ts';
import { doExport } from './exportJob.ts';
import { shortcomingTexts } from './shortcomingTexts.ts';

/** Something that the caller can mend, told in one sentence. */
class ExportError extends Error {}

try {
  const { file, spec, out } = exportArguments(process.argv.slice(2));
  if (out !== undefined && resolve(out) === resolve(file))
    throw new UsageError('The export would replace the file that it is made of.');
  if (out === undefined && spec.format === 'xlsx' && process.stdout.isTTY)
    throw new UsageError('A workbook is not for a terminal: say --out FILE.');
  const result = await doExport({ source: await portfolioIn(file), spec, sample: false });
  if (!result.ok) throw new ExportError('The file is no portfolio that can be read.');
  if (out === undefined) await print(result.bytes);
  else await write(out, result.bytes);
  if ('shortcomings' in result) tell(result.shortcomings);
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

/** On standard error, so that the file is nothing but the file. */
function tell(shortcomings: Shortcomings = {}): void {
  const lacks = shortcomingTexts(shortcomings, (english, count) =>
    english.replace('{0}', String(count)),
  );
  if (lacks.length > 0) process.stderr.write(`What it could not say: ${lacks.join('; ')}.\n`);
}

function sentence(error: unknown): string {
  if (error instanceof UsageError)
    return error.message === '' ? EXPORT_USAGE : `${error.message}\n${EXPORT_USAGE}`;
  return error instanceof ExportError ? error.message : 'The portfolio could not be exported.';
}

async function portfolioIn(file: string): Promise<Uint8Array> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_BYTES) throw new ExportError('The file is too large for a portfolio.');
  return readFile(file).catch(() => {
    throw new ExportError('The file cannot be read.');
  });
}

async function write(out: string, bytes: Uint8Array): Promise<void> {
  await writeFile(out, bytes).catch(() => {
    throw new ExportError('The export cannot be written there.');
  });
}

function print(bytes: Uint8Array): Promise<void> {
  return new Promise((done, reject) => {
    const fail = () => reject(new ExportError('Standard output was closed before the end.'));
    process.stdout.on('error', fail);
    process.stdout.write(bytes, () => done());
  });
}
