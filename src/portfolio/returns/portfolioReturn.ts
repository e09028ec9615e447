import { parseDay } from '../days.ts';
import { Decimal } from '../decimal.ts';
import type { Portfolio, Statement } from '../model.ts';
import { allSteps } from '../steps.ts';
import { schemeCashFlows } from './cashFlows.ts';
import { combinedReturn } from './combinedReturn.ts';
import type { CombinedReturn } from './combinedReturn.ts';
import { pairSwitches, withoutSwitches } from './pairSwitches.ts';
import type { SwitchLeg } from './pairSwitches.ts';
import { addMoney, NO_MONEY } from './periodMoney.ts';
import type { MoneyMoved, Period } from './periodMoney.ts';
import { datedAmounts, schemeReturn } from './schemeReturn.ts';
import type { SchemeReturn } from './schemeReturn.ts';

/** Of the counted schemes together. Holdings in demat accounts and NPS print no flows and are never counted. */
export interface PortfolioReturn extends CombinedReturn {
  /** Every scheme of every folio, in the order of the statement; `leftOut` says which do not count, and why. */
  readonly schemes: readonly SchemeReturn[];
  readonly counted: number;
  readonly leftOut: number;
  /** Null when the statement prints no period. */
  readonly period: PortfolioPeriod | null;
}

/**
 * Over all schemes whose flows in the period are known, also those that were held before it. Money that a switch or merger took
 * from one of them to another never left the portfolio: both legs are left out. A leg without the other one stays.
 */
export interface PortfolioPeriod extends MoneyMoved {
  /** What the market added, INR; null as long as it is not known of one scheme. */
  readonly market: Decimal | null;
  /** Of how many schemes it is not. */
  readonly marketUnknown: number;
  /** What of the money put in and taken out is a leg of a switch or merger whose other leg is not in the period, INR. */
  readonly unpaired: Decimal;
}

/**
 * The return of each scheme in a folio, and of all those together whose history is complete: money in and out on its days, and
 * what is held as if it were taken out on the last day of the statement.
 */
export function portfolioReturn(portfolio: StatementFolios): PortfolioReturn {
  return returnOfAll([portfolio]);
}

/** What of a statement a return is made of. */
export type StatementFolios = Pick<Portfolio, 'statement' | 'folios'>;

/** The same over several statements, each to its own last day; they have a period if it is the same one. */
export function returnOfAll(statements: readonly StatementFolios[]): PortfolioReturn {
  return allSteps(returnSteps(statements));
}

/** The same scheme by scheme, for whoever cannot wait for all at once. */
export function* returnSteps(
  statements: readonly StatementFolios[],
): Generator<undefined, PortfolioReturn> {
  const period = commonPeriod(statements.map(({ statement }) => statement));
  const schemes: SchemeReturn[] = [];
  const legs: SwitchLeg[] = [];
  for (const { statement, folios } of statements) {
    for (const folio of folios) {
      for (const scheme of folio.schemes) {
        const cash = schemeCashFlows(scheme, statement.to);
        const amounts = datedAmounts(cash);
        schemes.push(schemeReturn({ folio, scheme, cash, amounts }, period));
        for (const flow of cash.flows ?? []) if (flow.isSwitch) legs.push({ ...flow, folio });
        yield;
      }
    }
  }
  return {
    ...combinedReturn(schemes),
    schemes,
    counted: schemes.filter(({ cash }) => cash.ok).length,
    leftOut: schemes.filter(({ leftOut }) => leftOut !== null).length,
    period: period && portfolioPeriod(schemes, legsWithin(legs, period)),
  };
}

function commonPeriod(statements: readonly Statement[]): Period | null {
  const [first, ...others] = statements.map(periodOf);
  const same = others.every((other) => other?.from === first?.from && other?.to === first?.to);
  return same ? (first ?? null) : null;
}

function periodOf({ from, to }: Statement): Period | null {
  const first = parseDay(from);
  const last = parseDay(to);
  return first === null || last === null ? null : { from: first, to: last };
}

function legsWithin(legs: readonly SwitchLeg[], { from, to }: Period): SwitchLeg[] {
  return legs.filter(({ day }) => day >= from && day <= to);
}

function portfolioPeriod(
  schemes: readonly SchemeReturn[],
  legs: readonly SwitchLeg[],
): PortfolioPeriod {
  const switches = pairSwitches(legs);
  let money = NO_MONEY;
  let market = Decimal.zero;
  let marketUnknown = 0;
  for (const { period, money: whole, leftOut } of schemes) {
    if (period) money = addMoney(money, period);
    if (period?.market) market = market.plus(period.market);
    else if (whole !== null || leftOut !== null) marketUnknown += 1;
  }
  return {
    ...withoutSwitches(money, switches),
    market: marketUnknown === 0 ? market : null,
    marketUnknown,
    unpaired: switches.unpaired,
  };
}
