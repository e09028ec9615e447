import { Decimal } from '../decimal.ts';
import type { Transaction } from '../model.ts';
import { signedUnits } from '../transactionType.ts';
import { moneyOfRow, NO_MONEY } from './moneyFlow.ts';
import type { MoneyFlow } from './moneyFlow.ts';
import { worth } from './unitPrice.ts';
import type { UnitPrice } from './unitPrice.ts';

/** What transactions did to a holding. */
export interface MovedMoney {
  readonly flow: MoneyFlow;
  /** All units they moved, signed. */
  readonly units: Decimal;
  /** Whether an amount was missing and was made from units and a price. */
  readonly estimated: boolean;
  /** Whether money moved that nothing can be said about: then the flow is not all of it. */
  readonly incomplete: boolean;
}

/** @param price what a unit is worth where a row gives neither an amount nor a price */
export function moneyOfRows(rows: readonly Transaction[], price: UnitPrice | null): MovedMoney {
  const flow: Record<keyof MoneyFlow, Decimal> = { ...NO_MONEY };
  let units = Decimal.zero;
  let estimated = false;
  let incomplete = false;
  for (const row of rows) {
    units = units.plus(signedUnits(row) ?? Decimal.zero);
    const money = moneyOfRow(row);
    if (money === 'none') continue;
    const amount = money === 'missing' ? null : (money.amount ?? estimate(row, money.units, price));
    if (money === 'missing' || !amount) {
      incomplete = true;
      continue;
    }
    estimated ||= money.amount === null;
    flow[money.part] = flow[money.part].plus(amount);
  }
  return { flow, units, estimated, incomplete };
}

function estimate(row: Transaction, units: Decimal, price: UnitPrice | null): Decimal | null {
  const printed = row.nav ?? row.price;
  if (printed?.sign) return units.times(printed).round(2);
  return price && worth(units, price);
}

/** The transactions after one day and until another, both `YYYY-MM-DD`. Those without a date are in no period. */
export function rowsBetween(
  transactions: readonly Transaction[],
  after: string,
  until: string,
): Transaction[] {
  return transactions.filter(({ date }) => date !== null && date > after && date <= until);
}
