import { Decimal } from '../decimal.ts';
import type { Transaction } from '../model.ts';
import { signedUnits, unitsEffect } from '../transactionType.ts';
import type { BalanceBreak } from './check.ts';
import { UNITS_TOLERANCE, within } from './tolerance.ts';

/** What one pass over the transactions of a holding finds. */
export interface Walk {
  /** The signed units of all rows together. */
  readonly moved: Decimal;
  /** Rows that by their type move units, but are printed without any. */
  readonly withoutUnits: number;
  /** Printed balances that could be compared with the one before. */
  readonly compared: number;
  /** How many of them do not follow from it. */
  readonly breaks: number;
  readonly firstBreak: BalanceBreak | null;
  readonly lastBalance: Decimal | null;
}

/**
 * Follows the running balance from `opening` (units; null when it is not printed) through the rows. After a break it goes on
 * from the printed balance, so that one missing row is one break.
 */
export function walkTransactions(
  transactions: readonly Transaction[],
  opening: Decimal | null,
): Walk {
  const walker = new Walker(opening);
  const count = transactions.length;
  const newestFirst = isNewestFirst(transactions);
  for (let step = 0; step < count; step += 1) {
    const row = newestFirst ? count - 1 - step : step;
    const transaction = transactions[row];
    if (transaction) walker.take(transaction, row);
  }
  return walker;
}

class Walker implements Walk {
  moved = Decimal.zero;
  withoutUnits = 0;
  compared = 0;
  breaks = 0;
  firstBreak: BalanceBreak | null = null;
  lastBalance: Decimal | null = null;
  #previous: Decimal | null;
  /** Units that moved since the previous printed balance. */
  #since = Decimal.zero;

  constructor(opening: Decimal | null) {
    this.#previous = opening;
  }

  take(transaction: Transaction, row: number): void {
    const units = signedUnits(transaction);
    if (units?.sign) {
      this.moved = this.moved.plus(units);
      this.#since = this.#since.sign === 0 ? units : this.#since.plus(units);
    } else if (!units && unitsEffect(transaction.type) !== 'none') {
      this.withoutUnits += 1;
    }
    if (transaction.balance) this.#compare(transaction.balance, row);
  }

  #compare(printed: Decimal, row: number): void {
    const previous = this.#previous;
    const moved = this.#since;
    this.#previous = printed;
    this.#since = Decimal.zero;
    this.lastBalance = printed;
    if (!previous) return;
    this.compared += 1;
    const computed = moved.sign === 0 ? previous : previous.plus(moved);
    if (within(UNITS_TOLERANCE, computed, printed)) return;
    this.breaks += 1;
    const oppositeSignFits =
      moved.sign !== 0 && within(UNITS_TOLERANCE, previous.minus(moved), printed);
    this.firstBreak ??= { row, previous, moved, computed, printed, oppositeSignFits };
  }
}

/** Statements list the oldest row first; an answer that turns them round is read from its end. */
function isNewestFirst(transactions: readonly Transaction[]): boolean {
  const first = transactions[0]?.date ?? null;
  const last = transactions.at(-1)?.date ?? null;
  return first !== null && last !== null && first > last;
}
