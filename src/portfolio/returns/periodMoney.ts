import { Decimal } from '../decimal.ts';
import type { CashFlow, ReturnGap, SchemeCashFlows } from './cashFlows.ts';

/** Days since 1970-01-01, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Money in and out of a scheme, INR, neither with a sign. */
export interface MoneyMoved {
  /** With stamp duty. */
  readonly putIn: Decimal;
  /** Less STT and TDS. */
  readonly takenOut: Decimal;
}

export interface PeriodMoney extends MoneyMoved {
  /** Closing value less opening value less what was put in net: what the market added; null when it is not known. */
  readonly market: Decimal | null;
  /** Why `market` is null; `held-before`: units were bought before the period, and what they were worth then is not printed. */
  readonly marketGap: ReturnGap | 'held-before' | null;
}

export const NO_MONEY: MoneyMoved = { putIn: Decimal.zero, takenOut: Decimal.zero };

/** What was put in and taken out, by the sign of each flow. */
export function moneyMoved(flows: readonly CashFlow[]): MoneyMoved {
  const amounts = flows.map(({ amount }) => amount);
  return {
    putIn: Decimal.sum(amounts.filter(({ sign }) => sign < 0)).negated(),
    takenOut: Decimal.sum(amounts.filter(({ sign }) => sign > 0)),
  };
}

export function addMoney(one: MoneyMoved, other: MoneyMoved): MoneyMoved {
  return {
    putIn: one.putIn.plus(other.putIn),
    takenOut: one.takenOut.plus(other.takenOut),
  };
}

/**
 * What happened to a scheme within the statement's period. A statement prints no value for its first day, so what the market
 * added is known only where nothing was held before. Null when the flows are not known.
 *
 * @param whole what moved over all flows, if they are all known
 */
export function periodMoney(
  cash: SchemeCashFlows,
  whole: MoneyMoved | null,
  { from, to }: Period,
): PeriodMoney | null {
  const { flows } = cash;
  if (!flows) return null;
  // They are in the order of time.
  const isWithin = (flows[0]?.day ?? from) >= from && (flows.at(-1)?.day ?? to) <= to;
  if (!cash.ok || !isWithin) {
    const money = moneyMoved(flows.filter(({ day }) => day >= from && day <= to));
    return { ...money, market: null, marketGap: cash.ok ? 'held-before' : cash.reason };
  }
  const { putIn, takenOut } = whole ?? moneyMoved(flows);
  const closing = cash.closing?.amount ?? Decimal.zero;
  return { putIn, takenOut, market: closing.minus(putIn).plus(takenOut), marketGap: null };
}
