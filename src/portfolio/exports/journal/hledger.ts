import type { Journal } from './journal.ts';
import { HELD, ledgerText, quoted } from './ledgerText.ts';

/** What is neither held nor paid: gains and charges, and what mergers take along. */
const PNL = 'acct:^(Income|Expenses|Equity:Carried)';

/** A journal that `hledger check --strict` accepts. */
export function hledgerOf(journal: Journal): string {
  return ledgerText(journal, {
    notes: [
      `What is left cost: hledger bal -B ${HELD}. It is worth: hledger bal -V ${HELD}.`,
      `Return a year: hledger roi -V --inv "${HELD}" --pnl "${PNL}"; of one scheme: --inv "${HELD} desc:'ITS NAME'".`,
    ],
    // Otherwise the decimal point of 1.234 would be guessed.
    directives: ['decimal-mark .', 'commodity 1000.00 INR'],
    commodity: ({ symbol, name, places }) => {
      const format = `commodity 1000.${'0'.repeat(places)} ${quoted(symbol)}`;
      return name === null ? format : `; ${name}\n${format}`;
    },
  });
}
