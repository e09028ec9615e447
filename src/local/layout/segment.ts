import { isNil } from '../text/numbers.ts';
import type { Line } from './line.ts';
import { TableGrid } from './table.ts';
import type { TableColumn } from './table.ts';

/** The lines of a table under one header on one page. */
export interface Segment<Name extends string> {
  readonly columns: readonly TableColumn<Name>[];
  readonly lines: readonly Line[];
  /** Whether the table began on the page before. */
  readonly continues: boolean;
}

/** Labels printed again on the next page stand within this many points of the first ones. */
const SAME_PLACE = 1;

/**
 * The grid of each segment. Pages whose headers stand alike are one table: a page with one row learns from the others where columns
 * stand.
 * @param isRow whether a line surely is a row
 * @param build how the grid of all lines under headers that stand alike is made
 */
export function gridsOf<Name extends string>(
  segments: readonly Segment<Name>[],
  isRow: (line: Line) => boolean,
  build = gridOfRows<Name>,
): TableGrid<Name>[] {
  const groups: { columns: Segment<Name>['columns']; lines: Line[]; members: number[] }[] = [];
  for (const [index, { columns, lines }] of segments.entries()) {
    const group = groups.find((each) => standAlike(each.columns, columns));
    group?.lines.push(...lines);
    group?.members.push(index);
    if (!group) groups.push({ columns, lines: [...lines], members: [index] });
  }
  const grids = groups.map(({ columns, lines }) => build(columns, lines, isRow));
  return segments.flatMap((_, index) => {
    const grid = grids[groups.findIndex(({ members }) => members.includes(index))];
    return grid ? [grid] : [];
  });
}

function gridOfRows<Name extends string>(
  columns: readonly TableColumn<Name>[],
  lines: readonly Line[],
  isRow: (line: Line) => boolean,
): TableGrid<Name> {
  return new TableGrid(columns, lines.filter(isRow));
}

/** Where cells are stacked, so many lines with several numbers can be of one row. */
const ROWS_OF_ONE = 4;

/**
 * The grid of a table of rows and nothing else. Where cells wrap, those of a column can stand above or below the lines that surely
 * are rows: numbers in no column are one of their own, or of a label that nothing else stands under, unless they are but one of
 * many rows. A mark for nothing can be set aside in any one cell.
 */
export function gridOfWrapped<Name extends string>(
  columns: readonly TableColumn<Name>[],
  lines: readonly Line[],
  isRow: (line: Line) => boolean,
): TableGrid<Name> {
  const rows = lines.filter(isRow);
  const grid = new TableGrid(columns, rows);
  const astray = lines.flatMap((line) => {
    const runs = isRow(line) ? [] : grid.cells([line]).astray;
    return runs.length > 0 ? [{ line, isNone: runs.every(({ run }) => isNil(run.text)) }] : [];
  });
  const areColumn = astray.length > 1 || rows.length <= ROWS_OF_ONE;
  const taken = astray.filter(({ isNone }) => areColumn || isNone).map(({ line }) => line);
  return taken.length > 0 ? new TableGrid(columns, [...rows, ...taken], rows.length) : grid;
}

function standAlike<Name extends string>(
  one: readonly TableColumn<Name>[],
  other: readonly TableColumn<Name>[],
): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every(({ name, left, right }, index) => {
      const column = other[index];
      if (column?.name !== name) return false;
      return (
        Math.abs(column.left - left) <= SAME_PLACE && Math.abs(column.right - right) <= SAME_PLACE
      );
    })
  );
}
