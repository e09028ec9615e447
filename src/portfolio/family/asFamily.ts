import type { Portfolio } from '../model.ts';
import type { Position } from '../positions.ts';
import type { Family, FamilyHolding } from './family.ts';
import { familyTotals } from './familyTotals.ts';
import { membersOf } from './members.ts';
import type { Member } from './members.ts';
import { findMissingLater } from './missingLater.ts';
import { findOverlaps } from './overlaps.ts';
import type { Overlap } from './overlaps.ts';
import { piecesOf } from './piece.ts';
import type { Piece } from './piece.ts';
import { findPossibleOverlaps } from './possibleOverlaps.ts';
import { schemeIdentities } from './schemeIdentities.ts';

/**
 * Puts statements together: of several investors, of one investor's depositories and registrars, or both. What is certainly the
 * same in two statements (a demat account, a PRAN, a policy, or a scheme by AMC, folio and ISIN) counts once, from the later
 * statement; what only looks the same counts twice and is pointed out. The order of the statements changes no figure.
 */
export function asFamily(statements: readonly Portfolio[]): Family {
  const members = membersOf(statements.map(({ investor }) => investor));
  const pieces = statements.flatMap(piecesOf);
  const schemes = schemeIdentities(pieces);
  const overlaps = findOverlaps(pieces, statements, (piece) => {
    const identity = schemes.get(piece)?.identity ?? piece.identity;
    return identity && JSON.stringify([piece.of, identity]);
  });
  const holdings = holdingsOf(pieces, members, overlaps);
  const counted = holdings.filter(({ leftOut }) => leftOut === null);
  const byPosition = new Map(
    [...schemes].flatMap(([piece, scheme]) =>
      piece.positions.map((position) => [position, scheme]),
    ),
  );
  return {
    members,
    statements,
    holdings,
    overlaps,
    possibleOverlaps: findPossibleOverlaps(counted, byPosition),
    missingLater: findMissingLater(counted, statements, members),
    totals: familyTotals(statements, members, overlaps),
  };
}

function holdingsOf(
  pieces: readonly Piece[],
  members: readonly Member[],
  overlaps: readonly Overlap[],
): FamilyHolding[] {
  const leftOut = new Map<Piece, Overlap>(
    overlaps.flatMap((overlap) => overlap.leftOut.map((piece) => [piece, overlap] as const)),
  );
  const memberOf = new Map(
    members.flatMap(({ statements }, member) => statements.map((statement) => [statement, member])),
  );
  return pieces.flatMap((piece) =>
    piece.positions.map((position: Position) => ({
      position,
      statement: piece.statement,
      member: memberOf.get(piece.statement) ?? 0,
      leftOut: leftOut.get(piece) ?? null,
    })),
  );
}
