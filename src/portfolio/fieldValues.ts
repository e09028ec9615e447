import { Decimal } from './decimal.ts';
import { Numeral } from './exactJson.ts';
import type { JsonValue } from './exactJson.ts';
import { readPrintedNumber } from './printedNumber.ts';

/*
 * What a value of the answer says, if it is of a type that says it. Missing, null and blank text say nothing: null. A value that
 * is something else is undefined, and is kept by whoever reads it.
 */

/** Text as it came. A number is taken too: folio numbers and PIN codes are sent as either. */
export function readText(value: JsonValue | undefined): string | null | undefined {
  if (typeof value === 'string') return isBlank(value) ? null : value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return String(value);
  return value instanceof Numeral ? value.source : undefined;
}

/** A number, exact. Text that prints a number (`"1,234.50"`) is taken too. */
export function readDecimal(value: JsonValue | undefined): Decimal | null | undefined {
  if (typeof value === 'number') return Decimal.fromNumber(value) ?? undefined;
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    return isBlank(value) ? null : (readPrintedNumber(value) ?? undefined);
  }
  return value instanceof Numeral ? (Decimal.parse(value.source) ?? undefined) : undefined;
}

export function readFlag(value: JsonValue | undefined): boolean | null | undefined {
  if (value === null || value === undefined) return null;
  return typeof value === 'boolean' ? value : undefined;
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nearly every text begins with a letter or digit, and needs no copy.
  return !(first > 0x20 && first < 0x7f) && text.trim() === '';
}
