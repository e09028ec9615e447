import type { PrintedTransaction } from '../statement.ts';
import type { AnswerObject } from './numeralJson.ts';

/** A transaction in the shape of the service's answer. Signs are as the statement prints them. */
export function transactionAnswer(transaction: PrintedTransaction): AnswerObject {
  const { credit, debit, stampDuty, orderNumber } = transaction;
  const additional = { credit, debit, stamp_duty: stampDuty, order_no: orderNumber };
  const hasMore = Object.values(additional).some((each) => each !== null);
  return {
    date: transaction.date,
    description: transaction.description,
    type: transaction.type,
    amount: transaction.amount,
    units: transaction.units,
    nav: transaction.navIsDerived ? transaction.nav?.value : transaction.nav,
    balance: transaction.balance,
    dividend_rate: transaction.dividendRate,
    additional_info: hasMore ? additional : null,
  };
}
