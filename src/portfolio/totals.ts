import { Decimal } from './decimal.ts';
import { isClosed } from './holding.ts';
import { percentOf } from './percent.ts';
import type { Holding } from './holding.ts';
import type { DematAccount, Folio, NpsAccount, Portfolio } from './model.ts';

/** An amount in INR, and where it comes from. */
export interface Total {
  readonly value: Decimal;
  /** True when the statement does not print it and it is the sum of its parts. */
  readonly computed: boolean;
  /** How many parts have no value and are missing from a computed sum. */
  readonly partsWithoutValue: number;
}

/** A holding, or a total that is itself part of a larger one. */
interface Part {
  readonly value: Decimal | null;
  readonly partsWithoutValue?: number;
}

/** The value of the portfolio: as the summary prints it, otherwise the sum of accounts, folios and NPS. */
export function portfolioValue(portfolio: Portfolio): Total | null {
  return printedOr(portfolio.summary.totalValue, sumOf(accountTotals(portfolio)));
}

export function dematValue(account: DematAccount): Total | null {
  return printedOr(account.value, sumOf(account.securities));
}

export function folioValue(folio: Folio): Total | null {
  return printedOr(folio.value, sumOf(folio.schemes));
}

export function npsValue(account: NpsAccount): Total | null {
  return printedOr(account.value, sumOf(account.funds));
}

/** The value of each demat account, folio and NPS account, printed or summed. Insurance has none. */
export function accountTotals(portfolio: Portfolio): (Total | null)[] {
  return [
    ...portfolio.dematAccounts.map(dematValue),
    ...portfolio.folios.map(folioValue),
    ...portfolio.npsAccounts.map(npsValue),
  ];
}

/** The exact sum of the parts that have a value; null when none has. */
export function sumOf(parts: readonly (Part | null)[]): Total | null {
  const values = parts.flatMap((part) => (part?.value ? [part.value] : []));
  if (values.length === 0) return null;
  const missing = parts.map((part) => (part?.value ? (part.partsWithoutValue ?? 0) : 1));
  return {
    value: Decimal.sum(values),
    computed: true,
    partsWithoutValue: missing.reduce((one, other) => one + other, 0),
  };
}

/** What was paid for what is held, and what it gained, as far as the statement says. */
export interface CostAndGain {
  /** INR; null when no holding has a cost. */
  readonly cost: Decimal | null;
  /** Value less cost, INR, over the holdings that have both. */
  readonly gain: Decimal | null;
  /** The gain in percent of the cost of those holdings, two decimals. */
  readonly gainPercent: Decimal | null;
  readonly withCost: number;
  readonly withGain: number;
  /** All open holdings: what `withCost` and `withGain` are out of. */
  readonly open: number;
}

/** Cost and gain over the open holdings; one without a cost counts in neither. */
export function costAndGain(all: readonly Holding[]): CostAndGain {
  const open = all.filter((holding) => !isClosed(holding));
  const costs = open.flatMap(({ cost }) => (cost ? [cost] : []));
  const both = open.flatMap(({ cost, value }) => (cost && value ? [{ cost, value }] : []));
  const cost = Decimal.sum(costs);
  const gain = Decimal.sum(both.map((holding) => holding.value.minus(holding.cost)));
  const gainedOn = Decimal.sum(both.map((holding) => holding.cost));
  return {
    cost: costs.length > 0 ? cost : null,
    gain: both.length > 0 ? gain : null,
    gainPercent: both.length > 0 ? percentOf(gain, gainedOn, 2) : null,
    withCost: costs.length,
    withGain: both.length,
    open: open.length,
  };
}

function printedOr(printed: Decimal | null, sum: Total | null): Total | null {
  return printed ? { value: printed, computed: false, partsWithoutValue: 0 } : sum;
}
