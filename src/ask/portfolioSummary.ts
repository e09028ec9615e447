import { allocate } from '../portfolio/allocation.ts';
import type { Slice } from '../portfolio/allocation.ts';
import { Decimal } from '../portfolio/decimal.ts';
import { statementName } from '../portfolio/exports/whole.ts';
import { NO_FACTS } from '../portfolio/facts/facts.ts';
import type { Facts } from '../portfolio/facts/facts.ts';
import { gainsByYear } from '../portfolio/gains/gainsByYear.ts';
import type { YearOfGains } from '../portfolio/gains/gainsByYear.ts';
import { gainsOfReturn } from '../portfolio/gains/gainsOfReturn.ts';
import { realisedGains } from '../portfolio/gains/realisedGains.ts';
import type { RealisedGains } from '../portfolio/gains/realisedGains.ts';
import { sectionName } from '../portfolio/gains/section.ts';
import type { Portfolio } from '../portfolio/model.ts';
import { personalSweeper } from '../portfolio/personal.ts';
import { holdingsOf, positions } from '../portfolio/positions.ts';
import type { Position } from '../portfolio/positions.ts';
import { positionReturn, returnsByScheme } from '../portfolio/returns/groupReturn.ts';
import { portfolioReturn } from '../portfolio/returns/portfolioReturn.ts';
import type { PortfolioReturn } from '../portfolio/returns/portfolioReturn.ts';
import { returnPhrase } from '../portfolio/returns/returnPhrase.ts';
import { costAndGain, portfolioValue } from '../portfolio/totals.ts';
import { percentOf } from '../portfolio/percent.ts';
import { DisplayFormatter } from '../portfolio/displayFormatter.ts';
import { oneLine } from '../tools/oneLine.ts';

const MOST_HOLDINGS = 40;
const MOST_ISSUERS = 12;

/** What leaves this computer with a question about a portfolio. */
export interface PortfolioSummary {
  readonly text: string;
  /** Takes what is personal out of any other text that goes with it. */
  readonly sweep: (text: string) => string;
}

/**
 * The figures of a portfolio, reckoned here, in words that a model reads: totals, allocation, holdings, returns, realised gains.
 * Nobody can be told from it: names, PANs, folio and account numbers are never put in, and swept out of the names of schemes.
 * @param masked amounts and units are left out too, as on the page; percentages stay
 */
export function portfolioSummary(
  portfolio: Portfolio,
  masked: boolean,
  facts: Facts = NO_FACTS,
): PortfolioSummary {
  const shown = new DisplayFormatter(masked, true);
  const all = positions(portfolio);
  const returns = portfolioReturn(portfolio);
  const parts = [
    whatItIs(portfolio),
    totals(portfolio, all, returns, shown),
    shares('By asset class', all, ({ kind }) => kind, shown),
    shares('By AMC or issuer', all, ({ issuer }) => name(issuer), shown),
    holdings(portfolio, all, returns, shown),
    gains(realisedGains(portfolio, facts), shown),
  ];
  const sweep = personalSweeper([portfolio]);
  return { text: sweep(parts.filter((part) => part !== '').join('\n\n')), sweep };
}

function whatItIs(portfolio: Portfolio): string {
  const { from, to } = portfolio.statement;
  const period = [from, to].map((day) => (day === null ? '?' : oneLine(day))).join(' to ');
  return `Statement: ${statementName(portfolio) ?? 'CAS'}, ${period}. Amounts are INR.`;
}

