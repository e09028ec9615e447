import type { Decimal } from './decimal.ts';

/**
 * The price of one unit in INR, four decimals at most. The API gives none for demat holdings, so it is value divided by units; null
 * where either is missing or there are no units.
 */
export function pricePerUnit(holding: {
  readonly value: Decimal | null;
  readonly units: Decimal | null;
}): Decimal | null {
  const { value, units } = holding;
  if (!value || !units || units.sign === 0) return null;
  return value.dividedBy(units, 4).trimmed(2);
}
