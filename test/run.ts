/**
 * `npm test`: style and types, then the tests of each kind, the quick ones first; the last line counts them all.
 * `npm test -- unit ui` runs the named parts only: style, unit, page, host, ui; and journeys, generator and pictures, which are not
 * run otherwise.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { cache, root, run } from './editor/cache.ts';
import { launchChromium } from './editor/chromium.ts';
import { prepared } from './editor/prepared.ts';
import { runHostTests } from './editor/runHostTests.ts';
import { type Counts, sum } from './running/counts.ts';
import { runFolder } from './running/runFolder.ts';
import { tellUnderWay } from './running/underWay.ts';
import { limitWholeRun } from './running/wholeRun.ts';

const parts: Readonly<Record<string, () => Promise<Counts>>> = {
  style: checkStyle,
  unit: () => runFolder('unit', { retries: 0 }),
  host: runHostTests,
  page: () => runFolder('page', { retries: 1 }),
  // VS Code's own menus, palette and toasts now and then swallow a key or a click when the machine is busy.
  ui: () => runFolder('ui', { retries: 2 }),
  journeys: () => runFolder('journeys', { retries: 2 }),
  generator: () => runFolder('generator', { retries: 0 }),
  pictures: () => runFolder('pictures', { retries: 2 }),
};
/**
 * Only when they are asked for: the longer journeys through the editor (`npm run journeys`), pictures for people to look at, and tests
 * of what other tests are made with.
 */
const onDemand = ['journeys', 'generator', 'pictures'];
/** What runs beside the part that comes after it: it leaves a processor idle for most of its time. */
const runsBeside: ReadonlySet<string> = new Set(['style', 'host']);

const named = process.argv.slice(2);
const chosen = Object.entries(parts).filter(([name]) =>
  named.length > 0 ? named.includes(name) : !onDemand.includes(name),
);
const counted: Counts[] = [];
limitWholeRun();
// Most of what a short process does is to compile what others have compiled before.
process.env.NODE_COMPILE_CACHE ??= join(cache, 'compiled');
const begin = performance.now();
await prepare(chosen.map(([name]) => name));
const beside: Promise<Counts>[] = [];
for (const [name, runPart] of chosen) {
  console.log(`\n=== ${name}`);
  tellUnderWay(name, 'is under way');
  const counts = runPart().finally(() => tellUnderWay(name, undefined));
  if (runsBeside.has(name)) beside.push(counts);
  else counted.push(await counts, ...(await Promise.all(beside.splice(0))));
}
counted.push(...(await Promise.all(beside)));
const total = sum(counted);
tellWhatFailed(total);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}, in ${minutes} minutes`);
// Not left to the event loop: a browser or server that does not end must not hold the result back.
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** Builds, packages and installs, once and for all parts, before anything starts from it. */
async function prepare(names: readonly string[]): Promise<void> {
  tellUnderWay('before the tests', 'what they start from is made');
  if (names.some((name) => ['ui', 'journeys', 'pictures'].includes(name))) await prepared();
  else if (names.some((name) => ['page', 'host'].includes(name)))
    await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  // Installed by one, before several want it at once.
  if (names.some((name) => name !== 'style')) await (await launchChromium()).close();
  tellUnderWay('before the tests', undefined);
}

async function checkStyle(): Promise<Counts> {
  const lint = spawn('npm', ['run', '--silent', 'lint'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const [status] = (await once(lint, 'exit')) as [number | null];
  if (status === 0) return { passed: 1, failed: 0, skipped: 0 };
  return { passed: 0, failed: 1, skipped: 0, failures: ['npm run lint'] };
}

/** Says by name, where the output of a long run ends, what failed and what passed at a second attempt only. */
function tellWhatFailed({ again = [], failures = [] }: Counts): void {
  if (again.length > 0) console.log('\nOnly at the second attempt:');
  for (const file of again) console.log(`  ${file}`);
  if (failures.length > 0) console.log('\nFailed:');
  for (const line of failures) console.log(`  ${line}`);
}
