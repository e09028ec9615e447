import type { Printed, PrintedHolding } from './statement.ts';

/** The balance that the transactions of a holding end with: a row of its own, or that of the last transaction. */
export function closingBalance({ transactions, balances }: PrintedHolding): Printed | null {
  const last = balances.findLast(({ after }) => after === transactions.length);
  return last?.units ?? transactions.at(-1)?.balance ?? null;
}
