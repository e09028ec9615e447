/**
 * `npm run --silent export -- FILE --format FORMAT [--what holdings|transactions] [--masked] [--facts FILE.json] [--out FILE]`: a
 * saved portfolio (`*.cas.json`) or an answer of the API as the editor exports it, on standard output or in a file.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommandLineError, UsageError } from '../../commandLine/commandLineError.ts';
import { print } from '../../commandLine/print.ts';
import { readFactsFile } from '../../commandLine/readFactsFile.ts';
import { readInput } from '../../commandLine/readInput.ts';
import { runCommand } from '../../commandLine/runCommand.ts';
import type { Shortcomings } from '../../portfolio/exports/activities/activity.ts';
import { LARGEST_BYTES } from '../../portfolio/largestPortfolio.ts';
import { EXPORT_USAGE, exportArguments } from './exportArguments.ts';
import { doExport } from './exportJob.ts';
import { shortcomingTexts } from './shortcomingTexts.ts';

await runCommand({
  usage: EXPORT_USAGE,
  failure: 'The portfolio could not be exported.',
  run: async () => {
    const { file, spec, facts, out } = exportArguments(process.argv.slice(2));
    if (out !== undefined && resolve(out) === resolve(file))
      throw new UsageError('The export would replace the file that it is made of.');
    if (out === undefined && spec.format === 'xlsx' && process.stdout.isTTY)
      throw new UsageError('A workbook is not for a terminal: say --out FILE.');
    const known = facts === undefined ? {} : { facts: await readFactsFile(facts) };
    const source = await readInput(file, LARGEST_BYTES);
    const result = await doExport({ source, spec, sample: false, ...known });
    if (!result.ok) throw new CommandLineError(`${file} is no portfolio that can be read.`);
    if (out === undefined) await print(result.bytes);
    else await write(out, result.bytes);
    if ('shortcomings' in result) tell(result.shortcomings);
  },
});

/** On standard error, so that the file is nothing but the file. */
function tell(shortcomings: Shortcomings = {}): void {
  const lacks = shortcomingTexts(shortcomings, (english, count) =>
    english.replace('{0}', String(count)),
  );
  if (lacks.length > 0) process.stderr.write(`What it could not say: ${lacks.join('; ')}.\n`);
}

async function write(out: string, bytes: Uint8Array): Promise<void> {
  await writeFile(out, bytes).catch(() => {
    throw new CommandLineError('The export cannot be written there.');
  });
}
