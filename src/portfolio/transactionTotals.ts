import { Decimal } from './decimal.ts';
import { moveWithoutSale } from './lots/moveWithoutSale.ts';
import type { Transaction } from './model.ts';
import type { Position } from './positions.ts';
import { signedAmount, signedUnits } from './transactionType.ts';
import type { TransactionType } from './transactionType.ts';

/** What the amounts of rows add up to, each kind by itself: money that came and money that went are not one sum. */
export type SumName =
  | 'in'
  | 'out'
  | 'movedIn'
  | 'movedOut'
  | 'reversed'
  | 'payout'
  | 'reinvested'
  | 'other'
  | 'stampDuty'
  | 'stt'
  | 'tds';

export interface TransactionTotals {
  /** INR, exact; only those of which there are rows with an amount. Without a sign, but for rows that are not classified. */
  readonly sums: ReadonlyMap<SumName, Decimal>;
  /** How many rows that move units print no amount. */
  readonly withoutAmount: number;
  /** What the rows moved, with its sign; null unless all of them are of one security, whose units can be added. */
  readonly units: Decimal | null;
}

export interface RowOfPosition {
  readonly position: Position;
  readonly transaction: Transaction;
}

const SUMS: Readonly<Record<TransactionType, SumName>> = {
  PURCHASE: 'in',
  PURCHASE_SIP: 'in',
  SWITCH_IN: 'in',
  SWITCH_IN_MERGER: 'movedIn',
  REDEMPTION: 'out',
  SWITCH_OUT: 'out',
  SWITCH_OUT_MERGER: 'movedOut',
  REVERSAL: 'reversed',
  DIVIDEND_PAYOUT: 'payout',
  DIVIDEND_REINVEST: 'reinvested',
  STAMP_DUTY_TAX: 'stampDuty',
  STT_TAX: 'stt',
  TDS_TAX: 'tds',
  SEGREGATION: 'other',
  MISC: 'other',
  UNKNOWN: 'other',
};

/** The totals of rows, whichever were chosen. */
export function transactionTotals(rows: readonly RowOfPosition[]): TransactionTotals {
  const amounts = new Map<SumName, Decimal[]>();
  const add = (name: SumName, amount: Decimal | null) => {
    if (amount === null) return;
    const known = amounts.get(name);
    if (known) known.push(amount);
    else amounts.set(name, [amount]);
  };
  const charged = chargedDays(rows);
  let withoutAmount = 0;
  for (const { position, transaction } of rows) {
    const { date, stampDuty, stt } = transaction;
    const name = sumName(transaction);
    const amount = signedAmount(transaction);
    add(name, name === 'other' ? amount : (amount?.abs() ?? null));
    if (amount === null && transaction.units?.sign && name !== 'payout') withoutAmount += 1;
    const days = charged.get(position);
    // The same money in a field of the row that it was levied on and in a row of its own counts once.
    if (stampDuty && days?.stampDuty.has(date) !== true) add('stampDuty', stampDuty.abs());
    if (stt && days?.stt.has(date) !== true) add('stt', stt.abs());
  }
  return {
    sums: new Map([...amounts].map(([name, some]) => [name, Decimal.sum(some)])),
    withoutAmount,
    units: areOfOneSecurity(rows) ? unitsMoved(rows) : null,
  };
}

/** What moves to or from another folio, owner or scheme prints its worth: no money came or went. */
function sumName(transaction: Transaction): SumName {
  const { type, description } = transaction;
  if (moveWithoutSale(type, description) === null) return SUMS[type];
  return signedUnits(transaction)?.sign === -1 ? 'movedOut' : 'movedIn';
}

interface ChargedDays {
  readonly stampDuty: ReadonlySet<string | null>;
  readonly stt: ReadonlySet<string | null>;
}

/** The days on which a position has a row for a charge: among all of its rows, chosen or not. */
function chargedDays(rows: readonly RowOfPosition[]): ReadonlyMap<Position, ChargedDays> {
  const positions = new Set(
    rows.flatMap(({ position, transaction: { stampDuty, stt } }) =>
      stampDuty || stt ? [position] : [],
    ),
  );
  const daysOf = ({ transactions }: Position, wanted: TransactionType) =>
    new Set(transactions.flatMap(({ type, date }) => (type === wanted ? [date] : [])));
  return new Map(
    [...positions].map((position) => [
      position,
      { stampDuty: daysOf(position, 'STAMP_DUTY_TAX'), stt: daysOf(position, 'STT_TAX') },
    ]),
  );
}

function areOfOneSecurity(rows: readonly RowOfPosition[]): boolean {
  const [first] = rows;
  if (!first) return false;
  const { position: one } = first;
  return rows.every(
    ({ position }) => position === one || (one.isin !== null && position.isin === one.isin),
  );
}

/** A payout prints the units that it was paid on, and moves none. */
function unitsMoved(rows: readonly RowOfPosition[]): Decimal {
  return Decimal.sum(
    rows.flatMap(({ transaction }) =>
      MOVES_NONE.has(transaction.type) ? [] : (signedUnits(transaction) ?? []),
    ),
  );
}

const MOVES_NONE: ReadonlySet<TransactionType> = new Set([
  'DIVIDEND_PAYOUT',
  'STAMP_DUTY_TAX',
  'STT_TAX',
  'TDS_TAX',
]);
