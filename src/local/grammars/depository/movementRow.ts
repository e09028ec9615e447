import { emptyTransaction } from '../../emptyTransaction.ts';
import { Decimal } from '../../../portfolio/decimal.ts';
import type { TransactionType } from '../../../portfolio/transactionType.ts';
import type { Cells } from '../../layout/cells.ts';
import type { Line } from '../../layout/line.ts';
import type { Printed, PrintedTransaction } from '../../statement.ts';
import { DATE, readDate } from '../../text/dates.ts';
import { readNumber } from '../../text/numbers.ts';
import type { MovementColumn } from './columnRules.ts';

export const HAS_DATE = new RegExp(`^${DATE}(?=\\s|$)`);
/** Words of a row that says a balance. A movement can name one too: `FREE BALANCE TO LOCKED IN`. */
export const BALANCE =
  /\bbal(?:ance)?\b|\b[bc]\s*\/\s*[fd]\b|\b(?:brought|carried)\s+(?:forward|down|over)\b|\b(?:opening|closing)\b/i;
/** Words that no movement begins with. */
const SURELY_BALANCE =
  /^(?:(?:opening|closing|op\.?|cl\.?)\s*bal|balance\s+(?:as\s+on|[bc]\s*\/|brought|carried)|[bc]\s*\/\s*[fd]\b|(?:brought|carried)\s+(?:forward|down|over))/i;
/** Entries that are no trade: they come from the company or from a pledge. */
const NO_TRADE =
  /bonus|split|corporate\s*action|demerger|merger|amalgamation|rights|conversion|consolidation|pledge|buy\s?back|redemption\s+of\s+face/i;

/** A balance and its number in one text: `Opening Balance : 10.000`. */
const WRITTEN_OUT = /\bbal(?:ance)?\b[^\d]*?((?:\d[\d,]*)?\d(?:\.\d+)?)$/i;

/** Whether a line has a date of its own. */
export function hasDate(line: Line): boolean {
  return line.runs.some((run) => HAS_DATE.test(run.text));
}

/** Whether a row can be a balance by its figures: no units moved. */
export function movesNothing(cells: Cells<MovementColumn>): boolean {
  return !isMoved(cells.number('credit')) && !isMoved(cells.number('debit'));
}

/**
 * The units that a row says to be the balance; null where it is no such row.
 * @param isEdge whether it is the first or the last row of its ISIN: a balance there needs no words that are known
 */
export function balanceOf(
  cells: Cells<MovementColumn>,
  anchor: Line,
  isEdge: boolean,
): Printed | null {
  const words = anchor.text.replace(new RegExp(DATE, 'g'), '').trim();
  const [credit, debit] = [cells.number('credit'), cells.number('debit')];
  const closing = cells.number('closing');
  const opening = cells.number('opening');
  if (!movesNothing(cells)) {
    return SURELY_BALANCE.test(words) ? (closing ?? opening ?? credit ?? debit) : null;
  }
  if (closing && opening && !closing.value.equals(opening.value)) return null;
  if (BALANCE.test(words)) {
    const isNil = cells.isNil('closing') || cells.isNil('opening');
    const nothing = isNil ? { value: Decimal.zero, page: anchor.page, row: anchor.row } : null;
    return closing ?? opening ?? nothing ?? writtenBalance(anchor);
  }
  const isBlank = cells.runs('credit').length === 0 && cells.runs('debit').length === 0;
  return isEdge && isBlank && cells.text('order') === null ? (closing ?? opening) : null;
}

/** The balance that a text ends with, where it stands in no column. */
export function writtenBalance(line: Line): Printed | null {
  const text = line.text.replace(new RegExp(DATE, 'g'), ' ').trim();
  const value = readNumber(WRITTEN_OUT.exec(text)?.[1] ?? '');
  return value && { value, page: line.page, row: line.row };
}

/** What a row of a movement says; null where it has no date or moves no units. */
export function transactionOf(
  cells: Cells<MovementColumn>,
  anchor: Line,
): PrintedTransaction | null {
  const date = readDate(HAS_DATE.exec(cells.text('date') ?? '')?.[0] ?? '');
  const credit = cells.number('credit');
  const debit = cells.number('debit');
  if (date === null || (!credit && !debit)) return null;
  const parts = [cells.text('particulars'), cells.text('instruction')];
  const description = parts.filter((part) => part !== null).join(' ');
  return {
    ...emptyTransaction(anchor, date, description),
    type: typeOf(description, credit, debit),
    units: credit && credit.value.sign !== 0 ? credit : debit,
    balance: cells.number('closing'),
    opening: cells.number('opening'),
    credit,
    debit,
    stampDuty: cells.number('stampDuty'),
    orderNumber: cells.text('order'),
  };
}

function isMoved(units: Printed | null): boolean {
  return units !== null && units.value.sign !== 0;
}

function typeOf(
  description: string,
  credit: Printed | null,
  debit: Printed | null,
): TransactionType {
  if (NO_TRADE.test(description)) return 'MISC';
  if (isMoved(credit)) return 'PURCHASE';
  return isMoved(debit) ? 'REDEMPTION' : 'MISC';
}
