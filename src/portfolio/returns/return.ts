import { Decimal } from '../decimal.ts';
import { percentOf } from '../percent.ts';
import type { ReturnGap } from './cashFlows.ts';
import { DAYS_OF_A_YEAR } from './netFlows.ts';
import type { DatedAmount } from './netFlows.ts';
import { percentOfRate } from './percentOfRate.ts';
import type { MoneyMoved } from './periodMoney.ts';
import { xirr } from './xirr.ts';
import type { NoRate } from './xirr.ts';

/**
 * What came of the money that was put in. Over less than a year it is absolute, as SEBI has funds state it: a yearly rate
 * would say of a month what nobody has earned. From a year on it is the yearly rate (XIRR).
 */
export type Return = AbsoluteReturn | YearlyReturn | NoReturn;

/** What was gained, in percent of all that was put in. */
export interface AbsoluteReturn {
  readonly kind: 'absolute';
  /** 2.00 is 2 %; two decimals. */
  readonly percent: Decimal;
  /** From the first flow to the valuation, or to the last flow where nothing is held any more. */
  readonly days: number;
  /** The yearly rate (XIRR) that the same flows have, in percent; null where none fits. */
  readonly yearly: Decimal | null;
}

export interface YearlyReturn {
  readonly kind: 'yearly';
  /** 12.50 is 12.5 % a year; two decimals, none from a thousand percent on. */
  readonly percent: Decimal;
  readonly days: number;
  /** The same as a fraction, accurate to 1e-9 of itself: 0.125 is 12.5 % a year. */
  readonly rate: number;
}

export interface NoReturn {
  readonly kind: 'none';
  /**
   * Because of the flows; because the statement does not tell them all, or none at all, as of demat holdings and NPS; or
   * because that is so of a part.
   */
  readonly reason: NoRate | ReturnGap | 'no-payments' | 'incomplete';
}

/** Flows that are known from the first unit to the closing value. */
export interface Invested {
  /** All flows and the closing value, in any order. */
  readonly amounts: readonly DatedAmount[];
  readonly money: MoneyMoved;
  /** INR; zero where nothing is held any more. */
  readonly closingValue: Decimal;
}

export function returnOf({ amounts, money, closingValue }: Invested): Return {
  const days = daysBetween(amounts);
  const found = xirr(amounts);
  const cameOut = money.takenOut.plus(closingValue);
  const isLost = money.putIn.sign > 0 && cameOut.sign === 0;
  if (days === 0 || (!found.ok && found.reason === 'one-sign' && !isLost))
    return { kind: 'none', reason: found.ok ? 'one-day' : found.reason };
  const rate = isLost ? -1 : found.ok ? found.rate : null;
  const yearly = rate === null ? null : percentOfRate(rate);
  if (days >= DAYS_OF_A_YEAR && rate !== null && yearly)
    return { kind: 'yearly', percent: yearly, days, rate };
  const percent = percentOf(cameOut.minus(money.putIn), money.putIn, 2);
  const reason = found.ok ? 'none' : found.reason;
  // A rate beyond the range that is looked at is no reason to be silent about the money; two rates that fit are.
  const isTellable = days < DAYS_OF_A_YEAR || reason === 'none';
  return percent && isTellable
    ? { kind: 'absolute', percent, days, yearly }
    : { kind: 'none', reason };
}

/** From the first day to the last one. */
function daysBetween(amounts: readonly DatedAmount[]): number {
  let first = Infinity;
  let last = -Infinity;
  for (const { day } of amounts) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return amounts.length === 0 ? 0 : last - first;
}
