import type { Cells } from '../layout/cells.ts';
import type { Line } from '../layout/line.ts';
import type { TableGrid } from '../layout/table.ts';
import type { Notes } from '../notes.ts';

/** Warns of numbers, nil marks and dates of a record that stand under no column: they are left out, not taken for words. */
export function warnOfAstray<Name extends string>({ astray }: Cells<Name>, notes: Notes): void {
  const [first] = astray;
  if (!first) return;
  notes.warn(
    'number-outside-columns',
    'A number, date or nil mark of this row stands under no column; it was left out.',
    first.line,
  );
}

/** Warns once of each column whose label is not known, at its first cell. */
export function warnOfUnknownColumns<Name extends string>(
  grid: TableGrid<Name>,
  lines: readonly Line[],
  notes: Notes,
): void {
  for (const { line } of grid.unknownIn(lines)) {
    notes.warn(
      'unknown-column',
      'A column of this table has no known label; what stands in it was left out.',
      line,
    );
  }
}
