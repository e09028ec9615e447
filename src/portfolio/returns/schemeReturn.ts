import { Decimal } from '../decimal.ts';
import { isClosed } from '../holding.ts';
import type { Folio, Scheme } from '../model.ts';
import type { CashFlow, ReturnGap, SchemeCashFlows } from './cashFlows.ts';
import type { DatedAmount } from './netFlows.ts';
import { moneyMoved, NO_MONEY, periodMoney } from './periodMoney.ts';
import type { MoneyMoved, Period, PeriodMoney } from './periodMoney.ts';
import { returnOf } from './return.ts';
import type { Return } from './return.ts';

export interface SchemeReturn extends SchemeFlows {
  readonly result: Return;
  /** Over the whole history; null when that is not complete. */
  readonly money: MoneyMoved | null;
  /** Within the statement's period; null when the period or the flows in it are not known. */
  readonly period: PeriodMoney | null;
  /** Why it is left out of the portfolio's return; null if it is not, or if it is closed and nothing of it is missed. */
  readonly leftOut: ReturnGap | null;
}

export interface SchemeFlows {
  readonly folio: Folio;
  readonly scheme: Scheme;
  readonly cash: SchemeCashFlows;
  /** The flows of `cash` with its closing value, as doubles. */
  readonly amounts: readonly DatedAmount[];
}

export function schemeReturn(flows: SchemeFlows, period: Period | null): SchemeReturn {
  const { scheme, cash, amounts } = flows;
  const money = cash.ok ? moneyMoved(cash.flows) : null;
  const closingValue = (cash.ok ? cash.closing?.amount : null) ?? Decimal.zero;
  return {
    ...flows,
    result: cash.ok
      ? returnOf({ amounts, money: money ?? NO_MONEY, closingValue })
      : { kind: 'none', reason: cash.reason },
    money,
    period: period && periodMoney(cash, money, period),
    leftOut: cash.ok || isNotMissed(cash.reason, scheme) ? null : cash.reason,
  };
}

/** All flows and what there is at the end as doubles, because a rate is not money; none where they are not all known. */
export function datedAmounts(cash: SchemeCashFlows): DatedAmount[] {
  if (!cash.ok) return [];
  const amounts = cash.flows.map(datedAmount);
  // The time ends here, even where nothing came out of all of it.
  amounts.push(datedAmount(cash.closing ?? { day: cash.end, amount: Decimal.zero }));
  return amounts;
}

function datedAmount({ day, amount }: Pick<CashFlow, 'day' | 'amount'>): DatedAmount {
  return { day, amount: amount.toNumber() };
}

function isNotMissed(reason: ReturnGap, scheme: Scheme): boolean {
  return reason === 'no-transactions' && isClosed(scheme);
}
