import type { Run } from '../pdf/run.ts';

/** Where something was read: both count from 1. The row is the line of the page, page furniture included. */
export interface Place {
  readonly page: number;
  readonly row: number;
}

/** The runs of one baseline, left to right. */
export interface Line extends Place {
  readonly y: number;
  readonly runs: readonly Run[];
  /** The runs' texts with one space between words and three between cells. */
  readonly text: string;
}

/** Wider gaps than this, in font sizes, part cells from each other rather than words; so do cells that overlap. */
const CELL_GAP = 0.9;
const WORD_GAP = 0.12;

/** The text of runs on one line, left to right. */
export function textOf(runs: readonly Run[]): string {
  let text = '';
  let before: Run | null = null;
  for (const run of runs) {
    if (before) {
      const gap = (run.left - before.right) / Math.max(1, Math.min(run.size, before.size));
      text += gap > CELL_GAP || gap < -WORD_GAP ? '   ' : gap > WORD_GAP ? ' ' : '';
    }
    text += run.text;
    before = run;
  }
  return text.trim();
}

/** Joins the lines of a wrapped text: a space between, but for a word that was cut at its hyphen. */
export function joinWrapped(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const piece = line.trim();
    if (piece === '') continue;
    text += text === '' || /[A-Za-z0-9]-$/.test(text) ? piece : ` ${piece}`;
  }
  return text.replace(/\s+/g, ' ').trim();
}
