import type { Line } from '../../layout/line.ts';
import type { TableGrid } from '../../layout/table.ts';
import type { Printed } from '../../statement.ts';
import { readNumber } from '../../text/numbers.ts';
import type { HoldingColumn } from './columnRules.ts';

/** The last number of a line: `Sub Total ... 1,05,000.00`. */
export function lastNumber(line: Line): Printed | null {
  for (const run of [...line.runs].reverse()) {
    const value =
      readNumber(run.text) ?? readNumber(/`?\s*([\d,]+\.\d+)\s*$/.exec(run.text)?.[1] ?? '');
    if (value) return { value, page: line.page, row: line.row };
  }
  return null;
}

/** `Portfolio Value ` 1,05,000.00 as on 31-03-2025` in one run. */
export function firstAmount(line: Line): Printed | null {
  const value = readNumber(/([\d,]+\.\d{2})(?!\d)/.exec(line.text)?.[1] ?? '');
  return value && { value, page: line.page, row: line.row };
}

/** The number of a total's row that stands under the column: such a row can hold totals of several. */
export function numberUnder(
  line: Line,
  grid: TableGrid<HoldingColumn> | null,
  name: HoldingColumn,
): Printed | null {
  const value = readNumber(grid?.numberIn(line, name)?.text ?? '');
  return value && { value, page: line.page, row: line.row };
}
