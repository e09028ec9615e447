import type { Decimal } from './decimal.ts';
import {
  formatCompactRupees,
  formatNav,
  formatPercent,
  formatRupees,
  formatUnits,
} from './format.ts';
import type { CompactWords, ShowSign } from './format.ts';

/** Stands for what is hidden, whatever its length: not even how large a figure is can be seen. */
export const HIDDEN = '••••';

/**
 * The only way from a figure or a name to text, for the page and for everything that leaves it: what is masked here is masked
 * everywhere. Hidden are amounts, units, names of people, PAN, folio and other account numbers, contact data; percentages, NAVs, dates
 * and the names of schemes and securities stay.
 */
export class DisplayFormatter {
  readonly masked: boolean;
  /** Who and which account it is are hidden, also where amounts are not: for a reader that is no person. */
  readonly anonymous: boolean;
  readonly #sweep: (text: string) => string;

  /** @param sweep takes out of a text what the statements shown say of persons: any text may have it, wherever it stands */
  constructor(masked: boolean, anonymous = masked, sweep = (text: string) => text) {
    this.masked = masked;
    this.anonymous = anonymous;
    this.#sweep = sweep;
  }

  /** The name of a scheme or an issuer, an ISIN, a type: public, but for what it may have of a person. */
  text(text: string): string {
    return this.anonymous ? this.#sweep(text) : text;
  }

  /** `₹19,42,318.40`. */
  rupees(value: Decimal, sign?: ShowSign): string {
    return this.masked ? `₹${HIDDEN}` : formatRupees(value, sign);
  }

  /** `₹19.4 L`. */
  compactRupees(value: Decimal, words?: CompactWords): string {
    return this.masked ? `₹${HIDDEN}` : formatCompactRupees(value, words);
  }

  units(value: Decimal, decimals?: number, sign?: ShowSign): string {
    return this.masked ? HIDDEN : formatUnits(value, decimals, sign);
  }

  /** A NAV or price per unit in INR: public, so it stays. */
  nav(value: Decimal, decimals?: number): string {
    return formatNav(value, decimals);
  }

  percent(value: Decimal, decimals?: number, sign?: ShowSign): string {
    return formatPercent(value, decimals, sign);
  }

  /** How many of something: accounts, rows. Not units. */
  count(value: Decimal): string {
    return formatUnits(value);
  }

  /** The name of a person, a PAN, a folio, an account number, an address: who and which one. */
  personal(text: string): string {
    return this.anonymous ? HIDDEN : text;
  }

  /** A narration or a field as it came: its words stay, its digits may be a folio or an amount. */
  narration(text: string): string {
    return this.anonymous ? this.#sweep(text).replace(/\p{Nd}+/gu, '•') : text;
  }
}
