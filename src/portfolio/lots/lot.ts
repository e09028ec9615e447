import { Decimal } from '../decimal.ts';

/** Units of a scheme that were acquired together. */
export interface Lot {
  readonly units: Decimal;
  /** What all of them cost, INR, with stamp duty; null when the statement does not say it. */
  readonly cost: Decimal | null;
  /** ISO date; null when it is not known. Units that came by a merger, segregation or transfer keep the date of the old ones. */
  readonly acquired: string | null;
  /** ISO date of the last merger of another scheme into this one that the units came out of; null where there was none. */
  readonly mergedOn: string | null;
}

/** The part of an amount in INR that goes with `units` out of `all`, to the paisa. */
export function shareOf(amount: Decimal, units: Decimal, all: Decimal): Decimal {
  return shareTo(2, amount, units, all);
}

/** No units at all have no part in anything. */
function shareTo(places: number, amount: Decimal, units: Decimal, all: Decimal): Decimal {
  return all.sign === 0 ? Decimal.zero : amount.times(units).dividedBy(all, places);
}

/** A lot as two: one of `units`, and the rest. The costs of both are exactly its cost. */
export function splitLot(lot: Lot, units: Decimal): [Lot, Lot] {
  const { cost } = lot;
  const share = cost && shareOf(cost, units, lot.units);
  const left = cost && share && cost.minus(share);
  return [
    { ...lot, units, cost: share },
    { ...lot, units: lot.units.minus(units), cost: left },
  ];
}

/** What lots cost together, INR; null when it is not known of one of them. */
export function costOf(lots: readonly Lot[]): Decimal | null {
  let total = Decimal.zero;
  for (const { cost } of lots) {
    if (!cost) return null;
    total = total.plus(cost);
  }
  return total;
}

/**
 * Deals `amount` out over lots in proportion to their units, each part rounded to `places`. The rounding is carried on from part
 * to part, so that the parts add up to exactly the amount.
 */
export function dealOut(amount: Decimal, lots: readonly Lot[], places: number): Decimal[] {
  if (lots.length === 1) return [amount];
  const all = Decimal.sum(lots.map(({ units }) => units));
  let units = Decimal.zero;
  let dealt = Decimal.zero;
  return lots.map((lot, index) => {
    units = units.plus(lot.units);
    const isLast = index === lots.length - 1;
    const soFar = isLast ? amount : shareTo(places, amount, units, all);
    const part = soFar.minus(dealt);
    dealt = soFar;
    return part;
  });
}
