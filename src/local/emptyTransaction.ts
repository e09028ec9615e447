import type { Place } from './layout/line.ts';
import type { PrintedTransaction } from './statement.ts';

/** A transaction of which nothing is known but where it stands, its day (ISO 8601) and its words. */
export function emptyTransaction(
  { page, row }: Place,
  date: string,
  description: string,
): PrintedTransaction {
  return {
    place: { page, row },
    date,
    description,
    type: 'MISC',
    dividendRate: null,
    amount: null,
    units: null,
    nav: null,
    navIsDerived: false,
    balance: null,
    opening: null,
    credit: null,
    debit: null,
    price: null,
    stampDuty: null,
    incomeDistribution: null,
    capitalWithdrawal: null,
    orderNumber: null,
  };
}
