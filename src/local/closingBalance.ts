import type { Printed, PrintedHolding } from './statement.ts';

/** The balance that the transactions of a holding begin with, where a row of its own says it. */
export function openingBalance({ balances }: PrintedHolding): Printed | null {
  return balances.find(({ after }) => after === 0)?.units ?? null;
}

/** Whether the transactions of a holding are of several kinds of balance, none of which is that of all units. */
export function hasKinds({ balances }: PrintedHolding): boolean {
  return balances.some(({ startsKind }) => startsKind);
}

/** The balance that the transactions of a holding end with: a row of its own, or that of the last transaction. */
export function closingBalance(holding: PrintedHolding): Printed | null {
  if (hasKinds(holding)) return null;
  const { transactions, balances } = holding;
  const last = balances.findLast(({ after }) => after === transactions.length);
  return last?.units ?? transactions.at(-1)?.balance ?? null;
}
