import type { Position } from '../positions.ts';
import { readFolioNumber } from './folioNumber.ts';
import { accountKey, holdingIdentity, isinOf, nameIdentity } from './identity.ts';
import { pairUp } from './pairUp.ts';
import type { Likeness, Pair } from './pairUp.ts';

/** Pairs what one statement holds with what another one of the same investor holds. */
export function pairPositions(
  earlier: readonly Position[],
  later: readonly Position[],
): Pair<Position>[] {
  return pairUp(earlier, later, [BY_ACCOUNT, BY_ISIN_IN_FOLIO, BY_NAME, BY_NEW_ISIN, BY_PLACE]);
}

const BY_ACCOUNT: Likeness<Position> = {
  identify: (position) => inAccount(position, holdingIdentity(position)),
};

/** An ISIN belongs to one AMC: where it is printed, the AMC's name and the folio's check digit need not be the same. */
const BY_ISIN_IN_FOLIO: Likeness<Position> = {
  identify(position) {
    const { account } = position;
    const isin = isinOf(position);
    const folio = account.of === 'folio' ? readFolioNumber(account.account.folioNumber) : null;
    return folio && isin !== null ? JSON.stringify([folio.base, isin]) : null;
  },
};

/** By name only where one of the two has no ISIN. */
const BY_NAME: Likeness<Position> = {
  identify: (position) => inAccount(position, nameIdentity(position)),
  allows: (earlier, later) => isinOf(earlier) === null || isinOf(later) === null,
};

/** A security gets another ISIN of the same issuer when its face value is changed. */
const BY_NEW_ISIN: Likeness<Position> = {
  identify: (position) =>
    position.source.of === 'security' ? inAccount(position, nameIdentity(position)) : null,
  allows: (earlier, later) => issuerCode(earlier) === issuerCode(later),
};

/** What has neither ISIN nor name is only told by its account and its place among others of the sort. */
const BY_PLACE: Likeness<Position> = {
  identify: (position) => (holdingIdentity(position) === null ? inAccount(position, '') : null),
};

/** The country, kind and issuer: the first seven characters of an ISIN (`INE002A`). */
function issuerCode(position: Position): string {
  return isinOf(position)?.slice(0, 7) ?? '';
}

function inAccount({ account }: Position, holding: string | null): string | null {
  return holding === null ? null : `${accountKey(account)} ${holding}`;
}
