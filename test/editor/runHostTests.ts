import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import type { HostReport } from '../host/index.ts';
import { writeStatements } from '../fixtures/statements.ts';
import { startCasParserService } from '../service/server.ts';
import { tellUnderWay } from '../running/underWay.ts';
import { cache, root } from './cache.ts';
import { desktopCode, hasDisplay } from './desktop.ts';
import { sourceUrls } from './sourceUrls.ts';

/** Runs test/host, with the extension as it was built before, inside the extension host of a real VS Code: the desktop one, or where there is none, the hosted one. */
export async function runHostTests(): Promise<HostReport> {
  const extensionTestsPath = join(cache, 'host-tests', 'index.cjs');
  const { metafile } = await build({
    entryPoints: [join(root, 'test', 'host', 'index.ts')],
    absWorkingDir: root,
    outfile: extensionTestsPath,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha', 'pdfkit', 'pdfjs-dist'],
    plugins: [sourceUrls],
    sourcemap: 'inline',
    metafile: true,
    logLevel: 'warning',
  });
  const forgotten = globSync('test/host/*.test.ts', { cwd: root }).filter(
    (file) => !(file in metafile.inputs),
  );
  if (forgotten.length > 0) throw new Error(`Never run: ${forgotten.join(', ')}`);
  const desktop = hasDisplay() ? await desktopCode() : undefined;
  const home = await mkdtemp(join(tmpdir(), 'casparser-report-'));
  const reportFile = join(home, 'report.json');
  const [statement] = await writeStatements(home);
  const service = await startCasParserService({ statements: home });
  const surroundings = {
    origin: service.origin,
    key: service.key,
    pdf: statement?.path,
    password: statement?.password,
  };
  const said: string[] = [];
  const hear = () =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        said.push(chunk.toString());
        tellUnderWay('host', chunk.toString().trim().split('\n').at(-1));
        done();
      },
    });
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? join(import.meta.dirname, 'hostedCode.ts'),
      extensionDevelopmentPath: root,
      extensionTestsPath,
      extensionTestsEnv: {
        CASPARSER_REPORT: reportFile,
        CASPARSER_SURROUNDINGS: JSON.stringify(surroundings),
      },
      stdout: hear(),
      stderr: hear(),
    }).catch(() => undefined); // the report tells more than the exit code
    const report = JSON.parse(await readFile(reportFile, 'utf8')) as HostReport;
    console.log(report.lines.join('\n'));
    return report;
  } catch {
    const line = 'The tests in the extension host did not report. VS Code said at the end:';
    console.error(`${line}\n${said.join('').slice(-5000)}`);
    const failures = ['test/host: it did not report'];
    return { passed: 0, failed: 1, skipped: 0, lines: [], failures };
  } finally {
    await service.close();
    await rm(home, { recursive: true, force: true });
  }
}
