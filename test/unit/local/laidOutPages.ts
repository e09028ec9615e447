import { readPages } from '../../../src/local/readPages.ts';
import type { LocalAnswer } from '../../../src/local/readPages.ts';
import type { Run } from '../../../src/local/pdf/run.ts';
import { textWidth } from '../../fixtures/statementsGenerator/page/textWidth.ts';

/** A cell of a page laid out by hand: its text, and where it begins or, with `end`, ends. */
export type Cell = readonly [text: string, x: number, end?: 'end'];

/** A line of cells, or a number that stands for so many points of room. */
export type Row = number | readonly Cell[];

/** Reads an eCAS whose pages are laid out by hand, 7 points high, a line every 11 points. */
export function readLaidOut(title: string, ...pages: readonly (readonly Row[])[]): LocalAnswer {
  return readPages({
    pages: pages.map((rows, index) => ({
      number: index + 1,
      width: 595,
      height: 842,
      runs: runsOf(rows),
      sideways: [],
    })),
    title,
    creator: '',
    producer: '',
  });
}

function runsOf(rows: readonly Row[]): Run[] {
  const runs: Run[] = [];
  let y = 40;
  for (const row of rows) {
    if (typeof row === 'number') y += row;
    else {
      for (const [text, x, end] of row) {
        const width = textWidth(text, 7);
        const left = end === 'end' ? x - width : x;
        runs.push({ text, left, right: left + width, y, size: 7, bold: false });
      }
      y += 11;
    }
  }
  return runs;
}
