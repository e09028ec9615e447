import type { NoReturn } from './return.ts';

/** Why there is no return, in English; the page translates it. */
export const NO_RETURN: Readonly<Record<NoReturn['reason'], string>> = {
  'no-flows': 'no money moved',
  'one-sign': 'money moved one way only',
  'one-day': 'all on one day',
  several: 'more than one rate fits',
  none: 'no rate fits',
  'no-transactions': 'transactions are not in this statement',
  undated: 'a transaction has no date',
  unclassified: 'a transaction with money is not classified',
  'units-unknown': 'closing units are not in this statement',
  'units-disagree': 'transactions and closing units disagree',
  'units-missing': 'a transaction has no units',
  'reversal-unmatched': 'a reversal undoes a purchase that is not in this statement',
  'opening-balance': 'bought before this statement begins',
  transferred: 'units came or went without money, as by a gift or transmission',
  'amount-missing': 'the amount of a transaction is not in this statement',
  'no-value': 'the value is not in this statement',
  'no-valuation-date': 'the date of the value is not in this statement',
  'after-valuation': 'money moved after the date of the value',
  'no-payments': 'the statement does not say what was paid for it when',
  incomplete: 'not all of it has a return of its own',
};
