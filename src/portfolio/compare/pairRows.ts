import type { Transaction } from '../model.ts';
import { pairUp } from './pairUp.ts';
import type { Likeness, Pair } from './pairUp.ts';

/** A transaction and its place in the list. */
export interface Row {
  readonly place: number;
  readonly transaction: Transaction;
}

/**
 * Pairs the transactions of two readings of one holding: place by place where all the dates are the same, otherwise those with the
 * same date and figures, then those with the same date.
 */
export function pairRows(
  earlier: readonly Transaction[],
  later: readonly Transaction[],
): Pair<Row>[] {
  const one = earlier.map(rowOf);
  const other = later.map(rowOf);
  if (one.length === other.length && one.every((row, place) => sameDate(row, other[place]))) {
    return pairUp(one, other, [BY_PLACE]);
  }
  return pairUp(one, other, [BY_FIGURES, BY_DATE]);
}

function rowOf(transaction: Transaction, place: number): Row {
  return { place, transaction };
}

function sameDate(one: Row, other: Row | undefined): boolean {
  return one.transaction.date === other?.transaction.date;
}

const BY_PLACE: Likeness<Row> = { identify: ({ place }) => String(place) };

const BY_FIGURES: Likeness<Row> = {
  identify: ({ transaction: { date, amount, units } }) =>
    JSON.stringify([date, amount?.trimmed(0).toString(), units?.trimmed(0).toString()]),
};

const BY_DATE: Likeness<Row> = { identify: ({ transaction }) => transaction.date };
