import { Decimal } from '../decimal.ts';

/** How a NAV, INR per unit, is written where it is kept. */
export const NAV = /^\d{1,7}(?:\.\d{1,4})?$/;
/** How an amount in INR is. */
export const AMOUNT = /^\d{1,12}(?:\.\d{1,2})?$/;
/** How a number of units is. */
export const UNITS = /^\d{1,12}(?:\.\d{1,6})?$/;

/** With the commas of lakhs and crores, or of thousands. */
const GROUPED = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;

/**
 * Reads a figure that somebody typed, which may have commas.
 * @param pattern how it is kept
 * @returns as it is kept; null for what is no such figure
 */
export function readTyped(typed: string, pattern: RegExp): string | null {
  const text = typed.trim();
  const digits = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  return pattern.test(digits) ? digits : null;
}

/** The same for a figure that must be more than nothing. */
export function readPositive(typed: string, pattern: RegExp): string | null {
  const text = readTyped(typed, pattern);
  return text !== null && isPositive(text) ? text : null;
}

/** Whether a figure is more than nothing. */
export function isPositive(text: string): boolean {
  return (Decimal.parse(text)?.sign ?? 0) > 0;
}
