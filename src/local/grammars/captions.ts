import type { Line } from '../layout/line.ts';
import type { TableGrid } from '../layout/table.ts';
import type { Notes } from '../notes.ts';

/**
 * The lines of a table without those of words that reach across its columns: they say something of the rows around them, and are no
 * part of any cell. Each is warned of.
 * @param isRow whether a line surely is one of a row
 */
export function withoutCaptions<Name extends string>(
  lines: readonly Line[],
  grid: TableGrid<Name>,
  isRow: (line: Line) => boolean,
  notes: Notes,
): Line[] {
  return lines.filter((line) => {
    const isCaption = !isRow(line) && grid.reachesAcross(line);
    if (isCaption) warnOfCaption(line, notes);
    return !isCaption;
  });
}

export function warnOfCaption(line: Line, notes: Notes): void {
  notes.warn(
    'line-not-understood',
    'A line of words among the rows of this table is no part of them; it was left out.',
    line,
  );
}
