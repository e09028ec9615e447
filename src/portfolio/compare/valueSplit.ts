import type { Decimal } from '../decimal.ts';
import { netMoney } from './moneyFlow.ts';
import type { MoneyFlow } from './moneyFlow.ts';

/**
 * Where the money comes from: from `transactions` that account for every unit; there was none because units or value are
 * `unchanged`; or it is an `estimate`: units that no row accounts for, or rows without an amount, at the row's or the later price.
 */
export type SplitBasis = 'transactions' | 'units-unchanged' | 'value-unchanged' | 'estimate';

/** Why nothing can be said about money and market. */
export type NotKnown =
  /** A value is not in one of the statements. */
  | 'no-value'
  | 'no-units'
  /** Units changed without a row, and the later statement has no price for them. */
  | 'no-price'
  /** Units were booked without an amount, as a bonus, a gift or a transfer is. */
  | 'rows-without-amount'
  /** The security got another ISIN: its units may have been split or consolidated. */
  | 'new-isin'
  /** The earlier statement does not list the account at all: it may have been held before. */
  | 'account-not-listed'
  /** Both statements are of one day: nothing can have been bought between them. */
  | 'same-day';

/** A change in value (INR) told apart: change = money + market, exactly. */
export type ValueSplit =
  | {
      readonly basis: SplitBasis;
      readonly flow: MoneyFlow;
      /** In less out. */
      readonly money: Decimal;
      /** What prices, reinvested dividends and costs did. */
      readonly market: Decimal;
      readonly because: null;
    }
  | { readonly basis: 'not-known'; readonly because: NotKnown };

export function knownSplit(basis: SplitBasis, change: Decimal, flow: MoneyFlow): ValueSplit {
  const money = netMoney(flow);
  return { basis, flow, money, market: change.minus(money), because: null };
}

export function noSplit(because: NotKnown): ValueSplit {
  return { basis: 'not-known', because };
}
