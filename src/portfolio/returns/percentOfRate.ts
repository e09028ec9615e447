import { Decimal } from '../decimal.ts';

/** A fraction as percent with two decimals, none from a thousand percent on: a rate is no money. Null beyond any figure. */
export function percentOfRate(rate: number): Decimal | null {
  // Nine decimals drop the noise of doubles, and are too many to be a second rounding.
  const percent = Decimal.fromNumber(Number((rate * 100).toFixed(9)));
  return percent?.round(Math.abs(rate) >= 10 ? 0 : 2) ?? null;
}