function totals(
  portfolio: Portfolio,
  all: readonly Position[],
  { result, counted, leftOut, money }: PortfolioReturn,
  shown: DisplayFormatter,
): string {
  const value = portfolioValue(portfolio);
  const paid = costAndGain(holdingsOf(all));
  const known = `of ${paid.withGain} of ${paid.open} holdings, the others print no cost`;
  const earned = returnPhrase(result, shown);
  return lines([
    value && `Value: ${shown.rupees(value.value)}`,
    paid.cost && `Cost: ${shown.rupees(paid.cost)}`,
    paid.gain && `Gain: ${shown.rupees(paid.gain)} (${known})`,
    paid.gainPercent && `Gain in percent of that cost: ${shown.percent(paid.gainPercent)}`,
    earned &&
      `${earned}, of ${counted} schemes whose whole history is in the statement; ${leftOut} are left out`,
    counted > 0 &&
      `Of these schemes: paid in ${shown.rupees(money.putIn)}, taken out ${shown.rupees(money.takenOut)}`,
  ]);
}

function shares(
  title: string,
  all: readonly Position[],
  keyOf: (position: Position) => string,
  shown: DisplayFormatter,
): string {
  const { slices, withoutValue } = allocate(all, keyOf);
  if (slices.length === 0) return '';
  const row = ({ key, value, percent, count }: Slice) =>
    `- ${key}: ${shown.rupees(value)}, ${percent ? shown.percent(percent) : '?'}, ${count} holdings`;
  return lines([
    `${title}:`,
    ...slices.slice(0, MOST_ISSUERS).map(row),
    slices.length > MOST_ISSUERS && `- ${slices.length - MOST_ISSUERS} more`,
    withoutValue > 0 && `- ${withoutValue} holdings without a value`,
  ]);
}

function holdings(
  portfolio: Portfolio,
  all: readonly Position[],
  { schemes }: PortfolioReturn,
  shown: DisplayFormatter,
): string {
  const whole = portfolioValue(portfolio)?.value ?? null;
  const open = all.filter(({ closed }) => !closed);
  const largest = open.toSorted((one, other) => valueOf(other).compare(valueOf(one)));
  const returns = returnsByScheme(schemes);
  const row = (position: Position) => {
    const { value, gain } = position;
    const weight = value && whole && percentOf(value, whole, 2);
    return [
      `- ${name(position.name)} (${position.kind})`,
      value && shown.rupees(value),
      weight && `weight ${shown.percent(weight)}`,
      gain.rupees && `gain ${shown.rupees(gain.rupees)}`,
      gain.percent && `gain ${shown.percent(gain.percent)}`,
      returnPhrase(positionReturn(position, returns), shown),
    ]
      .filter(Boolean)
      .join('; ');
  };
  return lines([
    `Holdings, the largest first:`,
    ...largest.slice(0, MOST_HOLDINGS).map(row),
    open.length > MOST_HOLDINGS && `- ${open.length - MOST_HOLDINGS} smaller ones`,
  ]);
}

function gains(realised: RealisedGains, shown: DisplayFormatter): string {
  const years = gainsByYear(realised.gains);
  if (years.length === 0) return '';
  return lines([
    'Realised gains of mutual funds by financial year, an estimate: sale value less what was paid, then what is taxable by section, by the cost that the law allows:',
    ...years.map((year) => yearOfGains(year, realised, shown)),
  ]);
}

function yearOfGains(
  { financialYear, gain }: YearOfGains,
  realised: RealisedGains,
  shown: DisplayFormatter,
): string {
  const { sections, notTold } = gainsOfReturn(realised, financialYear);
  return [
    `- ${financialYear}: short term ${shown.rupees(gain.short)}, long term ${shown.rupees(gain.long)}`,
    ...sections.map((one) => `taxable by ${sectionName(one.section)}: ${shown.rupees(one.gain)}`),
    ...(notTold > 0 ? [`taxable gain not known of ${notTold} lots`] : []),
  ].join('; ');
}

function valueOf({ value }: Position): Decimal {
  return value ?? Decimal.zero;
}

function name(text: string | null): string {
  return text === null ? 'not stated' : oneLine(text);
}

function lines(all: readonly (string | false | null)[]): string {
  return all.filter((line) => typeof line === 'string').join('\n');
}
