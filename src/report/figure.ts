import { Decimal } from '../portfolio/decimal.ts';

/** The paisa: adding nothing of it prints an amount with at least two decimals. */
const NO_PAISE = Decimal.fromInteger(0).dividedBy(Decimal.fromInteger(1), 2);

/** Prints an amount in INR, or a percentage, as a decimal string, exactly: `"1500.50"`; null where it is not known. */
export function figure(value: Decimal | null | undefined): string | null {
  return value?.plus(NO_PAISE).toString() ?? null;
}

/** Prints units and prices the same way, without zeros at the end. */
export function trimmed(value: Decimal | null | undefined): string | null {
  return value?.trimmed(0).toString() ?? null;
}
