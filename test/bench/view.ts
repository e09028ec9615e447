import { mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Browser, Frame, Page } from 'playwright-core';
import { dataOf, startBareServer } from '../editor/bareServer.ts';
import { launchChromium } from '../editor/chromium.ts';
import { writeSettings } from '../editor/hostedWorkbench.ts';
import { LARGE, TYPICAL, largePortfolio } from '../unit/portfolio/largePortfolio.ts';
import { type Figure, atMost, listed } from './figure.ts';
import { median } from './median.ts';
import type { PackagedExtension } from './packagedExtension.ts';
import { type Driven, driveLarge } from './view/drive.ts';
import { firstRows } from './view/firstRows.ts';
import { pageHeap } from './view/pageHeap.ts';
import { longestPageTask } from './view/longestPageTask.ts';
import {
  DRIVEN,
  OPENINGS,
  type Opening,
  ROUNDS,
  STALLS,
  type Subject,
  badFiles,
  subjects,
} from './view/subjects.ts';

const LONGEST_MS = 240_000;

/**
 * The portfolio in VS Code and its browser: how soon its first row stands there, compared to an empty panel in the same window, and how it
 * scrolls and filters 50,000 transactions. A typical portfolio has 40 schemes and 2,000 transactions, a large one 500 and 50,000.
 */
export async function viewFigures(
  { folder: extension }: PackagedExtension,
  home: string,
): Promise<Figure[]> {
  const own = join(home, 'view');
  const folder = join(own, 'portfolios');
  await mkdir(folder, { recursive: true });
  const large = join(folder, 'large.cas.json');
  await writeFile(large, JSON.stringify(largePortfolio(LARGE)));
  await writeFile(join(folder, 'typical.cas.json'), JSON.stringify(largePortfolio(TYPICAL)));
  const [long, huge] = badFiles;
  // JSON of nearly the largest size that is read, and a file of a size that is refused.
  await writeFile(join(folder, long), `{"x":"${'x'.repeat(60 * 1024 * 1024)}"}`);
  await writeFile(join(folder, huge), '');
  await truncate(join(folder, huge), 200 * 1024 * 1024);
  const { size } = await stat(large);

  const reckoned = await reckonTimes(large, own);
  const { times, driven } = await inVsCode({ extension, own, folder });
  const stalls = (await readFile(join(own, STALLS), 'utf8')).trim().split('\n').map(Number);
  const longestTask = await longestPageTask();
  const heap = await pageHeap(await readFile(large, 'utf8'));
  const first = (subject: Subject) => median(times[subject]);
  const ratio = (subject: Subject) => first(subject) / first('empty');
  return [
    atMost(1.3, 'view: first row, typical / empty panel', ratio('typical'), 'x'),
    atMost(2.5, 'view: first row, large / empty panel', ratio('large'), 'x'),
    listed('view: empty panel', first('empty'), 'ms'),
    listed('view: first row, typical', first('typical'), 'ms'),
    listed('view: first row, large', first('large'), 'ms'),
    atMost(50, 'view: longest frame, 50,000 rows scrolled', driven.longestFrame, 'ms'),
    listed('view: longest frame, nothing scrolled', driven.longestIdleFrame, 'ms'),
    atMost(
      1.05,
      'view: frame while scrolling / while idle',
      driven.scrollFrame / driven.idleFrame,
      'x',
    ),
    atMost(50, 'view: key in the filter to new rows, transactions', driven.transactionKey, 'ms'),
    atMost(50, 'view: key in the filter to new rows, holdings', driven.holdingKey, 'ms'),
    atMost(100, 'view: model, totals, XIRR and checks, large', median(reckoned), 'ms'),
    atMost(3, 'view: memory of the page / JSON, large', heap / size, 'x'),
    listed('view: JSON, large', size / 1e6, 'MB'),
    atMost(50, 'view: longest stall of the host, 60 MB that are no portfolio', stalls[0], 'ms'),
    atMost(50, 'view: longest stall of the host, 200 MB', stalls[1], 'ms'),
    atMost(200, 'view: longest task of the page, 100,000 transactions', longestTask, 'ms'),
  ];
}

interface Place {
  readonly extension: string;
  readonly own: string;
  readonly folder: string;
}

async function inVsCode({
  extension,
  own,
  folder,
}: Place): Promise<{ times: Record<Subject, number[]>; driven: Driven }> {
  await writeSettings(dataOf(own), { 'workbench.startupEditor': 'none' });
  const server = await startBareServer(own, [], { CASPARSER_VIEW_HOME: own });
  const browser = await launchChromium();
  try {
    const page = await windowOf(browser);
    const said: string[] = [];
    const program = { extension, path: await bundledProgram(own), folder };
    const ended = server.run(page, program, (words) => said.push(words.join(' ')));
    const late = wait(LONGEST_MS, undefined, { ref: false }).then(() => {
      throw new Error(`The view took too long:\n${said.join('\n').slice(-3_000)}`);
    });
    const drive = async () => {
      // The last one stays open.
      const seen = await firstRows(page, own, ROUNDS * subjects.length + 1);
      const driven = await driveLarge(await portfolioFrame(page));
      await writeFile(join(own, DRIVEN), '');
      return { seen, driven };
    };
    const { seen, driven } = await Promise.race([drive(), late]);
    await Promise.race([ended, late]);
    return { times: await timesBySubject(own, seen), driven };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function windowOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function timesBySubject(
  own: string,
  seen: readonly number[],
): Promise<Record<Subject, number[]>> {
  const lines = (await readFile(join(own, OPENINGS), 'utf8')).trim().split('\n');
  const times: Record<Subject, number[]> = { empty: [], typical: [], large: [] };
  for (const [index, line] of lines.entries()) {
    const { subject, start } = JSON.parse(line) as Opening;
    const end = seen[index];
    if (end !== undefined) times[subject].push(end - start);
  }
  return times;
}

async function portfolioFrame(page: Page): Promise<Frame> {
  for (const frame of page.frames())
    if (
      await frame
        .locator('main#portfolio')
        .isVisible()
        .catch(() => false)
    )
      return frame;
  throw new Error('No frame shows the large portfolio.');
}

/** Each time in a fresh thread. */
async function reckonTimes(file: string, own: string): Promise<number[]> {
  const script = join(own, 'reckon.mjs');
  await bundle('reckon.ts', script, 'esm');
  const times: number[] = [];
  for (let run = 0; run < ROUNDS; run++) {
    const worker = new Worker(script, { workerData: file });
    const [time] = (await once(worker, 'message')) as [number];
    times.push(time);
    await worker.terminate();
  }
  return times;
}

/** The extension host loads CommonJS. @returns its path */
async function bundledProgram(own: string): Promise<string> {
  const outfile = join(own, 'openings.cjs');
  await bundle('openings.ts', outfile, 'cjs');
  return outfile;
}

async function bundle(source: string, outfile: string, format: 'cjs' | 'esm'): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'view', source)],
    outfile,
    bundle: true,
    platform: 'node',
    format,
    external: ['vscode'],
    logLevel: 'warning',
  });
}
