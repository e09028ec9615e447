import { parseDay } from '../../days.ts';
import type { Transaction } from '../../model.ts';
import type { Position } from '../../positions.ts';
import { transactionLabel } from '../../transactionType.ts';
import type { Entry, Holding, Remark } from './journal.ts';
import { journalText } from './journalText.ts';
import { moveOf } from './moveOf.ts';

/** An entry before it is known which units it takes. */
export type Draft = Omit<Entry, 'lot'>;

/** The years that hledger, Ledger and Beancount all take. */
const FIRST_DAY = parseDay('1900-01-01') ?? 0;
const LAST_DAY = parseDay('2999-12-31') ?? 0;

/** A day of the calendar that all three tools take; null for anything else. */
export function journalDay(text: string | null): number | null {
  const day = parseDay(text);
  return day !== null && day >= FIRST_DAY && day <= LAST_DAY ? day : null;
}

/** What a position is called where a journal names it. */
export function payeeOf({ name, isin }: Position): string {
  return journalText(name ?? isin ?? '') || 'Without a name';
}

/** The transactions of a position, the oldest first: entries, and remarks for those that cannot be one. */
export function draftsOf(
  position: Position,
  holding: Holding,
): { readonly drafts: Draft[]; readonly remarks: Remark[] } {
  const payee = payeeOf(position);
  const drafts: Draft[] = [];
  const remarks: Remark[] = [];
  for (const transaction of inPrintedOrder(position.transactions)) {
    const item = draftOf(transaction, holding, payee);
    if (item.of === 'entry') drafts.push(item);
    else remarks.push(item);
  }
  // The sort is stable: those of one day stay as they were printed.
  drafts.sort((one, other) => one.day - other.day);
  return { drafts, remarks };
}

/** Statements print the oldest first; some answers turn them round. */
function inPrintedOrder(transactions: readonly Transaction[]): readonly Transaction[] {
  const first = parseDay(transactions[0]?.date ?? null);
  const last = parseDay(transactions.at(-1)?.date ?? null);
  return first !== null && last !== null && first > last ? transactions.toReversed() : transactions;
}

function draftOf(transaction: Transaction, holding: Holding, payee: string): Draft | Remark {
  const { date, description, type } = transaction;
  const day = journalDay(date);
  const narration = journalText(description ?? '') || transactionLabel(type);
  const remark = (why: string): Remark => {
    return { of: 'remark', day, text: `${payee}: ${narration} (not posted: ${why})` };
  };
  if (day === null) return remark(`no such day as ${journalText(date ?? '') || 'none'}`);
  const { move, note } = moveOf(transaction);
  if (!move) return remark(note);
  return { of: 'entry', day, holding, payee, narration, move, note };
}
