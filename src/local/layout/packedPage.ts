import type { Page, Run } from '../pdf/run.ts';
import type { Line } from './line.ts';
import { linesOf, ofLines } from './lines.ts';

/** A page with its lines as it goes from one thread to another: a few lists instead of thousands of objects, which copy slowly. */
export interface PackedPage {
  readonly page: Omit<Page, 'runs'>;
  /** The texts of all lines, then those of all runs. */
  readonly texts: readonly string[];
  /** How many runs each line has. */
  readonly lengths: Uint32Array;
  /** The baselines of all lines, then `NUMBERS` of each run. */
  readonly numbers: Float64Array;
  /** Of each run, the bits of `FLAGS`. */
  readonly flags: Uint8Array;
}

const NUMBERS = ['left', 'right', 'y', 'size'] as const satisfies readonly (keyof Run)[];
const FLAGS = { bold: 1, afterSpace: 2 } as const satisfies Partial<Record<keyof Run, number>>;

type PackedField = 'text' | keyof typeof FLAGS | (typeof NUMBERS)[number];
/** A run of which something would be left behind cannot be packed. */
type PackedRun = keyof Run extends PackedField ? Run : never;

/** Packs a page that has the runs of its lines alone. */
export function packPage(whole: Page): PackedPage {
  const { runs, ...page }: Page & { readonly runs: readonly PackedRun[] } = whole;
  const lines = linesOf(whole);
  const numbers = new Float64Array(lines.length + runs.length * NUMBERS.length);
  let at = 0;
  for (const { y } of lines) numbers[at++] = y;
  for (const run of runs) for (const name of NUMBERS) numbers[at++] = run[name];
  return {
    page,
    texts: [...lines, ...runs].map(({ text }) => text),
    lengths: Uint32Array.from(lines, (line) => line.runs.length),
    numbers,
    flags: Uint8Array.from(runs, flagsOf),
  };
}

export function unpackPage({ page, texts, lengths, numbers, flags }: PackedPage): Page {
  let at = lengths.length;
  const next = (): number => numbers[at++] ?? NaN;
  const all = Array.from(flags, (flag, index): Run => {
    const text = texts[lengths.length + index] ?? '';
    const [left, right, y, size] = [next(), next(), next(), next()];
    const run = { text, left, right, y, size, bold: (flag & FLAGS.bold) !== 0 };
    return (flag & FLAGS.afterSpace) === 0 ? run : { ...run, afterSpace: true };
  });
  let from = 0;
  const lines = Array.from(lengths, (length, index): Line => {
    const runs = all.slice(from, (from += length));
    const text = texts[index] ?? '';
    return { page: page.number, row: index + 1, y: numbers[index] ?? NaN, runs, text };
  });
  return ofLines(page, lines);
}

function flagsOf({ bold, afterSpace }: Run): number {
  return (bold ? FLAGS.bold : 0) | (afterSpace === true ? FLAGS.afterSpace : 0);
}
