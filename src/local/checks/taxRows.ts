import type { TransactionType } from '../../portfolio/transactionType.ts';
import type { PrintedScheme, PrintedTransaction } from '../statement.ts';

/** A row of a scheme with the row of tax that belongs to it. */
export interface WithTax {
  readonly row: PrintedTransaction;
  readonly tax: PrintedTransaction | null;
}

/** A row of tax stands next to its own, at most so many rows. */
const NEAR = 5;

/**
 * The rows of interest of each scheme, each with the tax row of the same day that follows before the next row with units. A
 * statement that prints the newest rows first can print the tax above its row: of both orders, the one counts in which more rows of
 * the statement have their tax.
 */
export function withTax(
  schemes: readonly PrintedScheme[],
  type: TransactionType,
  isOfInterest: (row: PrintedTransaction) => boolean,
): WithTax[][] {
  const below = schemes.map(({ transactions }) => inOrder(transactions, type, isOfInterest));
  if (untaxed(below) === 0) return below;
  const above = schemes.map(({ transactions }) =>
    inOrder(transactions.toReversed(), type, isOfInterest).reverse(),
  );
  return untaxed(above) < untaxed(below) ? above : below;
}

function untaxed(rows: readonly (readonly WithTax[])[]): number {
  return rows.flat().filter(({ tax }) => tax === null).length;
}

function inOrder(
  rows: readonly PrintedTransaction[],
  type: TransactionType,
  isOfInterest: (row: PrintedTransaction) => boolean,
): WithTax[] {
  return rows.flatMap((row, index) => {
    if (!isOfInterest(row)) return [];
    return [{ row, tax: taxBehind(rows, index, row.date, type) }];
  });
}

function taxBehind(
  rows: readonly PrintedTransaction[],
  index: number,
  date: string,
  type: TransactionType,
): PrintedTransaction | null {
  for (let at = index + 1; at <= index + NEAR; at += 1) {
    const row = rows[at];
    if (row?.units !== null || row.date !== date) return null;
    if (row.type === type) return row;
  }
  return null;
}
