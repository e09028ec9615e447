import type { Because } from '../../portfolio/checks/check.ts';

/** Why a check cannot be made, or where a difference probably comes from, in English. */
export const REASONS: Readonly<Record<Because, string>> = {
  'no-printed-figure': 'not in this statement',
  'no-parts': 'nothing is listed that could be added up',
  'part-without-value': 'a part has no value in this statement',
  'no-opening-units': 'opening units are not in this statement',
  'no-closing-units': 'closing units are not in this statement',
  'no-units': 'units are not in this statement',
  'no-transactions': 'transactions are not in this statement',
  'no-balances': 'running balances are not in this statement',
  'no-price': 'the NAV or price is not in this statement',
  'no-value': 'the value is not in this statement',
  'no-cost': 'the cost is not in this statement',
  'cost-not-positive': 'there is no cost to take a percentage of',
  'no-dates': 'dates are not in this statement',
  'no-period': 'the period is not in this statement',
  'no-holder': 'the holder is not in this statement',
  'no-investor': 'the investor is not in this statement',
  'includes-insurance': 'the printed total includes what the summary prints for insurance',
  'nav-is-average-cost':
    'this statement prints the average cost where others print the NAV, so the value has nothing to be compared with',
  'nav-may-be-average-cost': 'this statement may print the average cost where others print the NAV',
  'price-is-the-value': 'the printed price is the whole value, not that of one unit',
  'rows-without-units': 'a transaction that should move units is printed without any',
  'opposite-sign': 'it fits if the units move the other way',
  'rows-without-date': 'a transaction has no date',
  'another-holder': 'another person is the holder',
  'listed-in-parts': 'it may be listed in parts',
  'list-maybe-counted': 'it may be what another list of the answer has, so it counts in no total',
  'list-not-known': 'this version does not know what it is, so it counts in no total',
  'listed-twice': 'it was probably read twice, and counts twice in the totals',
};
