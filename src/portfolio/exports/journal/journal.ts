import type { Decimal } from '../../decimal.ts';

/** Accounts that every journal uses for the other side of a transaction. */
export const BANK = 'Assets:Bank';
/** What is switched passes through here, and nothing stays when the statement has both sides. */
export const SWITCHES = 'Assets:Switches';
export const OPENING = 'Equity:Opening-Balances';
/** The other side of units of which the statement does not say what they cost, and of what such units brought. */
export const UNVALUED = 'Equity:Unvalued';
export const DIVIDENDS = 'Income:Dividends';
/** What units of a merger, segregation or transfer take along of what they cost and gained; nothing stays when the statement has both sides. */
export const CARRIED_OVER = 'Equity:Carried-Over';
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
  /** The name of the scheme or security. */
  readonly payee: string;
  readonly narration: string;
  readonly postings: readonly Posting[];
  /** INR that only pass through an account, so that its reports see them. */
  readonly through: { readonly account: string; readonly amount: Decimal } | null;
  /** What the figures rest on, where they are not printed. */
  readonly note: string | null;
}

/** A line for the reader, in the place where the transaction would be. */
export interface Remark {
  readonly of: 'remark';
  readonly day: number | null;
  readonly text: string;
}

/** Units or money that come to an account; what leaves it is negative. Those of an entry add up to nothing, the units at their worth. */
export type Posting = UnitsPosting | MoneyPosting;

export interface UnitsPosting extends Holding {
  readonly of: 'units';
  readonly units: Decimal;
  /** Null for units that are posted without what they are worth. */
  readonly worth: Worth | null;
}

export interface MoneyPosting {
  readonly of: 'money';
  readonly account: string;
  /** INR. */
  readonly amount: Decimal;
}

/**
 * INR for all units of a posting, without a sign: `price`, what was paid for them or what they brought; `cost`, what the lot cost to
 * which they belong, and the day on which it was acquired.
 */
export type Worth =
  | { readonly of: 'price'; readonly total: Decimal }
  | {
      readonly of: 'cost';
      readonly total: Decimal;
      readonly acquired: number;
      /** What they were sold for; null where they were not. */
      readonly proceeds: Decimal | null;
    };

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
