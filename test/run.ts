/**
 * `npm test`: style and types, then the tests of each kind, the quick ones first; the last line counts them all.
 * `npm test -- unit ui` runs the named parts only: style, unit, page, host, ui; and generator and pictures, which are not run otherwise.
 */
import { spawnSync } from 'node:child_process';
import { root, run } from './editor/cache.ts';
import { launchChromium } from './editor/chromium.ts';
import { runHostTests } from './editor/runHostTests.ts';
import { packageExtension } from './editor/vsix.ts';
import { type Counts, runMocha } from './runMocha.ts';

const parts: Readonly<Record<string, () => Counts | Promise<Counts>>> = {
  style: checkStyle,
  unit: () => runMocha('unit', { parallel: true, jobs: 3, timeout: 0 }),
  page: runOnPage,
  host: runHostTests,
  ui: () => runThroughUserInterface('ui'),
  generator: () => runMocha('generator', { parallel: true, jobs: 2, timeout: 0 }),
  pictures: () => runThroughUserInterface('pictures'),
};
/** Pictures for people to look at, and tests of what other tests are made with: only when they are asked for. */
const onDemand = ['generator', 'pictures'];

const named = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0, again: 0 };
for (const [name, runPart] of Object.entries(parts)) {
  if (named.length > 0 ? !named.includes(name) : onDemand.includes(name)) continue;
  console.log(`\n=== ${name}`);
  const counts = await runPart();
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  total.again += counts.again ?? 0;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
const again = total.again > 0 ? `, ${total.again} of the files only at the second attempt` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}${again}`);
// Not left to the event loop: a browser or server that does not end must not hold the result back.
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function checkStyle(): Counts {
  const { status } = spawnSync('npm', ['run', '--silent', 'lint'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** The portfolio page alone in a browser. */
async function runOnPage(): Promise<Counts> {
  await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  // Installed by one, before several want it at once.
  await (await launchChromium()).close();
  return runMocha('page', { parallel: true, jobs: 2, timeout: 0, retries: 1 });
}

/** A person waits more than they work, so several files run at a time. They share the package, which takes a while to make. */
async function runThroughUserInterface(folder: string): Promise<Counts> {
  process.env.CASPARSER_VSIX = await packageExtension();
  // VS Code's own menus, palette and toasts now and then swallow a key or a click when the machine is busy.
  return runMocha(folder, { parallel: true, jobs: 4, retries: 2 });
}
