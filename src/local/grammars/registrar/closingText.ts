import { overlapOf } from '../../layout/columns.ts';
import { textOf } from '../../layout/line.ts';
import type { Line, Place } from '../../layout/line.ts';
import type { Run } from '../../pdf/run.ts';

/** A piece of what closing lines say, in the order in which it is read. */
export interface Piece extends Place {
  readonly text: string;
}

/** The lines from top to bottom. */
export function inReadingOrder(lines: readonly Line[]): Piece[] {
  return lines.map(({ text, page, row }) => ({ text, page, row }));
}

interface Cell {
  left: number;
  right: number;
  readonly pieces: Piece[];
}

/** Wider gaps than this, in font sizes, part cells from each other. */
const CELL_GAP = 0.9;

/**
 * The same lines cell by cell: each field of a closing line can wrap by itself, its label over its value. What stands below a cell
 * belongs to it; what stands below none begins another.
 */
export function inCells(lines: readonly Line[]): Piece[] {
  const cells: Cell[] = [];
  for (const { runs, page, row } of lines) {
    const above = [...cells];
    for (const part of partsOf(runs)) {
      const [first, last] = [part[0], part.at(-1)];
      if (!first || !last) continue;
      const piece = { text: textOf(part), page, row };
      const band = { left: first.left, right: last.right };
      const cell = above
        .map((each) => ({ each, shared: overlapOf(each, band) }))
        .filter(({ shared }) => shared > 0)
        .sort((one, other) => other.shared - one.shared)[0]?.each;
      if (!cell) cells.push({ ...band, pieces: [piece] });
      else {
        cell.pieces.push(piece);
        cell.left = Math.min(cell.left, band.left);
        cell.right = Math.max(cell.right, band.right);
      }
    }
  }
  return cells.sort((one, other) => one.left - other.left).flatMap(({ pieces }) => pieces);
}

function partsOf(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [];
  for (const run of runs) {
    const last = parts.at(-1)?.at(-1);
    if (last && run.left - last.right < CELL_GAP * run.size) parts.at(-1)?.push(run);
    else parts.push([run]);
  }
  return parts;
}
