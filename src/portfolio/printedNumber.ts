import { Decimal } from './decimal.ts';

const PLAIN = /^\d+(?:\.\d*)?$|^\.\d+$/;
/** Lakh and crore or thousands grouping. `1,23` is neither, and is not read as 123. */
const GROUPED = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/;

/**
 * Reads a number as statements print it: `1,234.50`, `12,34,567`, `-5`, `−5`, `(1,234.50)` for a negative one, as registrars
 * write it. Null for anything else: a number that has to be guessed is no number.
 */
export function readPrintedNumber(text: string): Decimal | null {
  const trimmed = text.trim();
  const bracketed = /^\((.*)\)$/.exec(trimmed);
  const signed = /^([+\-\u2212]?)(.*)$/.exec(bracketed?.[1] ?? trimmed);
  const sign = signed?.[1] ?? '';
  const digits = signed?.[2] ?? '';
  if (bracketed && sign !== '') return null;
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) return null;
  const magnitude = Decimal.parse(digits.replaceAll(',', ''));
  const negative = bracketed !== null || sign === '-' || sign === '\u2212';
  return negative ? (magnitude?.negated() ?? null) : magnitude;
}
