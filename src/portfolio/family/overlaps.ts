import { Decimal } from '../decimal.ts';
import { statementDay } from '../compare/statementDay.ts';
import type { Portfolio } from '../model.ts';
import type { Piece } from './piece.ts';

/** Why one of two statements counts for what is in both. `as-good`: nothing tells them apart. */
export type Preference = 'later-statement' | 'more-detail' | 'as-good';

/** The same account, policy or scheme in two statements, counted once. */
export interface Overlap {
  /** As the statement has it that counts. One statement may list it in parts. */
  readonly counted: readonly Piece[];
  /** As another statement has it. */
  readonly leftOut: readonly Piece[];
  readonly because: Preference;
  /** What counts less what is left out, INR; null where one has no value. On one day it should be zero. */
  readonly valueDifference: Decimal | null;
}

/** Finds what is in several statements. What one statement lists twice is not touched: its totals may be made of both. */
export function findOverlaps(
  pieces: readonly Piece[],
  statements: readonly Portfolio[],
  identify: (piece: Piece) => string | null,
): Overlap[] {
  const byIdentity = Map.groupBy(pieces, identify);
  byIdentity.delete(null);
  return [...byIdentity.values()].flatMap((same) => {
    const versions = [...Map.groupBy(same, ({ statement }) => statement).values()].map((parts) =>
      versionOf(parts, statements),
    );
    const [best, ...others] = versions.sort(inPreference);
    return best ? others.map((other) => overlapOf(best, other)) : [];
  });
}

/** The overlaps of each thing together: what four statements list is one thing, left out of three of them. */
export function overlapsByThing(overlaps: readonly Overlap[]): readonly (readonly Overlap[])[] {
  return [...Map.groupBy(overlaps, ({ counted }) => counted).values()];
}

/** Whether two statements of one day do not agree about it. */
export function differsOnOneDay({ because, valueDifference }: Overlap): boolean {
  return because !== 'later-statement' && valueDifference !== null && valueDifference.sign !== 0;
}

function overlapOf(best: Version, other: Version): Overlap {
  return {
    counted: best.parts,
    leftOut: other.parts,
    because: whyBefore(best, other),
    valueDifference: best.value && other.value && best.value.minus(other.value),
  };
}

/** How one statement has it, and what speaks for counting that. */
interface Version {
  readonly parts: readonly Piece[];
  readonly day: string;
  /** Transactions, positions with a cost, positions: more of the first ones counts more. */
  readonly detail: readonly number[];
  /** INR; null when a part has none. */
  readonly value: Decimal | null;
  readonly generatedAt: string;
  readonly kind: string;
}

function versionOf(parts: readonly Piece[], statements: readonly Portfolio[]): Version {
  const portfolio = statements[parts[0]?.statement ?? -1];
  const held = parts.flatMap(({ positions }) => positions);
  const rows = held.reduce((count, { transactions }) => count + transactions.length, 0);
  return {
    parts,
    day: (portfolio && statementDay(portfolio)) ?? '',
    detail: [rows, held.filter(({ cost }) => cost !== null).length, held.length],
    value: sumOfAll(parts.map(({ value }) => value)),
    generatedAt: portfolio?.statement.generatedAt ?? '',
    kind: portfolio?.statement.kind ?? '',
  };
}

/** The later day first, then the one with more detail. What follows only makes the result the same in whatever order they came. */
function inPreference(one: Version, other: Version): number {
  return (
    descending(one.day, other.day) ||
    byDetail(one, other) ||
    descending(one.generatedAt, other.generatedAt) ||
    (one.value ?? Decimal.zero).compare(other.value ?? Decimal.zero) ||
    descending(one.kind, other.kind)
  );
}

function sumOfAll(values: readonly (Decimal | null)[]): Decimal | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? Decimal.sum(known) : null;
}

function byDetail(one: Version, other: Version): number {
  const differing = one.detail.findIndex((count, index) => count !== other.detail[index]);
  return (other.detail[differing] ?? 0) - (one.detail[differing] ?? 0);
}

function descending(one: string, other: string): number {
  if (one === other) return 0;
  return one > other ? -1 : 1;
}

function whyBefore(best: Version, other: Version): Preference {
  if (best.day !== other.day) return 'later-statement';
  return byDetail(best, other) === 0 ? 'as-good' : 'more-detail';
}
