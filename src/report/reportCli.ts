/**
 * `npm run --silent report -- FILE... [--facts FILE.json]`: what the page shows of saved portfolios (`*.cas.json`) or answers of
 * the API, as one JSON on standard output.
 */
import { CommandLineError } from '../commandLine/commandLineError.ts';
import { print } from '../commandLine/print.ts';
import { readFactsFile } from '../commandLine/readFactsFile.ts';
import { readInput } from '../commandLine/readInput.ts';
import { runCommand } from '../commandLine/runCommand.ts';
import { NO_FACTS } from '../portfolio/facts/facts.ts';
import { readFacts } from '../portfolio/facts/readFacts.ts';
import { readPortfolio } from '../portfolio/readPortfolio.ts';
import { LARGEST_BYTES } from '../portfolio/largestPortfolio.ts';
import { reportOf } from './report.ts';
import type { ReadFile } from './report.ts';
import { REPORT_USAGE, reportArguments } from './reportArguments.ts';

await runCommand({
  usage: REPORT_USAGE,
  failure: 'The report could not be made.',
  run: async () => {
    const { files, facts } = reportArguments(process.argv.slice(2));
    const known = facts === undefined ? NO_FACTS : readFacts(await readFactsFile(facts));
    const read: ReadFile[] = [];
    for (const file of files) read.push(await readStatement(file));
    await print(`${JSON.stringify(reportOf(read, known), null, 2)}\n`);
  },
});

async function readStatement(file: string): Promise<ReadFile> {
  const result = readPortfolio(new TextDecoder().decode(await readInput(file, LARGEST_BYTES)));
  if (!result.ok) throw new CommandLineError(`${file} is no portfolio that can be read.`);
  return { file, portfolio: result.portfolio };
}
