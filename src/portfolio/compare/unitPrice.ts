import type { Decimal } from '../decimal.ts';
import type { Position } from '../positions.ts';
import { isinOf } from './identity.ts';

/** What a unit is worth, as the value (INR) of so many units: a quotient would have to be rounded. */
export interface UnitPrice {
  readonly value: Decimal;
  readonly units: Decimal;
}

/** INR, to the paisa. */
export function worth(units: Decimal, price: UnitPrice): Decimal {
  return units.times(price.value).dividedBy(price.units, 2);
}

export function unitPriceOf({ value, units }: Position): UnitPrice | null {
  return value?.sign && units?.sign ? { value, units } : null;
}

/** What a unit of each ISIN is worth in a statement. */
export function unitPrices(positions: readonly Position[]): ReadonlyMap<string, UnitPrice> {
  const prices = new Map<string, UnitPrice>();
  for (const position of positions) {
    const isin = isinOf(position);
    const price = unitPriceOf(position);
    if (isin !== null && price) prices.set(isin, price);
  }
  return prices;
}
