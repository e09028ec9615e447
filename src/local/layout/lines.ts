import type { Page, Run } from '../pdf/run.ts';
import { cleanRuns } from './cleanRuns.ts';
import { textOf } from './line.ts';
import type { Line } from './line.ts';

/** Runs belong to one line when their baselines differ by less than this part of the font size. */
const SAME_LINE = 0.32;

/** A page's lines are wanted by several readers. */
const LINES = new WeakMap<Page, readonly Line[]>();

/** The lines of a page from top to bottom. Columns of one row are set up to a point apart, so a line is a band. */
export function linesOf(page: Page): readonly Line[] {
  const known = LINES.get(page);
  if (known) return known;
  const lines = bandsOf(page);
  LINES.set(page, lines);
  return lines;
}

/** The page with the runs of its lines alone: what was drawn twice or letter by letter is let go. */
export function inLines(page: Page): Page {
  const whole = ofLines(page, linesOf(page));
  const drawsNothing = page.runs.length > 0 && whole.runs.length === 0;
  return drawsNothing ? { ...whole, isBlank: true } : whole;
}

/** A page whose lines are known already. */
export function ofLines(page: Omit<Page, 'runs'>, lines: readonly Line[]): Page {
  const whole = { ...page, runs: lines.flatMap(({ runs }) => runs) };
  LINES.set(whole, lines);
  return whole;
}

function bandsOf(page: Page): Line[] {
  const runs = cleanRuns(page.runs).sort((a, b) => a.y - b.y || a.left - b.left);
  const bands: Run[][] = [];
  let top = 0;
  for (const run of runs) {
    const band = bands.at(-1);
    const within = Math.min(3, Math.max(1.4, run.size * SAME_LINE));
    if (band && run.y - top <= within) band.push(run);
    else {
      bands.push([run]);
      top = run.y;
    }
  }
  return bands.map((band, index) => {
    const sorted = band.sort((a, b) => a.left - b.left);
    return {
      page: page.number,
      row: index + 1,
      y: middle(sorted),
      runs: sorted,
      text: textOf(sorted),
    };
  });
}

function middle(runs: readonly Run[]): number {
  const ys = runs.map((run) => run.y).sort((a, b) => a - b);
  return ys[Math.floor(ys.length / 2)] ?? 0;
}
