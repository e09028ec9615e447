import type { Portfolio } from '../model.ts';
import type { Position } from '../positions.ts';
import type { FamilyTotals } from './familyTotals.ts';
import type { Member } from './members.ts';
import type { Overlap } from './overlaps.ts';

/** One holding of a family: whose statement lists it, and whether it counts. */
export interface FamilyHolding {
  readonly position: Position;
  /** Place in the list of statements. */
  readonly statement: number;
  /** Place in the list of members: whose statement it is. */
  readonly member: number;
  /** Where it is left out because another statement has it too; null when it counts. */
  readonly leftOut: Overlap | null;
}

/** Why holdings that all count may be one and the same. */
export type Resemblance =
  /** The same folio number and ISIN, but the AMC is not called the same. */
  | 'amc-differs'
  /** The same folio number and ISIN, but another check digit. */
  | 'folio-suffix-differs'
  /** The same folio and as many units, but one has no ISIN and another name. */
  | 'isin-missing'
  /** A folio that is or may be held in demat form, and as many units of the same ISIN in a demat account. */
  | 'held-in-demat';

/** Holdings of different statements that may be the same: each counts, and is pointed out. */
export interface PossibleOverlap {
  readonly because: Resemblance;
  readonly holdings: readonly FamilyHolding[];
}

/** A holding that counts although a later statement, which should list it, does not: it may have been sold. */
export interface MissingLater {
  readonly holding: FamilyHolding;
  /** Place of the later statement. */
  readonly later: number;
}

/** Several statements, of one investor or of several, as one portfolio. What is in two of them counts once. */
export interface Family {
  readonly members: readonly Member[];
  /** As they were given. */
  readonly statements: readonly Portfolio[];
  /** Everything that is listed, statement by statement, left out or not. */
  readonly holdings: readonly FamilyHolding[];
  readonly overlaps: readonly Overlap[];
  readonly possibleOverlaps: readonly PossibleOverlap[];
  readonly missingLater: readonly MissingLater[];
  readonly totals: FamilyTotals;
}
