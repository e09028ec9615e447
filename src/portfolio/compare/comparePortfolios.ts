import { parseDay } from '../days.ts';
import type { Portfolio } from '../model.ts';
import { positions } from '../positions.ts';
import { totalsOf } from './changeTotals.ts';
import type { ChangeTotals } from './changeTotals.ts';
import { fieldDifferences } from './fieldDifferences.ts';
import type { FieldDifference } from './fieldDifferences.ts';
import { matchInvestors } from './investor.ts';
import type { InvestorMatch } from './investor.ts';
import { pairPositions } from './pairPositions.ts';
import { changeOf } from './positionChange.ts';
import type { Between, PositionChange } from './positionChange.ts';
import { kindsDiffer, statementDay } from './statementDay.ts';
import { unitPrices } from './unitPrice.ts';
import { unlistedAccounts } from './unlistedAccounts.ts';

/** What makes a comparison less than it seems. */
export type ComparisonWarning =
  | 'different-investors'
  | 'investors-not-known'
  /** One is of a depository and one of the registrars, say: what only one of them lists seems added or removed. */
  | 'different-kinds'
  /** One has no date that exists: which is the later one is not known. */
  | 'not-dated'
  | 'same-day'
  /** The later statement's period begins days after the earlier one ends: it lacks transactions. */
  | 'period-between'
  /** The earlier statement does not list an account at all, so what it holds may not be new. */
  | 'account-not-listed';

/** What became of a portfolio from one statement to another. */
export interface Comparison {
  readonly earlier: Portfolio;
  readonly later: Portfolio;
  readonly investors: InvestorMatch;
  readonly warnings: readonly ComparisonWarning[];
  readonly changes: readonly PositionChange[];
  readonly totals: ChangeTotals;
  /** For two readings of one statement (same kind and period), where they differ; null for two statements. */
  readonly fields: readonly FieldDifference[] | null;
}

/** Compares two statements, which come in any order: the one whose period ends first is the earlier one. */
export function comparePortfolios(one: Portfolio, other: Portfolio): Comparison {
  const [earlier, later] = inOrder(one, other);
  const earlierPositions = positions(earlier);
  const laterPositions = positions(later);
  const investors = matchInvestors(earlier.investor, later.investor);
  const pairs = pairPositions(earlierPositions, laterPositions);
  const between: Between = {
    days: daysOf(earlier, later),
    laterPrices: unitPrices(laterPositions),
    isUnlisted: unlistedAccounts(earlier, pairs),
  };
  const changes = pairs.map((pair) => changeOf(pair, between));
  return {
    earlier,
    later,
    investors,
    warnings: [
      ...warningsOf(earlier, later, investors),
      ...(changes.some(isInUnlisted) ? ['account-not-listed' as const] : []),
    ],
    changes,
    totals: totalsOf(earlier, later, changes),
    fields: isOneStatement(earlier, later) ? fieldDifferences(earlier, later, pairs) : null,
  };
}

function isInUnlisted({ split }: PositionChange): boolean {
  return split?.because === 'account-not-listed';
}

function inOrder(one: Portfolio, other: Portfolio): [Portfolio, Portfolio] {
  const days = daysOf(one, other);
  return days && days.earlier > days.later ? [other, one] : [one, other];
}

function daysOf(one: Portfolio, other: Portfolio): Between['days'] {
  const earlier = statementDay(one);
  const later = statementDay(other);
  return earlier !== null && later !== null ? { earlier, later } : null;
}

function warningsOf(
  earlier: Portfolio,
  later: Portfolio,
  investors: InvestorMatch,
): ComparisonWarning[] {
  const warnings: ComparisonWarning[] = [];
  if (investors === 'different') warnings.push('different-investors');
  if (investors === 'unknown') warnings.push('investors-not-known');
  if (kindsDiffer(earlier, later)) warnings.push('different-kinds');
  const days = daysOf(earlier, later);
  if (!days) warnings.push('not-dated');
  else if (days.earlier === days.later) warnings.push('same-day');
  else if (isApart(days.earlier, later.statement.from)) warnings.push('period-between');
  return warnings;
}

function isOneStatement(one: Portfolio, other: Portfolio): boolean {
  return (
    daysOf(one, other) !== null &&
    one.statement.to === other.statement.to &&
    one.statement.from === other.statement.from &&
    !kindsDiffer(one, other)
  );
}

/** Whether a period begins later than on the day after another one ends. */
function isApart(end: string, begin: string | null): boolean {
  const last = parseDay(end);
  const first = parseDay(begin);
  return last !== null && first !== null && first - last > 1;
}
