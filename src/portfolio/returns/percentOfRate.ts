import { Decimal } from '../decimal.ts';

/** A fraction as percent with two decimals, none from a thousand percent on: a rate is no money. Null beyond any figure. */
export function percentOfRate(rate: number): Decimal | null {
  const percent = Decimal.fromNumber(Number((rate * 100).toFixed(4)));
  return percent?.round(Math.abs(rate) >= 10 ? 0 : 2) ?? null;
}
