/**
 * A process that runs test files, one after another, as it is told. What is printed meanwhile goes to its parent with the
 * result, so that files that run at the same time do not talk at the same time.
 */
import { relative } from 'node:path';
import Mocha from 'mocha';
import { root } from '../editor/cache.ts';
import type { FileToRun, Said } from './messages.ts';

const { Base, Spec } = Mocha.reporters;

/** One line a test; the failures are listed by the parent, after all files. */
class Lines extends Spec {
  override epilogue(): void {
    // Nothing.
  }
}

let heard = '';
const hear = (text: string | Uint8Array) => {
  heard += typeof text === 'string' ? text : Buffer.from(text).toString();
  return true;
};
process.stdout.write = hear;
process.stderr.write = hear;

process.on('message', (message) => void run(message as FileToRun));
// What was started goes with us, however we are told to end.
process.once('disconnect', () => process.exit(1));
process.once('SIGTERM', () => process.exit(1));

async function run({ file, retries }: FileToRun): Promise<void> {
  heard = '';
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const titles: string[] = [];
  const failed: Mocha.Test[] = [];
  // A test and its hooks have all the time they need: only the whole run has a limit.
  const mocha = new Mocha({
    timeout: 0,
    retries,
    reporter: Lines,
    forbidOnly: process.env.CI !== undefined,
  });
  mocha.addFile(file);
  try {
    await mocha.loadFilesAsync();
    await new Promise<void>((resolve) => {
      const runner = mocha.run(() => resolve());
      runner.on('pass', () => counts.passed++);
      runner.on('pending', () => counts.skipped++);
      runner.on('fail', (test) => {
        counts.failed++;
        failed.push(test);
        titles.push(test.fullTitle());
      });
      runner.on('retry', (test: Mocha.Test, reason: Error) => {
        console.log(`      again: ${test.title}: ${reason.message.split('\n')[0]}`);
      });
      runner.on('hook', (hook) =>
        say({ what: 'under way', title: hook.fullTitle(), isTest: false }),
      );
      runner.on('test', (test) =>
        say({ what: 'under way', title: test.fullTitle(), isTest: true }),
      );
    });
  } catch (error) {
    counts.failed++;
    titles.push('it cannot be run');
    console.log(`${relative(root, file)} cannot be run:`, error);
  }
  const output = heard;
  heard = '';
  if (failed.length > 0) Base.list(failed);
  const place = relative(root, file);
  const failures = titles.map((title) => `${place}: ${title}`);
  say({ what: 'ended', counts: { ...counts, failures }, output, failures: heard });
}

function say(said: Said): void {
  process.send?.(said);
}
