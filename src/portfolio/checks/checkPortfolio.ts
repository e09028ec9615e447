import type { Account } from '../accounts.ts';
import type { Portfolio } from '../model.ts';
import type { Position } from '../positions.ts';
import type { Check } from './check.ts';
import { allSteps } from '../steps.ts';
import { checkDates, checkPeriod, usablePeriod } from './dateChecks.ts';
import type { Period } from './dateChecks.ts';
import { checkGain } from './gainChecks.ts';
import { checkHolders } from './holderChecks.ts';
import { checkOnce } from './onceChecks.ts';
import { checkTotals } from './totalChecks.ts';
import { checkUncounted } from './uncountedChecks.ts';
import { checkUnits } from './unitsChecks.ts';
import { checkValue } from './valueCheck.ts';

/**
 * Every check of a statement against itself, those that cannot be made included: the period, totals and counts, what no total counts, holders,
 * what is listed twice, then each position in its order. Nothing is corrected.
 *
 * @param positions of this portfolio
 */
export function checkPortfolio(portfolio: Portfolio, positions: readonly Position[]): Check[] {
  return allSteps(checkSteps(portfolio, positions));
}

/** The same position by position, for whoever cannot wait for all at once. */
export function* checkSteps(
  portfolio: Portfolio,
  positions: readonly Position[],
): Generator<undefined, Check[]> {
  const period = usablePeriod(portfolio.statement);
  const withRows = placesWithRows(positions);
  const checks: Check[] = [
    checkPeriod(portfolio),
    ...checkTotals(portfolio),
    ...checkUncounted(portfolio),
    ...checkHolders(portfolio),
    ...checkOnce(positions),
  ];
  for (const position of positions) {
    checks.push(...checkPosition(position, portfolio, period, withRows));
    yield;
  }
  return checks;
}

function checkPosition(
  position: Position,
  { statement }: Portfolio,
  period: Period,
  withRows: ReadonlySet<string>,
): Check[] {
  const { source, account } = position;
  const rowsExpected = withRows.has(placeOfRows(account));
  switch (source.of) {
    case 'scheme':
      return [
        ...checkUnits(position, source.scheme, rowsExpected),
        checkDates(position, period),
        checkValue(position, statement.kind),
        ...checkGain(position, source.scheme),
      ];
    case 'security':
      return [
        ...checkUnits(position, source.security, rowsExpected),
        checkDates(position, period),
        checkValue(position, statement.kind),
      ];
    case 'nps-fund':
      return [checkValue(position, statement.kind)];
    case 'policy':
      return [];
  }
}

/**
 * Where a statement has transactions: a depository lists them by demat account, and folios have them together or, in a summary, not
 * at all.
 */
function placesWithRows(positions: readonly Position[]): ReadonlySet<string> {
  const withRows = positions.filter(({ transactions }) => transactions.length > 0);
  return new Set(withRows.map(({ account }) => placeOfRows(account)));
}

function placeOfRows({ of, key }: Account): string {
  return of === 'folio' ? of : key;
}
