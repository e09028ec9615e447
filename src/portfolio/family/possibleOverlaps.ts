import { readFolioNumber } from '../compare/folioNumber.ts';
import { isinOf } from '../compare/identity.ts';
import type { Position } from '../positions.ts';
import type { FamilyHolding, PossibleOverlap, Resemblance } from './family.ts';
import type { SchemeIdentity } from './schemeIdentities.ts';

/** Finds what looks the same in two statements and is not certainly so. */
export function findPossibleOverlaps(
  counted: readonly FamilyHolding[],
  schemes: ReadonlyMap<Position, SchemeIdentity>,
): PossibleOverlap[] {
  return [
    ...likeInFolioAndIsin(counted, schemes),
    ...likeInFolioAndUnits(counted, schemes),
    ...likeInDemat(counted),
  ];
}

type Schemes = ReadonlyMap<Position, SchemeIdentity>;

function likeInFolioAndIsin(counted: readonly FamilyHolding[], schemes: Schemes) {
  const groups = groupsOver(counted, ({ position }) => schemes.get(position)?.bucket ?? null);
  return groups.flatMap((holdings) => {
    const identities = holdings.flatMap(({ position }) => schemes.get(position) ?? []);
    if (new Set(identities.map(({ identity }) => identity)).size === 1) return [];
    const amcs = new Set(identities.map(({ amc }) => amc));
    return [possibly(amcs.size > 1 ? 'amc-differs' : 'folio-suffix-differs', holdings)];
  });
}

function likeInFolioAndUnits(counted: readonly FamilyHolding[], schemes: Schemes) {
  const groups = groupsOver(counted, ({ position }) => {
    const { account } = position;
    const folio = account.of === 'folio' ? readFolioNumber(account.account.folioNumber) : null;
    const units = unitsOf(position);
    return folio && units && JSON.stringify([folio.base, units]);
  });
  return groups.flatMap((holdings) => {
    const isNamed = holdings.map(({ position }) => schemes.get(position)?.isin === null);
    const buckets = new Set(holdings.map(({ position }) => schemes.get(position)?.bucket));
    return isNamed.includes(true) && buckets.size > 1 ? [possibly('isin-missing', holdings)] : [];
  });
}

function likeInDemat(counted: readonly FamilyHolding[]) {
  const groups = groupsOver(counted, ({ member, position }) => {
    const { source } = position;
    const isin = isinOf(position);
    const units = unitsOf(position);
    const mayBeDemat =
      source.of === 'security' || (source.of === 'scheme' && source.scheme.isDemat !== false);
    return mayBeDemat && isin && units ? JSON.stringify([member, isin, units]) : null;
  });
  return groups.flatMap((holdings) => {
    const sources = new Set(holdings.map(({ position }) => position.source.of));
    return sources.size > 1 ? [possibly('held-in-demat', holdings)] : [];
  });
}

/** The holdings of several statements that have something in common. */
function groupsOver(
  counted: readonly FamilyHolding[],
  common: (holding: FamilyHolding) => string | null,
): (readonly FamilyHolding[])[] {
  const groups = Map.groupBy(counted, common);
  groups.delete(null);
  return [...groups.values()].filter(
    (holdings) => new Set(holdings.map(({ statement }) => statement)).size > 1,
  );
}

function possibly(because: Resemblance, holdings: readonly FamilyHolding[]): PossibleOverlap {
  return { because, holdings };
}

/** Null for none: that two closed positions are alike says nothing. */
function unitsOf({ units }: Position): string | null {
  return units?.sign ? units.trimmed(0).toString() : null;
}
