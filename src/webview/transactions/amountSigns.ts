import { t } from '../words.ts';

/** By what rule the amounts of transactions have their signs: two that bring money may have opposite ones. */
export function amountSigns(): string {
  return t(
    'Amounts have the sign of the units they move. Where none are moved, as by an IDCW payout or a tax, they are as printed.',
  );
}
