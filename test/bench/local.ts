import { build } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { type Figure, atMost, listed } from './figure.ts';
import { type Measured, type Task, measureInProcess } from './local/measure.ts';
import { median } from './median.ts';
import type { PackagedExtension } from './packagedExtension.ts';

/** For each number of pages. The two take turns, and each round is compared in itself: what else the machine does slows both. */
const ROUNDS = 5;
const SEED = 7;
/** Milliseconds for the first statement of a process, by its pages. */
const COLD_MS = new Map([
  [50, 1000],
  [300, 5000],
]);
/** The whole job to the extraction alone in one thread, by pages; it takes two processors to reach them. */
const TIME = new Map([
  [50, 0.95],
  [300, 0.7],
]);
const MORE_MEMORY = 1.6;
const STALL_MS = 20;
const CANCEL_MS = 200;

/**
 * The engine on this computer: the whole job in the published worker against the text extraction of pdf.js alone, which is
 * the limit of its design. Both are bundled and minified alike and run in a worker thread; they take turns, each time in a
 * process of its own, which reads the statement twice: cold, then warm in a new worker.
 */
export async function localFigures({ folder }: PackagedExtension, home: string): Promise<Figure[]> {
  const whole = join(folder, 'dist', 'localWorker.mjs');
  const extraction = await bundledExtraction(home);
  const figures: Figure[] = [];
  for (const [pages, coldMs] of COLD_MS) {
    const task = await inventTask(home, pages);
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await measureInProcess('whole', whole, task));
      theirs.push(await measureInProcess('extraction', extraction, task));
    }
    figures.push(...figuresOf(pages, coldMs, ours, theirs));
  }
  return figures;
}

function figuresOf(
  pages: number,
  coldMs: number,
  ours: readonly Measured[],
  theirs: readonly Measured[],
): Figure[] {
  const about = `read here, ${pages} pages`;
  const of = (all: readonly Measured[], name: keyof Measured) =>
    median(all.map((one) => one[name]));
  const ratio = (name: keyof Measured) =>
    median(ours.map((one, round) => one[name] / (theirs[round]?.[name] ?? NaN)));
  const time = TIME.get(pages) ?? 1;
  return [
    atMost(coldMs, `${about}: cold`, of(ours, 'cold'), 'ms'),
    atMost(time, `${about}, time: cold / extraction alone`, ratio('cold'), 'x'),
    atMost(time, `${about}, time: warm / extraction alone`, ratio('warm'), 'x'),
    listed(`${about}, processor time of both runs: / extraction alone`, ratio('processor'), 'x'),
    atMost(MORE_MEMORY, `${about}, peak memory: / extraction alone`, ratio('memory'), 'x'),
    atMost(STALL_MS, `${about}: main thread stalled`, of(ours, 'stall'), 'ms'),
    atMost(CANCEL_MS, `${about}: from cancel until all workers are gone`, of(ours, 'cancel'), 'ms'),
    listed(`${about}: warm`, of(ours, 'warm'), 'ms'),
    listed(`${about}: extraction alone, cold`, of(theirs, 'cold'), 'ms'),
    listed(`${about}: extraction alone, warm`, of(theirs, 'warm'), 'ms'),
    listed(`${about}: extraction alone, main thread stalled`, of(theirs, 'stall'), 'ms'),
    listed(`${about}: peak memory of the process`, of(ours, 'memory'), 'MB'),
  ];
}

async function inventTask(home: string, pages: number): Promise<Task> {
  const options = { pages, fonts: 'embedded' } as const;
  const { pdf, password } = generateStatement('cams-detailed', SEED, options);
  const file = join(home, `${pages}.pdf`);
  await writeFile(file, pdf);
  return { file, password };
}

async function bundledExtraction(home: string): Promise<string> {
  const outfile = join(home, 'extraction.mjs');
  await build({
    entryPoints: [new URL('local/extractWorker.ts', import.meta.url).pathname],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'error',
  });
  return outfile;
}
