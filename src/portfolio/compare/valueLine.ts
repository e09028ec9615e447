import type { Investor, Portfolio } from '../model.ts';
import { portfolioValue } from '../totals.ts';
import type { Total } from '../totals.ts';
import { matchInvestors } from './investor.ts';
import type { InvestorMatch } from './investor.ts';
import { kindsDiffer, statementDay } from './statementDay.ts';

/** The value of a portfolio on the day of its statement. */
export interface ValuePoint {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** INR. */
  readonly value: Total;
  readonly portfolio: Portfolio;
}

export type ValueLineWarning =
  | 'different-investors'
  | 'investors-not-known'
  | 'different-kinds'
  /** Two statements are of one day; both are on the line. */
  | 'same-day';

export interface ValueLine {
  /** By date; on one day as they came. */
  readonly points: readonly ValuePoint[];
  readonly warnings: readonly ValueLineWarning[];
  /** Statements without a date that exists or without any value. */
  readonly leftOut: readonly Portfolio[];
}

/** What a portfolio was worth at each of its statements, which come in any order. */
export function valueLine(portfolios: readonly Portfolio[]): ValueLine {
  const points = portfolios.flatMap(pointOf).sort(byDate);
  const onLine = new Set(points.map(({ portfolio }) => portfolio));
  return {
    points,
    warnings: warningsOf(points),
    leftOut: portfolios.filter((portfolio) => !onLine.has(portfolio)),
  };
}

function pointOf(portfolio: Portfolio): ValuePoint[] {
  const date = statementDay(portfolio);
  const value = portfolioValue(portfolio);
  return date !== null && value ? [{ date, value, portfolio }] : [];
}

function byDate(one: ValuePoint, other: ValuePoint): number {
  if (one.date === other.date) return 0;
  return one.date < other.date ? -1 : 1;
}

function warningsOf(points: readonly ValuePoint[]): ValueLineWarning[] {
  const [first] = points;
  if (!first) return [];
  const warnings: ValueLineWarning[] = [];
  const investors = matchesAmong(points.map(({ portfolio }) => portfolio.investor));
  if (investors.has('different')) warnings.push('different-investors');
  if (investors.has('unknown')) warnings.push('investors-not-known');
  if (points.some(({ portfolio }) => kindsDiffer(first.portfolio, portfolio))) {
    warnings.push('different-kinds');
  }
  if (points.some(({ date }, index) => date === points[index - 1]?.date)) warnings.push('same-day');
  return warnings;
}

/** Each with each: two with the same name may have different PANs, and a third none. */
function matchesAmong(investors: readonly Investor[]): ReadonlySet<InvestorMatch> {
  return new Set(
    investors.flatMap((one, index) =>
      investors.slice(index + 1).map((other) => matchInvestors(one, other)),
    ),
  );
}
