import { writeFile } from 'node:fs/promises';
import Mocha from 'mocha';

export interface HostReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One line a test, as they ended. */
  readonly lines: readonly string[];
  readonly failures: readonly string[];
}

/** Called by VS Code inside its extension host. @throws Error when a test fails */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 0, reporter: 'min' });
  // The tests are in this bundle, so they are made known by hand instead of by file name.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./manifest.test.ts');
  await import('./activation.test.ts');
  await import('./log.test.ts');
  await import('./commands.test.ts');
  await import('./portfolioEditor.test.ts');
  await import('./exportPortfolio.test.ts');
  await import('./bundles.test.ts');
  await import('./chatTools.test.ts');
  await import('./connections.test.ts');
  const lines: string[] = [];
  const failed: string[] = [];
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
    // Told by the parent when nothing more comes.
    runner.on('test', (test) => console.log(`Under way: ${test.fullTitle()}`));
    runner.on('pass', (test) => lines.push(`  ✔ ${test.fullTitle()}`));
    runner.on('fail', (test, error: Error) => {
      lines.push(`  ✘ ${test.fullTitle()}`, error.stack ?? error.message);
      failed.push(`test/host: ${test.fullTitle()}`);
    });
  });
  const { passes = 0, failures = 0, pending = 0 } = stats ?? {};
  const counts = { passed: passes, failed: failures, skipped: pending };
  const report: HostReport = { ...counts, lines, failures: failed };
  // VS Code prints much of its own, so what the tests say goes to a file.
  await writeFile(process.env.CASPARSER_REPORT ?? '', JSON.stringify(report));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
