import type { Decimal } from './decimal.ts';

/** The decimals that a column needs to show each of its figures in full and aligned; six at most. */
export function columnDecimals(values: readonly (Decimal | null)[]): number {
  return values.reduce((most, value) => Math.max(most, Math.min(value?.scale ?? 0, 6)), 0);
}
