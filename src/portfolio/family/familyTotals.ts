import { Decimal } from '../decimal.ts';
import type { Portfolio } from '../model.ts';
import { accountTotals, portfolioValue, sumOf } from '../totals.ts';
import type { Total } from '../totals.ts';
import type { Member } from './members.ts';
import type { Overlap } from './overlaps.ts';
import type { Piece } from './piece.ts';

/** What one statement brings into the total, INR. */
export interface StatementPart {
  /** Place in the list of statements. */
  readonly statement: number;
  /** As the statement prints it, otherwise as its accounts make it. */
  readonly value: Total | null;
  /** What the printed value is beyond its accounts (insurance, or a difference); null when either is missing. */
  readonly beyondAccounts: Decimal | null;
}

/** A value that is taken off because it counts elsewhere, INR. */
export interface Deduction {
  readonly overlap: Overlap;
  readonly piece: Piece;
  readonly value: Decimal;
}

/** The value of several statements as one, INR: total + deductions = sum of the parts, exactly. */
export interface FamilyTotals {
  readonly parts: readonly StatementPart[];
  readonly sum: Decimal;
  readonly deductions: readonly Deduction[];
  readonly total: Decimal;
  /** What of the total belongs to each member's statements, in the order of the members. */
  readonly byMember: readonly Decimal[];
  /** What is left out without a value: nothing could be taken off for it. */
  readonly withoutValue: readonly Piece[];
}

export function familyTotals(
  statements: readonly Portfolio[],
  members: readonly Member[],
  overlaps: readonly Overlap[],
): FamilyTotals {
  const parts = statements.map(partOf);
  const leftOut = overlaps.flatMap((overlap) =>
    overlap.leftOut.map((piece) => ({ overlap, piece })),
  );
  const deductions = leftOut.flatMap(({ overlap, piece }) =>
    piece.value ? [{ overlap, piece, value: piece.value }] : [],
  );
  const sum = Decimal.sum(parts.flatMap(({ value }) => (value ? [value.value] : [])));
  const byStatement = netOfStatements(parts, deductions);
  return {
    parts,
    sum,
    deductions,
    total: sum.minus(Decimal.sum(deductions.map(({ value }) => value))),
    byMember: members.map((member) =>
      Decimal.sum(member.statements.map((statement) => byStatement[statement] ?? Decimal.zero)),
    ),
    withoutValue: leftOut.flatMap(({ piece }) =>
      piece.value === null && isHeld(piece) ? [piece] : [],
    ),
  };
}

function partOf(portfolio: Portfolio, statement: number): StatementPart {
  const value = portfolioValue(portfolio);
  const accounts = sumOf(accountTotals(portfolio));
  return {
    statement,
    value,
    beyondAccounts: value && accounts ? value.value.minus(accounts.value) : null,
  };
}

/** Policies have no value, and what is closed is worth nothing. */
function isHeld({ of, positions }: Piece): boolean {
  return of !== 'policy' && positions.some(({ closed }) => !closed);
}

/** What is left of each statement when its deductions are taken off. */
function netOfStatements(
  parts: readonly StatementPart[],
  deductions: readonly Deduction[],
): Decimal[] {
  const net = parts.map(({ value }) => value?.value ?? Decimal.zero);
  for (const { piece, value } of deductions) {
    net[piece.statement] = (net[piece.statement] ?? Decimal.zero).minus(value);
  }
  return net;
}
