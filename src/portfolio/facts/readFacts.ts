import { Decimal } from '../decimal.ts';
import { placeKey } from './facts.ts';
import type { Facts, FundKind, PreviousLot } from './facts.ts';
import type { FactsFile } from './factsFile.ts';

/** Reads the figures of facts, which are known to be well-formed. What is no number counts as not given. */
export function readFacts({
  schemes = {},
  transfers = [],
  exitLoads = [],
  ...file
}: FactsFile): Facts {
  const all = Object.entries(schemes);
  return {
    kinds: new Map(
      all.flatMap(([isin, { kind }]): [string, FundKind][] => (kind ? [[isin, kind]] : [])),
    ),
    navsOf31Jan2018: new Map(
      all.flatMap(([isin, { navOf31Jan2018 }]): [string, Decimal][] => {
        const nav = positive(navOf31Jan2018);
        return nav ? [[isin, nav]] : [];
      }),
    ),
    previousLots: new Map(
      transfers.map(({ lots, ...place }) => [placeKey(place), lots.flatMap(previousLot)]),
    ),
    exitLoads: new Map(
      exitLoads.flatMap(({ amount, ...place }): [string, Decimal][] => {
        const load = positive(amount);
        return load ? [[placeKey(place), load]] : [];
      }),
    ),
    anniversary: file.anniversary ?? null,
  };
}

/** Reads what may be typed as a number of INR or units: more than nothing. */
export function positive(text: string | undefined): Decimal | null {
  const value = text === undefined ? null : Decimal.parse(text);
  return value && value.sign > 0 ? value : null;
}

function previousLot({
  acquired,
  units: printed,
  cost,
}: {
  readonly acquired: string;
  readonly units: string;
  readonly cost: string;
}): PreviousLot[] {
  const units = positive(printed);
  const paid = Decimal.parse(cost);
  return units && paid ? [{ acquired, units, cost: paid }] : [];
}
