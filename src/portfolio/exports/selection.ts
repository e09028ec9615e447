import type { Portfolio, Transaction } from '../model.ts';
import { positions } from '../positions.ts';
import type { Position } from '../positions.ts';
import type { StatementFolios } from '../returns/portfolioReturn.ts';
import type { ExportSpec } from './exportSpec.ts';
import { wholeOf } from './whole.ts';
import type { Whole } from './whole.ts';

export interface SelectedTransaction {
  readonly position: Position;
  readonly transaction: Transaction;
}

/** The part of a portfolio that is written, in the order wanted. */
export interface Selection extends Selected {
  readonly whole: Whole;
  /** The statements that it is a part of. */
  readonly statements: readonly Portfolio[];
  /** The same, with each scheme once: what returns are reckoned of. */
  readonly counted: readonly StatementFolios[];
}

/** The part of one statement. */
export interface StatementSelection extends Selection {
  readonly portfolio: Portfolio;
}

interface Selected {
  readonly positions: readonly Position[];
  readonly transactions: readonly SelectedTransaction[];
  /** How many positions the portfolio has. */
  readonly positionsInAll: number;
}

/** Null when the portfolio does not have what was asked for: it is another one than the person saw. */
export function selectionOf(
  portfolio: Portfolio,
  { keys, rows }: Pick<ExportSpec, 'keys' | 'rows'>,
): StatementSelection | null {
  const selected = selectionAmong(positions(portfolio), { keys, rows });
  return (
    selected && {
      ...selected,
      portfolio,
      statements: [portfolio],
      counted: [portfolio],
      whole: wholeOf(portfolio),
    }
  );
}

/** The positions and transactions that are asked for; null when they are not all there. */
export function selectionAmong(
  all: readonly Position[],
  { keys, rows }: Pick<ExportSpec, 'keys' | 'rows'>,
): Selected | null {
  const chosen = keys === undefined ? all : withKeys(all, keys);
  if (!chosen) return null;
  const transactions = rows === undefined ? allTransactions(chosen) : pairs(chosen, rows);
  if (!transactions) return null;
  return { positions: chosen, transactions, positionsInAll: all.length };
}

function withKeys(all: readonly Position[], keys: readonly string[]): Position[] | null {
  const byKey = new Map(all.map((position) => [position.key, position]));
  const found = keys.flatMap((key) => byKey.get(key) ?? []);
  return found.length === keys.length ? found : null;
}

function allTransactions(chosen: readonly Position[]): SelectedTransaction[] {
  return chosen.flatMap((position) =>
    position.transactions.map((transaction) => ({ position, transaction })),
  );
}

function pairs(chosen: readonly Position[], rows: readonly number[]): SelectedTransaction[] | null {
  const found: SelectedTransaction[] = [];
  for (let at = 0; at < rows.length; at += 2) {
    const position = chosen[rows[at] ?? NaN];
    const transaction = position?.transactions[rows[at + 1] ?? NaN];
    if (!position || !transaction) return null;
    found.push({ position, transaction });
  }
  return found;
}
