import { globSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from '../editor/cache.ts';
import { type Counts, sum } from './counts.ts';
import { ProcessPool, type PoolOptions, type FileResult } from './processPool.ts';

const SLOWEST_TOLD = 8;

/**
 * Runs the tests of a folder; a file that failed is run once more, from its start and with the machine to itself. That
 * it needed that is told, so that nobody takes an unsteady test for a steady one.
 */
export async function runFolder(folder: string, options: PoolOptions): Promise<Counts> {
  const first = await ProcessPool.run(largestFirst(filesOf(folder)), options);
  const failed = [...first].filter(([, { counts }]) => counts.failed > 0).map(([file]) => file);
  tellFailures(first);
  tellSlowest(first);
  if (failed.length === 0) return countsOf(first);
  console.log(`Once more, alone: ${failed.map((file) => relative(root, file)).join(', ')}`);
  const second = await ProcessPool.run(failed, { ...options, atOnce: 1 });
  tellFailures(second);
  const again = failed
    .filter((file) => second.get(file)?.counts.failed === 0)
    .map((file) => relative(root, file));
  return { ...countsOf(new Map([...first, ...second])), again };
}

function filesOf(folder: string): string[] {
  return globSync(`test/${folder}/**/*.test.ts`, { cwd: root }).map((file) => join(root, file));
}

/** The longest journeys are in the largest files: begun first, they do not run alone at the end. */
function largestFirst(files: readonly string[]): string[] {
  return [...files].sort((one, other) => statSync(other).size - statSync(one).size);
}

function countsOf(results: ReadonlyMap<string, FileResult>): Counts {
  return sum([...results.values()].map(({ counts }) => counts));
}

function tellFailures(results: ReadonlyMap<string, FileResult>): void {
  for (const [file, { failures }] of results)
    if (failures) console.log(`\nFailed in ${relative(root, file)}:\n${failures}`);
}

/** A test run is as long as its slowest files: where to look when it takes too long. */
function tellSlowest(results: ReadonlyMap<string, FileResult>): void {
  const slowest = [...results].sort(([, one], [, other]) => other.seconds - one.seconds);
  const texts = slowest
    .slice(0, SLOWEST_TOLD)
    .map(([file, { seconds }]) => `${basename(file)} ${seconds.toFixed(0)} s`);
  console.log(`The slowest files: ${texts.join(', ')}`);
}
