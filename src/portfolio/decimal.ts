import {
  negative,
  POWERS_OF_TEN,
  product,
  roundedQuotient,
  sum,
  tenthOf,
  timesTenTo,
  wholeNumber,
} from './wholeNumber.ts';
import type { Rounding } from './rounding.ts';
import type { WholeNumber } from './wholeNumber.ts';

/** A JSON numeral: the only spelling that `Decimal.parse` takes. */
const NUMERAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** No sum of money, units or percent needs more; longer numerals would only cost time. */
const MOST_DIGITS = 100;

/** Two decimals of so many digits are never the same double (DBL_DIG of C). */
const DIGITS_OF_A_DOUBLE = 15;

/** An exact decimal number: `digits` divided by ten to the power of `scale`. Money and units are never a float. */
export class Decimal {
  static readonly zero = new Decimal(0, 0);

  private readonly exact: WholeNumber;
  readonly scale: number;

  private constructor(exact: WholeNumber, scale: number) {
    this.exact = exact;
    this.scale = scale;
  }

  static fromInteger(integer: number | bigint): Decimal {
    return new Decimal(wholeNumber(BigInt(integer)), 0);
  }

  /** The shortest decimal that is this double: what a numeral of up to 15 digits said. Null when it is not finite. */
  static fromNumber(number: number): Decimal | null {
    if (Number.isSafeInteger(number)) return new Decimal(number + 0, 0);
    for (let scale = 1; scale <= 6; scale++) {
      const power = POWERS_OF_TEN[scale] ?? NaN;
      const digits = Math.floor(number * power + 0.5);
      if (Math.abs(digits) >= 10 ** DIGITS_OF_A_DOUBLE) break;
      // The quotient is the double that is nearest to this decimal, so `number` means it.
      if (digits / power === number) return new Decimal(digits, scale);
    }
    return Decimal.read(String(number), Infinity);
  }

  /** Reads a numeral such as `-12.50` or `1.2e-7`, keeping the decimals it was written with; null if it is not one. */
  static parse(numeral: string): Decimal | null {
    return Decimal.read(numeral, MOST_DIGITS);
  }

  private static read(numeral: string, mostDigits: number): Decimal | null {
    const match = NUMERAL.exec(numeral);
    if (!match) return null;
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
    const length = whole.length + fraction.length;
    if (length === 0) return null;
    const scale = fraction.length - Number(exponent);
    if (length > mostDigits || Math.abs(scale) > mostDigits) return null;
    const text = sign + whole + fraction;
    const digits = length <= DIGITS_OF_A_DOUBLE ? Number(text) + 0 : wholeNumber(BigInt(text));
    return scale < 0 ? new Decimal(timesTenTo(-scale, digits), 0) : new Decimal(digits, scale);
  }

  /** Adds decimals exactly; the sum of none is zero. */
  static sum(terms: Iterable<Decimal>): Decimal {
    let exact: WholeNumber = 0;
    let scale = 0;
    // Without a decimal for each step: thousands of terms are the rule.
    for (const term of terms) {
      if (term.scale > scale) exact = timesTenTo(term.scale - scale, exact);
      scale = Math.max(scale, term.scale);
      exact = sum(exact, term.digitsAt(scale));
    }
    return new Decimal(exact, scale);
  }

  get digits(): bigint {
    return BigInt(this.exact);
  }

  /** The nearest double or one beside it: for rates and for drawing, never for money. */
  toNumber(): number {
    return Number(this.exact) / 10 ** this.scale;
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(sum(this.digitsAt(scale), other.digitsAt(scale)), scale);
  }

  minus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(sum(this.digitsAt(scale), negative(other.digitsAt(scale))), scale);
  }

  times(other: Decimal): Decimal {
    return new Decimal(product(this.exact, other.exact), this.scale + other.scale);
  }

  /** The quotient, rounded once to `places` decimals. Throws a RangeError when `divisor` is zero. */
  dividedBy(divisor: Decimal, places: number, rounding: Rounding = 'half-up'): Decimal {
    const shift = places + divisor.scale - this.scale;
    const dividend = shift > 0 ? timesTenTo(shift, this.exact) : this.exact;
    const by = shift < 0 ? timesTenTo(-shift, divisor.exact) : divisor.exact;
    return new Decimal(roundedQuotient(dividend, by, rounding), places);
  }

  /** The same number with exactly `places` decimals: rounded, or filled up with zeros. */
  round(places: number, rounding: Rounding = 'half-up'): Decimal {
    if (places >= this.scale) return new Decimal(this.digitsAt(places), places);
    const by = timesTenTo(this.scale - places, 1);
    return new Decimal(roundedQuotient(this.exact, by, rounding), places);
  }

  /** The same number without trailing zeros, but with at least `places` decimals. */
  trimmed(places: number): Decimal {
    let { exact, scale } = this;
    for (let tenth = tenthOf(exact); scale > places && tenth !== null; tenth = tenthOf(exact)) {
      exact = tenth;
      scale -= 1;
    }
    return new Decimal(exact, scale);
  }

  negated(): Decimal {
    return new Decimal(negative(this.exact), this.scale);
  }

  abs(): Decimal {
    return this.exact < 0 ? this.negated() : this;
  }

  /** -1, 0 or 1. */
  get sign(): -1 | 0 | 1 {
    if (this.exact === 0) return 0;
    return this.exact < 0 ? -1 : 1;
  }

  /** Negative, zero or positive, as `this` is less than, equal to or greater than `other`, whatever their scales. */
  compare(other: Decimal): -1 | 0 | 1 {
    const scale = Math.max(this.scale, other.scale);
    const one = this.digitsAt(scale);
    const two = other.digitsAt(scale);
    if (one === two) return 0;
    return one < two ? -1 : 1;
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  /** Plain digits with every decimal of the scale: `-12.50`. Never an exponent, never `-0`. */
  toString(): string {
    const sign = this.exact < 0 ? '-' : '';
    const digits = String(this.abs().exact).padStart(this.scale + 1, '0');
    if (this.scale === 0) return sign + digits;
    return `${sign}${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`;
  }

  private digitsAt(scale: number): WholeNumber {
    return timesTenTo(scale - this.scale, this.exact);
  }
}
