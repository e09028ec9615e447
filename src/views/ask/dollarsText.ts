import type { Decimal } from '../../portfolio/decimal.ts';

/** US dollars as small as a question costs: `$0.0042`, `$1.00`. */
export function dollarsText(amount: Decimal): string {
  return `$${amount.round(Math.min(Math.max(amount.trimmed(2).scale, 2), 6)).toString()}`;
}
