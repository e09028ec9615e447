import { checkPortfolio } from '../portfolio/checks/checkPortfolio.ts';
import type { Facts } from '../portfolio/facts/facts.ts';
import { asFamily } from '../portfolio/family/asFamily.ts';
import { countedPortfolio } from '../portfolio/family/countedPortfolio.ts';
import { incomeByYear } from '../portfolio/gains/incomeByYear.ts';
import { realisedGains } from '../portfolio/gains/realisedGains.ts';
import { portfolioLots } from '../portfolio/lots/portfolioLots.ts';
import type { Portfolio } from '../portfolio/model.ts';
import { positions } from '../portfolio/positions.ts';
import { returnsReport } from '../portfolio/returns/returnsReport.ts';
import { portfolioValue } from '../portfolio/totals.ts';
import { checksReport } from './checksReport.ts';
import { figure } from './figure.ts';
import { gainsReport } from './gainsReport.ts';
import { holdingsReport, totalsReport } from './holdingsReport.ts';
import { lotsReport } from './lotsReport.ts';
import { schedulesReport } from './schedulesReport.ts';

/** A portfolio that was read from a file. */
export interface ReadFile {
  readonly file: string;
  readonly portfolio: Portfolio;
}

/** Grows with what is added to the report, and its first number with what is taken away or changed. */
export const REPORT_VERSION = '1.0';

/**
 * Reports the same figures as the page, statement by statement: money in INR, units and percentages as decimal strings, days
 * as ISO dates, null for what is not known. Of several statements it also says what they are together, where what is in two of
 * them counts once; gains are by statement only, since statements overlap.
 */
export function reportOf(files: readonly ReadFile[], facts: Facts) {
  return {
    report: 'casparser',
    version: REPORT_VERSION,
    caveat:
      'Gains, sections and schedules are estimates from the transactions of the statement, and no tax advice.',
    statements: files.map((file) => statementReport(file, facts)),
    together: files.length > 1 ? togetherReport(files.map(({ portfolio }) => portfolio)) : null,
  };
}

function statementReport({ file, portfolio }: ReadFile, facts: Facts) {
  const all = positions(portfolio);
  const keys = new Map(
    all.flatMap(({ key, source }) => (source.of === 'scheme' ? [[source.scheme, key]] : [])),
  );
  const realised = realisedGains(portfolio, facts);
  const income = incomeByYear(portfolio);
  const { kind, from, to } = portfolio.statement;
  return {
    file,
    statement: { kind, from, to },
    totals: totalsReport(all, portfolioValue(portfolio)),
    holdings: holdingsReport(all),
    returns: returnsReport([portfolio], all),
    gains: gainsReport(realised, keys),
    schedule112a: schedulesReport(realised, keys),
    income: {
      years: income.years.map(({ financialYear, idcw, tds, stampDuty, stt }) => ({
        year: financialYear,
        idcw: figure(idcw),
        tds: figure(tds),
        stampDuty: figure(stampDuty),
        stt: figure(stt),
      })),
      schemesLeftOut: income.leftOut,
    },
    lots: lotsReport(portfolioLots(portfolio, facts), keys),
    checks: checksReport(checkPortfolio(portfolio, all)),
  };
}

function togetherReport(statements: readonly Portfolio[]) {
  const family = asFamily(statements);
  const counted = countedPortfolio(family);
  return {
    investors: family.members.length,
    countedOnce: family.overlaps.length,
    possiblyTwice: family.possibleOverlaps.length,
    totals: totalsReport(counted.positions, {
      value: family.totals.total,
      computed: true,
      partsWithoutValue: family.totals.withoutValue.length,
    }),
    returns: returnsReport(counted.statements, counted.positions),
  };
}
