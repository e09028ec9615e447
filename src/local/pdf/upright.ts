import { times } from './matrix.ts';
import type { Matrix } from './matrix.ts';

/** A page as it is seen: its size in points, and the matrix from its own space to points from its top left corner. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly base: Matrix;
}

/** By how many quarters text is turned clockwise: 0 reads from left to right. */
export type Turn = 0 | 1 | 2 | 3;

export function turnOf(across: number, down: number): Turn {
  if (Math.abs(across) >= Math.abs(down)) return across >= 0 ? 0 : 2;
  return down >= 0 ? 1 : 3;
}

/** Points: text of one line stands this near. */
const SAME_LINE = 2;

/** Counts where a page's text runs: viewers and printers turn pages, text and all, and say so or not. */
export class TurnCount {
  private readonly lines: [number, number, number, number] = [0, 0, 0, 0];
  private readonly last: [number, number, number, number] = [NaN, NaN, NaN, NaN];

  /** @param across where the text stands across its own line, in points */
  add(turn: Turn, across: number): void {
    if (Math.abs(across - this.last[turn]) < SAME_LINE) return;
    this.last[turn] = across;
    this.lines[turn] += 1;
  }

  /** How most of the lines are turned. A watermark, which is drawn sideways, has many letters and is one line. */
  most(): Turn {
    const [upright, ...turned] = this.lines;
    const most = Math.max(...turned);
    return most > upright ? ((turned.indexOf(most) + 1) as Turn) : 0;
  }
}

/** The page turned back so that text of that turn is upright. */
export function turnedBack({ width, height, base }: View, turn: Turn): View {
  switch (turn) {
    case 0:
      return { width, height, base };
    case 1:
      return { width: height, height: width, base: times([0, -1, 1, 0, 0, width], base) };
    case 2:
      return { width, height, base: times([-1, 0, 0, -1, width, height], base) };
    case 3:
      return { width: height, height: width, base: times([0, 1, -1, 0, height, 0], base) };
  }
}
