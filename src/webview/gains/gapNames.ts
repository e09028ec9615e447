import type { LotsGap } from '../../portfolio/lots/schemeLots.ts';
import type { TaxableGap } from '../../portfolio/gains/taxableGain.ts';

/** Why no lots can be told, in English. */
export const NO_LOTS: Readonly<Record<LotsGap, string>> = {
  'no-transactions': 'transactions are not in this statement',
  undated: 'a transaction has no date',
  unclassified: 'a transaction with money is not classified',
  'units-missing': 'a transaction has no units',
  'amount-missing': 'the amount of a transaction is not in this statement',
  'reversal-unmatched': 'a reversal undoes a purchase that is not in this statement',
  'units-unknown': 'closing units are not in this statement',
  'units-disagree': 'transactions and closing units disagree',
  oversold: 'more units were sold than bought',
  'units-for-nothing': 'units came in without any money',
};

/** Why a taxable gain cannot be told, in English. */
export const NO_TAXABLE: Readonly<Record<TaxableGap, string>> = {
  'sale-value-unknown': 'sale value not known',
  'cost-unknown': 'cost not known',
  'term-unknown': 'short or long term not known',
  'needs-nav-of-31-jan-2018': 'needs the NAV of 31 Jan 2018',
  'grandfathered-merger':
    'came out of a merger after 31 Jan 2018: it is not settled which NAV of that day counts',
  anniversary: 'sold on the very anniversary: short term for registrars, long for a high court',
  exempt: 'exempt: sold before 1 Apr 2018',
  indexation: 'cost may be indexed, which is not done here',
};
