import { hasDecimals } from '../../layout/columns.ts';
import { isWellFormed } from '../../layout/cells.ts';
import type { Line } from '../../layout/line.ts';
import { recordsOf } from '../../layout/records.ts';
import type { TableGrid } from '../../layout/table.ts';
import type { Notes } from '../../notes.ts';
import { withoutCaptions } from '../captions.ts';
import type { FundMovementColumn } from './columnRules.ts';
import { rowDate } from './fundBlocks.ts';
import type { FundBlock } from './fundBlocks.ts';
import { isTaxLine } from './fundTransaction.ts';

/** A transaction's lines, and those below it that print what tax was paid with it. */
export interface FundRow {
  readonly anchor: Line;
  readonly lines: Line[];
  readonly taxes: Line[];
  readonly grid: TableGrid<FundMovementColumn>;
}

const FIGURES = ['amount', 'nav', 'price', 'units', 'balance'] as const;

/** The rows of a block with the words that wrap, which can go on behind the end of a page. */
export function fundRows({ parts }: FundBlock, notes: Notes): FundRow[] {
  const rows: FundRow[] = [];
  for (const { lines, grid } of parts) {
    const taxes = lines.filter(isTaxLine);
    const words = lines.filter((line) => !isTaxLine(line));
    const own = withoutCaptions(words, grid, isDated, notes);
    const { records, before } = recordsOf(own, isDated, rows.length > 0);
    const last = rows.at(-1);
    if (last) last.lines.push(...before);
    else for (const line of before) warnOfNumbers(line, notes);
    for (const record of records) {
      const anchor = record.find(isDated);
      if (anchor) rows.push({ anchor, lines: record, taxes: [], grid });
    }
    for (const line of taxes) {
      const row = rows.findLast(
        ({ anchor }) => anchor.page < line.page || (anchor.page === line.page && anchor.y < line.y),
      );
      if (row) row.taxes.push(line);
      else warnOfNumbers(line, notes);
    }
  }
  return rows.map((row) => ({ ...row, lines: ownLines(row, notes) }));
}

/** Warns of numbers in a line of the table that belongs to no row. */
export function warnOfNumbers(line: Line, notes: Notes): void {
  if (!line.runs.some(hasDecimals)) return;
  notes.warn('line-not-understood', 'A line among fund transactions was not understood.', line);
}

function isDated(line: Line): boolean {
  return rowDate(line) !== null;
}

/** The lines of a row without those that hold figures of something else: the row has its own. */
function ownLines({ anchor, lines, grid }: FundRow, notes: Notes): Line[] {
  return lines.filter((line) => {
    const isOther = line !== anchor && FIGURES.some((name) => isSecond(line, anchor, grid, name));
    if (isOther) warnOfNumbers(line, notes);
    return !isOther;
  });
}

function isSecond(
  line: Line,
  anchor: Line,
  grid: TableGrid<FundMovementColumn>,
  name: FundMovementColumn,
): boolean {
  const own = grid.numberIn(anchor, name);
  const other = grid.numberIn(line, name);
  const isWhole = other !== null && hasDecimals(other);
  return own !== null && isWellFormed(own.text) && isWhole && !other.text.startsWith('.');
}
