import type { PrintedTransaction } from '../statement.ts';
import { WorkedOut } from './value.ts';
import type { AnswerObject } from './value.ts';

/** A transaction in the shape of the service's answer. Signs are as the statement prints them. */
export function transactionAnswer(transaction: PrintedTransaction): AnswerObject {
  const { nav, navIsDerived } = transaction;
  const additional = {
    credit: transaction.credit,
    debit: transaction.debit,
    price: transaction.price,
    stamp_duty: transaction.stampDuty,
    income_distribution: transaction.incomeDistribution,
    capital_withdrawal: transaction.capitalWithdrawal,
    order_no: transaction.orderNumber,
  };
  const hasMore = Object.values(additional).some((each) => each !== null);
  return {
    date: transaction.date,
    description: transaction.description,
    type: transaction.type,
    amount: transaction.amount,
    units: transaction.units,
    nav: navIsDerived && nav ? new WorkedOut(nav.value, 'amount-by-units') : nav,
    balance: transaction.balance,
    dividend_rate: transaction.dividendRate,
    additional_info: hasMore ? additional : null,
  };
}
