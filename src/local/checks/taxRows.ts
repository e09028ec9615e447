import type { TransactionType } from '../../portfolio/transactionType.ts';
import type { PrintedTransaction } from '../statement.ts';

/** A row of a scheme with the row of tax that belongs to it. */
export interface WithTax {
  readonly row: PrintedTransaction;
  readonly tax: PrintedTransaction | null;
}

/** A row of tax stands behind its own, at most so many rows. */
const NEAR = 5;

/** Rows of interest, each with the tax row of the same day that follows before the next row with units. */
export function withTax(
  rows: readonly PrintedTransaction[],
  type: TransactionType,
  isOfInterest: (row: PrintedTransaction) => boolean,
): WithTax[] {
  return rows.flatMap((row, index) => {
    if (!isOfInterest(row)) return [];
    const rest = rows.slice(index + 1, index + 1 + NEAR);
    const end = rest.findIndex(({ units, date }) => units !== null || date !== row.date);
    const near = end === -1 ? rest : rest.slice(0, end);
    return [{ row, tax: near.find((each) => each.type === type) ?? null }];
  });
}
