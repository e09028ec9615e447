import { Decimal } from '../../../portfolio/decimal.ts';
import type { Found } from '../../found.ts';
import type { Line } from '../../layout/line.ts';
import { recordsOf } from '../../layout/records.ts';
import { TableGrid } from '../../layout/table.ts';
import type { Cells } from '../../layout/cells.ts';
import type { Segment } from '../../layout/segment.ts';
import type { Notes } from '../../notes.ts';
import type { Printed, PrintedTransaction } from '../../statement.ts';
import { DATE, readDate } from '../../text/dates.ts';
import { ISIN } from '../../text/isin.ts';
import { classify } from '../registrar/transactionType.ts';
import type { FundMovementColumn } from './columnRules.ts';
import { lastNumber } from './totalLines.ts';

/** Transactions of one scheme of one folio, as a depository prints those of fund houses. */
export interface FundMovements {
  readonly isin: string | null;
  readonly folio: string | null;
  readonly open: Printed | null;
  readonly close: Printed | null;
  readonly transactions: readonly PrintedTransaction[];
}

const HAS_DATE = new RegExp(`^${DATE}(?=\\s|$)`);
const OPENING = /^Opening\s+(?:Unit\s+)?Balance/i;
const CLOSING = /^Closing\s+(?:Unit\s+)?Balance/i;
const ISIN_CELL = new RegExp(ISIN);
/** What takes units away; depositories print such units without a sign. */
const GOES_OUT = /redemption|switch\s*-?\s*out|withdraw|\bswp\b|(?:stp|transfer)\s*-?\s*out/i;

/**
 * Reads the transactions of fund folios. Which folio and ISIN they are of stands above the table, or in columns of its own, where
 * a blank is the one before.
 */
export function readFundMovements(
  segments: readonly Segment<FundMovementColumn>[],
  above: Pick<FundMovements, 'isin' | 'folio'>,
  notes: Notes,
): FundMovements[] {
  const found: { -readonly [Key in keyof FundMovements]: FundMovements[Key] }[] = [
    { ...above, open: null, close: null, transactions: [] },
  ];
  for (const { columns, lines, continues } of segments) {
    const grid = new TableGrid(columns, lines.filter(hasDate));
    const rows = lines.filter((line) => !OPENING.test(line.text) && !CLOSING.test(line.text));
    for (const record of recordsOf(rows, hasDate, continues).records) {
      const cells = grid.cells(record);
      const last = found.at(-1);
      const isin = ISIN_CELL.exec((cells.text('isin') ?? '').replace(/[\s-]/g, ''))?.[0];
      const folio = cells.text('folio')?.replace(/\s/g, '');
      const isNew =
        (isin !== undefined && isin !== last?.isin) ||
        (folio !== undefined && folio !== last?.folio);
      if (isNew) {
        const own = { isin: isin ?? last?.isin ?? null, folio: folio ?? last?.folio ?? null };
        found.push({ ...own, open: null, close: null, transactions: [] });
      }
      const anchor = record.find(hasDate);
      const transaction = anchor && transactionOf(cells, anchor);
      const open = found.at(-1);
      if (transaction && open) open.transactions = [...open.transactions, transaction];
      else if (anchor) {
        notes.warn('line-not-understood', 'A fund transaction was not understood.', anchor);
      }
    }
    const last = found.at(-1);
    const opening = lines.find((line) => OPENING.test(line.text));
    const closing = lines.findLast((line) => CLOSING.test(line.text));
    if (last) {
      last.open ??= opening ? lastNumber(opening) : null;
      last.close = (closing && lastNumber(closing)) ?? last.close;
    }
  }
  return found.filter(
    ({ transactions, open, close }) => transactions.length > 0 || (open ?? close) !== null,
  );
}

function hasDate(line: Line): boolean {
  return line.runs.some((run) => HAS_DATE.test(run.text));
}

function transactionOf(cells: Cells<FundMovementColumn>, anchor: Line): PrintedTransaction | null {
  const date = readDate(HAS_DATE.exec(cells.text('date') ?? '')?.[0] ?? '');
  const amount = cells.number('amount');
  const printed = cells.number('units');
  if (date === null || (!amount && !printed)) return null;
  const description = cells.text('particulars') ?? '';
  const units = printed?.value.sign === 0 ? null : printed;
  const isOut = units?.value.sign === 1 && GOES_OUT.test(description);
  const moved = isOut ? units.value.negated() : (units?.value ?? null);
  return {
    place: { page: anchor.page, row: anchor.row },
    date,
    description,
    ...classify(description, moved),
    amount,
    units,
    nav: cells.number('nav') ?? cells.number('price'),
    navIsDerived: false,
    balance: cells.number('balance'),
    opening: null,
    credit: null,
    debit: null,
    price: cells.number('price'),
    stampDuty: cells.number('stampDuty'),
    incomeDistribution: cells.number('incomeDistribution'),
    capitalWithdrawal: cells.number('capitalWithdrawal'),
    orderNumber: null,
  };
}

/** The balance before the first of these transactions: printed, or worked out from the balance after it. */
export function openingOf({ open, transactions }: FundMovements, found: Found): Printed | null {
  const [first] = transactions;
  if (open || !first?.balance) return open;
  const { balance, units } = first;
  const isOut = units?.value.sign === 1 && GOES_OUT.test(first.description);
  const moved = units?.value ?? Decimal.zero;
  const before = isOut ? balance.value.plus(moved) : balance.value.minus(moved);
  const opening = { ...balance, value: before };
  found.fill(opening, 'balance-after-first-row');
  return opening;
}
