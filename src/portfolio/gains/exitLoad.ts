import { Decimal } from '../decimal.ts';
import { placeKey } from '../facts/facts.ts';
import type { Facts } from '../facts/facts.ts';
import { dealOut } from '../lots/lot.ts';
import type { SoldLot } from '../lots/schemeLots.ts';
import type { Folio, Scheme } from '../model.ts';

interface Owned {
  readonly folio: Folio;
  readonly scheme: Scheme;
  readonly facts: Facts;
}

/**
 * Takes the exit load that its owner gave for a day off what the lots brought that were sold on it, in proportion to their
 * units: it lowers the consideration (Income-tax Act 1961, section 48; Income-tax Act, 2025, section 72).
 */
export function lessExitLoad(
  sold: readonly SoldLot[],
  { folio, scheme, facts }: Owned,
): readonly SoldLot[] {
  if (facts.exitLoads.size === 0) return sold;
  const loads = new Map<SoldLot, Decimal>();
  for (const [date, lots] of Map.groupBy(sold, ({ sale }) => sale.date)) {
    const place = { folio: folio.folioNumber, isin: scheme.isin, date };
    const load = facts.exitLoads.get(placeKey(place));
    if (!load) continue;
    const shares = dealOut(load, lots, 2);
    for (const [index, lot] of lots.entries()) loads.set(lot, shares[index] ?? Decimal.zero);
  }
  return sold.map((lot) => {
    const load = loads.get(lot);
    return load ? { ...lot, proceeds: lot.proceeds?.minus(load) ?? null } : lot;
  });
}
