import type { Run } from './run.ts';

/** Points: the short side of A4, and of the smallest and largest page that statements are printed on. */
const USUAL_SIDE = 595;
const LEAST_SIDE = 500;
const MOST_SIDE = 700;
/** Points: the size of most letters of a statement. */
const USUAL_LETTER = 7.5;

/**
 * By how much a page is to be made larger to be as large as statements are: 1 unless it is far from that, and its letters too. Pages
 * are enlarged and reduced as a whole; a small one with letters of usual size is a piece of a page.
 */
export function toUsualSize(width: number, height: number, runs: readonly Run[]): number {
  const side = Math.min(width, height);
  if (!(side > 0) || (side > LEAST_SIDE && side < MOST_SIDE)) return 1;
  let letters = 0;
  let sizes = 0;
  for (const { text, size } of runs) {
    letters += text.length;
    sizes += text.length * size;
  }
  if (letters === 0) return 1;
  const scale = USUAL_SIDE / side;
  const letter = sizes / letters;
  return distance(letter * scale) < distance(letter) ? scale : 1;
}

function distance(letter: number): number {
  return Math.abs(Math.log(letter / USUAL_LETTER));
}

export function scaled(run: Run, by: number): Run {
  const { left, right, y, size } = run;
  return { ...run, left: left * by, right: right * by, y: y * by, size: size * by };
}
