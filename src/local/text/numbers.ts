import { Decimal } from '../../portfolio/decimal.ts';

/** `1,23,456.78`, `123,456.78`, `.196`, `-5`, `(1,234.56)`, with or without a rupee sign (which prints as a backtick). */
const PRINTED = /^(?:INR|Rs\.?|`|₹)?\s*(\()?\s*([-+]?)\s*((?:\d[\d,]*)?(?:\.\d+)?)\s*(\))?$/i;
const NIL = /^(?:-{1,3}|N\.?\s?A\.?|NIL)$/i;

/** Reads a number as statements print them, with the decimals as printed; parentheses are a minus. Null if it is none. */
export function readNumber(text: string): Decimal | null {
  const match = PRINTED.exec(text.trim());
  if (!match) return null;
  const [, open, sign = '', digits = '', close] = match;
  if (!/\d/.test(digits) || (open === undefined) !== (close === undefined)) return null;
  const negative = (sign === '-') !== (open !== undefined);
  return Decimal.parse((negative ? '-' : '') + digits.replaceAll(',', ''));
}

/** What stands where there is no number: `--`, `-`, `N.A.`. */
export function isNil(text: string): boolean {
  return NIL.test(text.trim());
}

/** A number or what stands for none: what a numeric column holds. */
export function isNumeric(text: string): boolean {
  return readNumber(text) !== null || isNil(text);
}
