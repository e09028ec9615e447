import type { Decimal } from '../../decimal.ts';

/** Accounts that every journal uses for the other side of a transaction. */
export const BANK = 'Assets:Bank';
/** What is switched passes through here, and nothing stays when the statement has both sides. */
export const SWITCHES = 'Assets:Switches';
export const OPENING = 'Equity:Opening-Balances';
/** The other side of units for which the statement has no amount: it holds units, not money. */
export const UNVALUED = 'Equity:Unvalued';
export const DIVIDENDS = 'Income:Dividends';
export const CAPITAL_GAINS = 'Income:CapitalGains';
export const STAMP_DUTY = 'Expenses:Taxes:StampDuty';
export const STT = 'Expenses:Taxes:STT';
export const TDS = 'Expenses:Taxes:TDS';

/**
 * Portfolio as double-entry bookkeeping, before it takes the syntax of a tool. Money is INR; days are since 1970-01-01. What the
 * statement does not support is a remark, never an entry.
 */
export interface Journal {
  /** What the reader has to know, for the top of the file. */
  readonly notes: readonly string[];
  readonly commodities: readonly Commodity[];
  /** By day; those of one day in the order of the statement. */
  readonly items: readonly (Entry | Remark)[];
  readonly prices: readonly Price[];
  readonly closings: readonly Closing[];
}

export interface Commodity {
  readonly symbol: string;
  /** What the statement calls it. */
  readonly name: string | null;
  /** The most decimals that its units have. */
  readonly places: number;
}

/** Where units are held, and units of what. */
export interface Holding {
  readonly account: string;
  readonly symbol: string;
}

export interface Entry {
  readonly of: 'entry';
  readonly day: number;
  readonly holding: Holding;
  /** The name of the scheme or security. */
  readonly payee: string;
  readonly narration: string;
  readonly move: Move;
  /** Of what is held: null where the statement does not show every purchase, or where no units move for money. */
  readonly lot: Lot | null;
  /** What the figures rest on, where they are not printed. */
  readonly note: string | null;
}

/** A line for the reader, in the place where the transaction would be. */
export interface Remark {
  readonly of: 'remark';
  readonly day: number | null;
  readonly text: string;
}

/** What a transaction does. Units and amounts are positive but for `units` of `unvalued`. */
export type Move =
  | {
      readonly of: 'bought';
      readonly units: Decimal;
      /** What was paid for all of them. */
      readonly amount: Decimal;
      readonly from: string;
    }
  | {
      readonly of: 'sold';
      readonly units: Decimal;
      readonly amount: Decimal;
      readonly into: string;
      /** Whether it is no sale, but the reversal of a purchase. */
      readonly undoes: boolean;
    }
  | { readonly of: 'unvalued'; readonly units: Decimal; readonly from: string }
  | {
      readonly of: 'money';
      readonly amount: Decimal;
      readonly from: string;
      readonly into: string;
    };

/** Which units a sale takes: those held longest, or those of the one purchase that it undoes. */
export type Lot =
  | { readonly of: 'new' }
  | { readonly of: 'oldest' }
  | { readonly of: 'bought-on'; readonly day: number };

export interface Price {
  readonly day: number;
  readonly symbol: string;
  /** INR per unit. */
  readonly price: Decimal;
  /** Not the printed NAV but value divided by units. */
  readonly estimate: boolean;
}

/** The units that are there at the end of a day. */
export interface Closing {
  readonly of: 'closing';
  readonly day: number;
  readonly holding: Holding;
  readonly units: Decimal;
}

/** Beancount counts in 28 digits, so that sums of figures of 20 stay exact. */
const MOST_DIGITS = 20;

export function isExpressible(figure: Decimal): boolean {
  return figure.abs().digits.toString().length <= MOST_DIGITS && figure.scale <= MOST_DIGITS;
}
