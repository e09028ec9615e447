import type { Lot } from '../portfolio/lots/lot.ts';
import type { SchemeLots } from '../portfolio/lots/schemeLots.ts';
import type { Scheme } from '../portfolio/model.ts';
import { figure, trimmed } from './figure.ts';
import type { HoldingKeys } from './gainsReport.ts';

/**
 * What is still held, lot by lot, what left without being sold, by a merger or a transfer, and what came by a transfer of which
 * the statement does not tell cost and date.
 */
export function lotsReport(lots: ReadonlyMap<Scheme, SchemeLots>, keys: HoldingKeys) {
  const known = [...lots].flatMap(([scheme, found]) =>
    found.ok ? [{ holding: keys.get(scheme) ?? null, isin: scheme.isin, found }] : [],
  );
  const listed = (pick: (found: (typeof known)[number]['found']) => readonly Lot[]) =>
    known.flatMap(({ holding, isin, found }) =>
      pick(found).map((lot) => ({ holding, isin, ...lotReport(lot) })),
    );
  return {
    open: listed(({ open }) => open),
    merged: listed(({ merged }) => merged),
    transferred: listed(({ transferred }) => transferred),
    received: known.flatMap(({ holding, isin, found }) =>
      found.received.map(({ date, units }) => ({ holding, isin, date, units: trimmed(units) })),
    ),
  };
}

function lotReport({ units, cost, acquired, mergedOn }: Lot) {
  return { units: trimmed(units), cost: figure(cost), acquired, mergedOn };
}
