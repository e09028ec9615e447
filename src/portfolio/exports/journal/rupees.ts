import type { Decimal } from '../../decimal.ts';

/** `5000.00 INR`: every digit there is, and at least paise, because Beancount takes the decimals for the precision meant. */
export function rupees(amount: Decimal): string {
  return `${amount.round(Math.max(amount.scale, 2)).toString()} INR`;
}
