import type { Journal } from './journal.ts';
import { ledgerText, quoted } from './ledgerText.ts';

/** A journal that `hledger check --strict` accepts. */
export function hledgerOf(journal: Journal): string {
  return ledgerText(journal, {
    // Otherwise the decimal point of 1.234 would be guessed.
    directives: ['decimal-mark .', 'commodity 1000.00 INR'],
    commodity: ({ symbol, name, places }) => {
      const format = `commodity 1000.${'0'.repeat(places)} ${quoted(symbol)}`;
      return name === null ? format : `; ${name}\n${format}`;
    },
  });
}
