import { globSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import Mocha from 'mocha';
import { root } from './editor/cache.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Files that failed once and passed when they were run again. */
  readonly again?: number;
}

/**
 * Runs the tests of a folder; a file that failed is run once more, from its start and with the machine to itself. That
 * it needed that is told, so that nobody takes an unsteady test for a steady one.
 */
export async function runMocha(folder: string, options: Mocha.MochaOptions): Promise<Counts> {
  const first = await runFiles(largestFirst(filesOf(folder)), options);
  // What failed outside of any file cannot be run again.
  const failed = [...first]
    .filter(([file, counts]) => file !== '' && counts.failed > 0)
    .map(([file]) => file);
  if (failed.length === 0) return sum(first.values());
  console.log(`Once more, alone: ${failed.map((file) => relative(root, file)).join(', ')}`);
  const second = await runFiles(failed, { ...options, jobs: 1 });
  const total = sum(new Map([...first, ...second]).values());
  const again = failed.filter((file) => second.get(file)?.failed === 0).length;
  return { ...total, again };
}

function filesOf(folder: string): string[] {
  return globSync(`test/${folder}/**/*.test.ts`, { cwd: root }).map((file) => join(root, file));
}

/** The longest journeys are in the largest files: begun first, they do not run alone at the end. */
function largestFirst(files: readonly string[]): string[] {
  return [...files].sort((one, other) => statSync(other).size - statSync(one).size);
}

/** How each file fared. */
async function runFiles(
  files: readonly string[],
  options: Mocha.MochaOptions,
): Promise<Map<string, Counts>> {
  const forbidOnly = process.env.CI !== undefined;
  const mocha = new Mocha({ timeout: 20_000, forbidOnly, ...options });
  for (const file of files) mocha.addFile(file);
  // Workers load the files themselves.
  if (!options.parallel) await mocha.loadFilesAsync();
  const counted = new Map(files.map((file) => [file, { passed: 0, failed: 0, skipped: 0 }]));
  const count =
    (outcome: 'passed' | 'failed' | 'skipped') =>
    ({ file = '' }: { file?: string }): void => {
      const counts = counted.get(file) ?? { passed: 0, failed: 0, skipped: 0 };
      counts[outcome]++;
      counted.set(file, counts);
    };
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      resolve(counted);
    });
    runner.on('pass', count('passed'));
    runner.on('fail', count('failed'));
    runner.on('pending', count('skipped'));
    runner.on('retry', (test: Mocha.Test, reason: Error) => {
      console.log(`      again: ${test.title}: ${reason.message.split('\n')[0]}`);
    });
  });
}

function sum(parts: Iterable<Counts>): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of parts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
