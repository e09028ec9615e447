/**
 * `npm run bench -- --json FILE [SUBJECT ...]`: measures all subjects or those named, prints a table, and writes the figures to
 * the file if one is given.
 * Every figure compares within this one run, so that it means the same on a slow machine as on a fast one.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { soakFigures } from '../soak/soakFigures.ts';
import { activationFigures } from './activation.ts';
import { bundleFigures } from './bundles.ts';
import type { Figure } from './figure.ts';
import { localFigures } from './local.ts';
import { packagedExtension } from './packagedExtension.ts';
import { readingFigures } from './reading.ts';
import { refusalFigures } from './refusals.ts';
import { simulationFigures } from './simulation.ts';
import { printTable } from './table.ts';
import { uploadFigures } from './upload.ts';
import { viewFigures } from './view.ts';

/** Statements of the soak, which `npm run soak` has more of. */
const SOAKED = 150;
/** Runs of the simulation, which `npm run simulate` has more of. */
const SIMULATED = 2_000;
const SEED = 1;

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' } },
  allowPositionals: true,
});

const home = await mkdtemp(join(tmpdir(), 'casparser-bench-'));
try {
  const extension = await packagedExtension(home);
  const subjects: readonly (readonly [string, () => Promise<Figure[]>])[] = [
    ['bundles', () => bundleFigures(extension)],
    ['local', () => localFigures(extension, home)],
    ['reading', readingFigures],
    ['upload', () => uploadFigures(home)],
    ['refusals', refusalFigures],
    ['activation', () => activationFigures(extension, home)],
    ['view', () => viewFigures(extension, home)],
    ['batch', () => soakFigures(SOAKED, SEED)],
    ['simulation', () => simulationFigures(SIMULATED, SEED)],
  ];
  console.log(`Node ${process.version}, ${availableParallelism()} processors, ${load()}`);
  const figures: Figure[] = [];
  for (const [subject, measure] of subjects) {
    if (positionals.length > 0 && !positionals.includes(subject)) continue;
    figures.push(...(await measure()));
    // What else the machine had to do disturbs times: repeat a run whose load is far above its number of processors.
    console.log(`${subject}: measured; ${load()}`);
  }
  printTable(figures);
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
}

function load(): string {
  const [lastMinute = 0] = loadavg();
  return `load average ${lastMinute.toFixed(2)}`;
}
