/**
 * `npm run --silent report -- FILE... [--facts FILE.json]`: what the page shows of saved portfolios (`*.cas.json`) or answers of
 * the API, as one JSON on standard output.
 */
import { readFile, stat } from 'node:fs/promises';
import { NO_FACTS } from '../portfolio/facts/facts.ts';
import type { Facts } from '../portfolio/facts/facts.ts';
import { FactsFile } from '../portfolio/facts/factsFile.ts';
import { readFacts } from '../portfolio/facts/readFacts.ts';
import { readPortfolio } from '../portfolio/readPortfolio.ts';
import { parseJson } from '../service/json.ts';
import { LARGEST_BYTES } from '../views/largestPortfolio.ts';
import { reportOf } from './report.ts';
import type { ReadFile } from './report.ts';
import { REPORT_USAGE, UsageError, reportArguments } from './reportArguments.ts';

/** Something that the caller can mend, told in one sentence. */
class ReportError extends Error {}

try {
  const { files, facts } = reportArguments(process.argv.slice(2));
  const known = facts === undefined ? NO_FACTS : await factsIn(facts);
  const read: ReadFile[] = [];
  for (const file of files) read.push(await portfolioIn(file));
  await print(`${JSON.stringify(reportOf(read, known), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function sentence(error: unknown): string {
  if (error instanceof UsageError)
    return error.message === '' ? REPORT_USAGE : `${error.message}\n${REPORT_USAGE}`;
  return error instanceof ReportError ? error.message : 'The report could not be made.';
}

async function portfolioIn(file: string): Promise<ReadFile> {
  const result = readPortfolio(await textIn(file));
  if (!result.ok) throw new ReportError(`${file} is no portfolio that can be read.`);
  return { file, portfolio: result.portfolio };
}

async function factsIn(file: string): Promise<Facts> {
  const found = FactsFile.safeParse(parseJson(await textIn(file)));
  if (found.success) return readFacts(found.data);
  const [issue] = found.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  throw new ReportError(
    `${file} does not hold facts as they are documented${place === '' ? '' : `: see ${place}`}.`,
  );
}

async function textIn(file: string): Promise<string> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_BYTES) throw new ReportError(`${file} is too large for a portfolio.`);
  const bytes = await readFile(file).catch(() => {
    throw new ReportError(`${file} cannot be read.`);
  });
  return new TextDecoder().decode(bytes);
}

function print(text: string): Promise<void> {
  return new Promise((done, reject) => {
    const fail = () => reject(new ReportError('Standard output was closed before the end.'));
    process.stdout.on('error', fail);
    process.stdout.write(text, () => done());
  });
}
