import { spawnSync } from 'node:child_process';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `node test/bench/local/local.ts [ROUNDS]`, after `npm run build`: the whole job in the bundled worker against the text extraction of
 * pdf.js alone, in turns, each in a process of its own; medians.
 */
const rounds = Number(process.argv[2] ?? '3');
const folder = mkdtempSync(join(tmpdir(), 'local-bench-'));
const once = new URL('once.ts', import.meta.url).pathname;

for (const pages of [50, 300]) {
  const { pdf, password } = generateStatement('cams-detailed', 7, { pages, fonts: 'embedded' });
  const file = join(folder, `${pages}.pdf`);
  writeFileSync(file, pdf);
  const runs = { whole: [] as Figures[], extraction: [] as Figures[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const what of ['whole', 'extraction'] as const)
      runs[what].push(runOnce(what, file, password));
  }
  for (const figure of ['cold', 'warm', 'stall', 'memory'] as const) {
    const [whole, extraction] = [runs.whole, runs.extraction].map((each) =>
      median(each.map((one) => one[figure])),
    );
    const ratio = whole !== undefined && extraction ? (whole / extraction).toFixed(2) : '-';
    console.log(
      `${pages} pages, ${figure}: ${whole?.toFixed(0)} against ${extraction?.toFixed(0)} (${ratio})`,
    );
  }
}
rmSync(folder, { recursive: true });

/** Milliseconds, and MB. */
interface Figures {
  readonly cold: number;
  readonly warm: number;
  readonly stall: number;
  readonly memory: number;
}

function runOnce(what: string, file: string, password: string): Figures {
  const { stdout, stderr } = spawnSync(process.execPath, [once, what, file, password], {
    encoding: 'utf8',
  });
  try {
    return JSON.parse(stdout) as Figures;
  } catch {
    throw new Error(`${what} failed: ${stderr}`);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
