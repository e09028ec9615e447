import type { Scheme } from '../model.ts';
import type { Position } from '../positions.ts';
import { combinedReturn } from './combinedReturn.ts';
import type { Return } from './return.ts';
import type { SchemeReturn } from './schemeReturn.ts';

export interface GroupReturn {
  /** None where something of the group has none: a part of it would look like the whole. */
  readonly result: Return;
  /** How many positions lack one. */
  readonly missing: number;
}

/** The returns of the schemes of folios, to look up those of positions. */
export type ReturnsOfSchemes = ReadonlyMap<Scheme, SchemeReturn>;

export function returnsByScheme(schemes: readonly SchemeReturn[]): ReturnsOfSchemes {
  return new Map(schemes.map((one) => [one.scheme, one]));
}

/** The return of one position. Demat holdings, NPS and insurance have no flows of money in any statement. */
export function positionReturn({ source }: Position, schemes: ReturnsOfSchemes): Return {
  const found = source.of === 'scheme' ? schemes.get(source.scheme) : undefined;
  return found?.result ?? { kind: 'none', reason: 'no-payments' };
}

/**
 * The return of positions together, closed ones included: what was sold is part of what came of the money. A closed position
 * without a transaction is not missed.
 */
export function groupReturn(
  positions: readonly Position[],
  schemes: ReturnsOfSchemes,
): GroupReturn {
  const known: SchemeReturn[] = [];
  let missing = 0;
  for (const { source } of positions) {
    const found = source.of === 'scheme' ? schemes.get(source.scheme) : undefined;
    if (found?.cash.ok) known.push(found);
    else if (found?.leftOut !== null) missing += 1;
  }
  const result: Return =
    missing > 0 ? { kind: 'none', reason: 'incomplete' } : combinedReturn(known).result;
  return { result, missing };
}
