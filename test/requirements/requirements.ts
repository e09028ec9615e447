/**
 * `npm run requirements`: every requirement of the systems that we sign in to, with the test that shows it and its result,
 * or the written reason why there is none. Fails when one has neither, or a test of one fails.
 *
 * A test shows the ids in its title or in those of its `describe`s: `it('is renewed once [S3-24]')`. Tests of this
 * computer alone are run here; those in an editor are named, and run by `npm test` and `npm run journeys`.
 */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';
import { root } from '../editor/cache.ts';
import { allIds, families, shownBy } from './families.ts';
import reasons from './reasons.json' with { type: 'json' };

interface Shown {
  readonly test: string;
  readonly result: 'passed' | 'failed' | 'in the editor';
}

const written: Readonly<Record<string, string>> = reasons;
const shown = new Map<string, Shown[]>();

function show(title: string, test: string, result: Shown['result']): void {
  for (const [, id = ''] of title.matchAll(/\[(S\d-\d+)\]/g))
    shown.set(id, [...(shown.get(id) ?? []), { test, result }]);
}

/** What the tests say of themselves is not the table. */
class Silent extends Mocha.reporters.Base {
  override epilogue(): void {
    // Nothing.
  }
}

/** Files of which a test may name a requirement: the shared checks have their ids in their tables. */
const naming = /\[S\d-\d+\]|eightChecks/;

async function filesNaming(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(`test/${folder}/**/*.test.ts`, { cwd: root }))
    if (naming.test(await readFile(join(root, file), 'utf8'))) files.push(file);
  return files.sort();
}

async function runHere(): Promise<void> {
  const mocha = new Mocha({ timeout: 0, reporter: Silent });
  for (const file of await filesNaming('unit')) mocha.addFile(join(root, file));
  await mocha.loadFilesAsync();
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => show(test.fullTitle(), test.fullTitle(), 'passed'));
    runner.on('fail', (test) => show(test.fullTitle(), test.fullTitle(), 'failed'));
  });
}

async function nameInEditor(): Promise<void> {
  for (const folder of ['host', 'page', 'ui', 'journeys'])
    for (const file of await filesNaming(folder)) {
      const text = await readFile(join(root, file), 'utf8');
      for (const [, title = ''] of text.matchAll(/\b(?:it|describe)\(\s*['"`](.*?)['"`],/g))
        show(title, `${file}: ${title}`, 'in the editor');
    }
}

/** The one to name of several: a failure first. */
function told(all: readonly Shown[]): Shown | undefined {
  return (
    all.find(({ result }) => result === 'failed') ??
    all.find(({ result }) => result === 'passed') ??
    all[0]
  );
}

function clean(test: string): string {
  return test.replaceAll(/\s*\[S\d-\d+\]/g, '');
}

await runHere();
await nameInEditor();
let missing = 0;
let failed = 0;
for (const id of allIds()) {
  const family = families[id.slice(0, 2) as keyof typeof families];
  if (id.endsWith('-1')) console.log(`\n${id.slice(0, 2)}  ${family.document}`);
  const all = shown.get(id) ?? shown.get(shownBy(id)) ?? [];
  const one = told(all);
  const reason = written[id] ?? written[shownBy(id)];
  const more = all.length > 1 ? ` (and ${all.length - 1} more)` : '';
  if (one?.result === 'failed') failed += 1;
  if (!one && reason === undefined) missing += 1;
  const result = one ? one.result : reason === undefined ? 'MISSING' : 'reason';
  console.log(
    `${id.padEnd(6)} ${result.padEnd(13)} ${one ? clean(one.test) + more : (reason ?? '')}`,
  );
}
const unknown = [...shown.keys()].filter((id) => !allIds().includes(id));
for (const id of unknown) console.log(`${id.padEnd(6)} is named by a test and is no requirement.`);
console.log(
  `\n${allIds().length} requirements, ${missing} without test or reason, ${failed} failed`,
);
process.exit(missing + failed + unknown.length > 0 ? 1 : 0);
