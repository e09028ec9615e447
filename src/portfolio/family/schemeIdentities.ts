import { comparableAmc } from '../compare/amcName.ts';
import { readFolioNumber } from '../compare/folioNumber.ts';
import { isinOf, nameIdentity } from '../compare/identity.ts';
import type { Piece } from './piece.ts';

/** What a statement prints to tell a scheme of a folio apart; what it leaves out is null. */
interface Printed {
  readonly piece: Piece;
  /** The folio number without its check digit. */
  readonly folio: string;
  readonly suffix: string | null;
  readonly amc: string | null;
  readonly isin: string | null;
  readonly name: string | null;
}

/** A scheme of a folio, and what else it could be: all of one `bucket` share folio number and ISIN. */
export interface SchemeIdentity {
  readonly identity: string;
  readonly bucket: string;
  readonly amc: string | null;
  readonly isin: string | null;
}

/**
 * Tells the schemes of several statements apart by AMC, folio number and ISIN. A statement that leaves out the AMC, the check
 * digit of the folio or the ISIN (then the name tells it) means what the others print, if they all print the same. An ISIN
 * belongs to one AMC, and a folio number is unique for one AMC; still, two names of an AMC that are only similar stay two.
 */
export function schemeIdentities(pieces: readonly Piece[]): ReadonlyMap<Piece, SchemeIdentity> {
  const printed = withIsins(pieces.filter(({ of }) => of === 'scheme').flatMap(readPrinted));
  const buckets = Map.groupBy(printed, bucketOf);
  const identities = new Map<Piece, SchemeIdentity>();
  for (const [bucket, members] of buckets) {
    const onlyAmc = only(members.map(({ amc }) => amc));
    const onlySuffix = only(members.map(({ suffix }) => suffix));
    for (const { piece, amc, suffix, isin } of members) {
      const identity = JSON.stringify([bucket, amc ?? onlyAmc, suffix ?? onlySuffix]);
      identities.set(piece, { identity, bucket, amc: amc ?? onlyAmc, isin });
    }
  }
  return identities;
}

function readPrinted(piece: Piece): Printed[] {
  const [position] = piece.positions;
  if (position?.account.of !== 'folio') return [];
  const { folioNumber, amc } = position.account.account;
  const folio = readFolioNumber(folioNumber);
  const isin = isinOf(position);
  const name = nameIdentity(position);
  if (!folio || (isin === null && name === null)) return [];
  const { base, suffix } = folio;
  return [
    { piece, folio: base, suffix, amc: amc === null ? null : comparableAmc(amc), isin, name },
  ];
}

/** Gives schemes without an ISIN the one that their folio and name have elsewhere. */
function withIsins(printed: readonly Printed[]): Printed[] {
  const nameInFolio = ({ folio, name }: Printed) => name && JSON.stringify([folio, name]);
  const alike = Map.groupBy(printed, nameInFolio);
  const isins = new Map(
    [...alike].map(([key, schemes]) => [key, only(schemes.map((s) => s.isin))]),
  );
  return printed.map((scheme) =>
    scheme.isin === null ? { ...scheme, isin: isins.get(nameInFolio(scheme)) ?? null } : scheme,
  );
}

function bucketOf({ folio, isin, name }: Printed): string {
  return JSON.stringify(isin === null ? [folio, 'named', name] : [folio, isin]);
}

/** The value that is printed, if it is always the same one. */
function only(values: readonly (string | null)[]): string | null {
  const [value, ...others] = new Set(values.filter((printed) => printed !== null));
  return value === undefined || others.length > 0 ? null : value;
}
