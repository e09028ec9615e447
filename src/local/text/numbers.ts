import { Decimal } from '../../portfolio/decimal.ts';

/** `1,23,456.78`, `123,456.78`, `.196`, `-5`, `(1,234.56)`, with or without a rupee sign (which prints as a backtick). */
const PRINTED = /^(?:INR|Rs\.?|`|\u20B9)?\s*(\()?\s*([-+]?)\s*((?:\d[\d,]*)?(?:\.\d+)?)\s*(\))?$/i;
const NIL = /^(?:-{1,3}|N\.?\s?A\.?|NIL)$/i;

/** Reads a number as statements print them, with the decimals as printed; parentheses are a minus. Null if it is none. */
export function readNumber(text: string): Decimal | null {
  const printed = text.trim();
  if (!endsLikeNumber(printed)) return null;
  const match = PRINTED.exec(printed);
  if (!match) return null;
  const [, open, sign = '', digits = '', close] = match;
  if (!/\d/.test(digits) || (open === undefined) !== (close === undefined)) return null;
  const negative = (sign === '-') !== (open !== undefined);
  return Decimal.parse((negative ? '-' : '') + digits.replaceAll(',', ''));
}

/** Tells most texts from numbers, and sooner than reading them does: pages hold thousands of them. */
function endsLikeNumber(text: string): boolean {
  const last = text.charAt(text.length - 1);
  return (last >= '0' && last <= '9') || last === ')' || last === ',';
}

const DECIMALS = String.raw`(?:\d[\d,]*)?\.\d{2,}`;
const DECIMAL = new RegExp(
  String.raw`^(?:INR|Rs\.?|\x60|\u20B9)?\s*(?:\(\s*[-+]?\s*${DECIMALS}\s*\)|[-+]?\s*${DECIMALS})$`,
  'i',
);

/** Whether a text is a number with two decimals or more, as money, units and NAVs are. */
export function isDecimal(text: string): boolean {
  // What is longer may have more digits than a number can be read of.
  if (text.length > LONGEST_DECIMAL) return (readNumber(text)?.scale ?? 0) >= 2;
  return text.includes('.') && DECIMAL.test(text.trim());
}

const LONGEST_DECIMAL = 60;

/** What stands where there is no number: `--`, `-`, `N.A.`. */
export function isNil(text: string): boolean {
  return NIL.test(text.trim());
}

/** A number or what stands for none: what a numeric column holds. */
export function isNumeric(text: string): boolean {
  return readNumber(text) !== null || isNil(text);
}
