import type { Journal } from './journal.ts';
import { HELD, ledgerText, quoted } from './ledgerText.ts';

/** A journal that `ledger --pedantic` accepts. */
export function ledgerOf(journal: Journal): string {
  return ledgerText(journal, {
    notes: [`What is left cost: ledger bal -B ${HELD}. It is worth: ledger bal -V ${HELD}.`],
    directives: ['commodity INR'],
    commodity: ({ symbol, name }) => {
      const declared = `commodity ${quoted(symbol)}`;
      return name === null ? declared : `${declared}\n    note ${name}`;
    },
  });
}
