import type { Line } from '../layout/line.ts';
import type { TableGrid } from '../layout/table.ts';
import type { Notes } from '../notes.ts';

/** Lines of one cell are nearer to each other than this many times the size of their type. */
const FAR = 2;

/**
 * The lines of a table without those of words that are no part of any cell: they say something of the rows around them. Each is warned
 * of.
 * @param isRow whether a line surely is one of a row
 */
export function withoutCaptions<Name extends string>(
  lines: readonly Line[],
  grid: TableGrid<Name>,
  isRow: (line: Line) => boolean,
  notes: Notes,
): Line[] {
  return lines.filter((line, index) => {
    const isApart =
      isFar(lines[index - 1], line) &&
      lines.slice(index + 1, index + 2).every((next) => isFar(line, next));
    const isCaption = !isRow(line) && (isApart || grid.isNoCell(line));
    if (isCaption) warnOfCaption(line, notes);
    return !isCaption;
  });
}

function isFar(above: Line | undefined, line: Line): boolean {
  return above?.page === line.page && line.y - above.y > FAR * (line.runs[0]?.size ?? 0);
}

export function warnOfCaption(line: Line, notes: Notes): void {
  notes.warn(
    'line-not-understood',
    'A line of words among the rows of this table is no part of them; it was left out.',
    line,
  );
}
