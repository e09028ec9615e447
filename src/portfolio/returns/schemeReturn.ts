import { isClosed } from '../holdings.ts';
import type { Folio, Scheme } from '../model.ts';
import type { CashFlow, ReturnGap, SchemeCashFlows } from './cashFlows.ts';
import type { DatedAmount } from './netFlows.ts';
import { moneyMoved, periodMoney } from './periodMoney.ts';
import type { MoneyMoved, Period, PeriodMoney } from './periodMoney.ts';
import { xirr } from './xirr.ts';
import type { XirrResult } from './xirr.ts';

/** The annual rate, or why there is none: because of the flows, or because the statement does not tell them all. */
export type RateOrGap = XirrResult | { readonly ok: false; readonly reason: ReturnGap };

export interface SchemeReturn {
  readonly folio: Folio;
  readonly scheme: Scheme;
  readonly rate: RateOrGap;
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

export function schemeReturn(
  { folio, scheme, cash, amounts }: SchemeFlows,
  period: Period | null,
): SchemeReturn {
  const money = cash.ok ? moneyMoved(cash.flows) : null;
  return {
    folio,
    scheme,
    rate: cash.ok ? xirr(amounts) : { ok: false, reason: cash.reason },
    money,
    period: period && periodMoney(cash, money, period),
    leftOut: cash.ok || isNotMissed(cash.reason, scheme) ? null : cash.reason,
  };
}

/** All flows as doubles, because a rate is not money; none where they are not all known. */
export function datedAmounts(cash: SchemeCashFlows): DatedAmount[] {
  if (!cash.ok) return [];
  const amounts = cash.flows.map(datedAmount);
  if (cash.closing) amounts.push(datedAmount(cash.closing));
  return amounts;
}

function datedAmount({ day, amount }: CashFlow): DatedAmount {
  return { day, amount: amount.toNumber() };
}

function isNotMissed(reason: ReturnGap, scheme: Scheme): boolean {
  return reason === 'no-transactions' && isClosed(scheme);
}
