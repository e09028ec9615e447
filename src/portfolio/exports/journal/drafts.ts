import { parseDay } from '../../days.ts';
import type { Transaction } from '../../model.ts';
import type { Position } from '../../positions.ts';
import { transactionLabel } from '../../transactionType.ts';
import type { Entry, Holding, Remark } from './journal.ts';
import { journalText } from './journalText.ts';
import { moveOf } from './moveOf.ts';

/** What becomes of the transactions of a position: entries by day, and remarks for what cannot be one. */
export interface Drafts {
  readonly entries: Entry[];
  readonly remarks: Remark[];
}

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

/** What a row says of itself. */
export function narrationOf({ description, type }: Transaction): string {
  return journalText(description ?? '') || transactionLabel(type);
}

/** The rows of a position as they are printed, the oldest first, for positions of which no lots can be told. */
export function draftsOfRows(position: Position, holding: Holding): Drafts {
  const payee = payeeOf(position);
  const entries: Entry[] = [];
  const remarks: Remark[] = [];
  let before: RowBefore | null = null;
  for (const transaction of inPrintedOrder(position.transactions)) {
    const { date } = transaction;
    const day = journalDay(date);
    const narration = narrationOf(transaction);
    const remark = (why: string) => {
      const text = `${payee}: ${narration} (not posted: ${why})`;
      remarks.push({ of: 'remark', day, text });
    };
    if (day === null) {
      remark(`no such day as ${journalText(date ?? '') || 'none'}`);
      continue;
    }
    const move = moveOf(transaction, holding, before?.day === day ? before.other : null);
    if (!move.postings) {
      remark(move.note);
      continue;
    }
    const { postings, other, through, note } = move;
    if (other !== null) before = { day, other };
    entries.push({ of: 'entry', day, payee, narration, postings, through, note });
  }
  // The sort is stable: those of one day stay as they were printed.
  entries.sort((one, other) => one.day - other.day);
  return { entries, remarks };
}

/** Where the money of the last row of a day was that moved some. */
interface RowBefore {
  readonly day: number;
  readonly other: string;
}

/** Statements print the oldest first; some answers turn them round. */
function inPrintedOrder(transactions: readonly Transaction[]): readonly Transaction[] {
  const first = parseDay(transactions[0]?.date ?? null);
  const last = parseDay(transactions.at(-1)?.date ?? null);
  return first !== null && last !== null && first > last ? transactions.toReversed() : transactions;
}
