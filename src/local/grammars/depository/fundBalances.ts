import { Decimal } from '../../../portfolio/decimal.ts';
import type { Line } from '../../layout/line.ts';
import type { TableGrid } from '../../layout/table.ts';
import type { Printed } from '../../statement.ts';
import { DATE } from '../../text/dates.ts';
import { isNil, readNumber } from '../../text/numbers.ts';
import type { FundMovementColumn } from './columnRules.ts';

const LABEL = String.raw`\s+(?:Unit\s+)?(?:Balance|Bal\b\.?|Units\b)`;
const OPENING = new RegExp(String.raw`^(?:${DATE}\s+)?(?:Opening|Op\.)${LABEL}`, 'i');
const CLOSING = new RegExp(String.raw`^(?:${DATE}\s+)?(?:Closing|Cl\.)${LABEL}`, 'i');
const BOTH = new RegExp(String.raw`(?:Closing|Cl\.)${LABEL}`, 'i');
const AMOUNT = /[\d,]*\d(?:\.\d+)?|\.\d+/;

/** A line with the balance of a scheme before or after its transactions; the units are null where they are not understood. */
export interface BalanceLine {
  readonly opening: Printed | null;
  readonly closing: Printed | null;
  readonly says: 'opening' | 'closing' | 'both';
}

/** Whether a line prints a balance: it is no transaction, whatever else it holds. */
export function isBalanceLine({ text }: Line): boolean {
  return OPENING.test(text) || CLOSING.test(text);
}

/** Reads a line with a balance and what of its number wraps: the units under their column, or those that follow the words. */
export function readBalanceLine(
  line: Line,
  wrapped: readonly Line[],
  grid: TableGrid<FundMovementColumn>,
): BalanceLine {
  const { text } = line;
  const second = OPENING.test(text) ? (BOTH.exec(text)?.index ?? null) : null;
  if (second !== null) {
    return {
      opening: unitsIn(text.slice(0, second), line),
      closing: unitsIn(text.slice(second), line),
      says: 'both',
    };
  }
  const cells = grid.cells([line, ...wrapped]);
  const under = [...cells.numbers('balance'), ...cells.numbers('units')];
  const units = (wrapped.length > 0 ? under.at(-1) : under[0]) ?? unitsIn(text, line);
  return OPENING.test(text)
    ? { opening: units, closing: null, says: 'opening' }
    : { opening: null, closing: units, says: 'closing' };
}

function unitsIn(text: string, { page, row }: Line): Printed | null {
  const words = text.replace(new RegExp(DATE, 'g'), '').trim();
  const value = readNumber(AMOUNT.exec(words)?.[0] ?? '');
  if (value) return { value, page, row };
  const isNone = isNil(words.split(/\s+/).at(-1) ?? '');
  return isNone ? { value: Decimal.zero, page, row } : null;
}
