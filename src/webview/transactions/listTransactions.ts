import type { Transaction } from '../../portfolio/model.ts';
import type { Position } from '../../portfolio/positions.ts';
import type { TransactionType } from '../../portfolio/transactionType.ts';

export interface ListedTransaction {
  readonly position: Position;
  readonly transaction: Transaction;
  /** Its place among the position's transactions. */
  readonly place: number;
}

/** The transactions of these positions, the latest first; undated ones come last, those of one day as they were printed. */
export function listTransactions(positions: readonly Position[]): ListedTransaction[] {
  const listed: ListedTransaction[] = [];
  for (const position of positions) {
    const { transactions } = position;
    for (const [place, transaction] of transactions.entries())
      listed.push({ position, transaction, place });
  }
  // Dates are ISO: they sort as text.
  return listed.sort(({ transaction: one }, { transaction: other }) => {
    const a = one.date ?? '';
    const b = other.date ?? '';
    if (a === b) return 0;
    return a < b ? 1 : -1;
  });
}

export interface TransactionFilter {
  readonly type: TransactionType | '';
  /** ISO dates; empty is no bound. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export function filterTransactions(
  listed: readonly ListedTransaction[],
  { type, from, to, text }: TransactionFilter,
): readonly ListedTransaction[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (type === '' && from === '' && to === '' && words.length === 0) return listed;
  return listed.filter(({ position, transaction }) => {
    if (type !== '' && transaction.type !== type) return false;
    const date = transaction.date ?? '';
    if ((from !== '' && date < from) || (to !== '' && date > to)) return false;
    if (words.length === 0) return true;
    const narration = narrationOf(transaction);
    const holding = holdingOf(position);
    return words.every((word) => narration.includes(word) || holding.includes(word));
  });
}

const narrations = new WeakMap<Transaction, string>();
const holdings = new WeakMap<Position, string>();

/** Made once for each transaction: fifty thousand are looked into at every keystroke. */
function narrationOf(transaction: Transaction): string {
  let narration = narrations.get(transaction);
  if (narration === undefined) {
    narration = transaction.description?.toLowerCase() ?? '';
    narrations.set(transaction, narration);
  }
  return narration;
}

function holdingOf(position: Position): string {
  let holding = holdings.get(position);
  if (holding === undefined) {
    holding = `${position.name ?? ''}\n${position.isin ?? ''}`.toLowerCase();
    holdings.set(position, holding);
  }
  return holding;
}
