import * as z from 'zod/mini';
import { ToolError } from './toolError.ts';

/** Rows of one answer: enough to reason about, and far from filling a model's context. */
const ROWS_AT_ONCE = 25;

export const pageArgument = z.optional(
  z.int().check(z.minimum(1), z.maximum(100_000), z.describe('Which page of the rows, from 1.')),
);

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** One page of the rows; only these are made. @throws ToolError */
export function pageOf<Item, Row>(
  items: readonly Item[],
  page: number | undefined,
  row: (item: Item) => Row,
): Page<Row> {
  const pages = Math.max(1, Math.ceil(items.length / ROWS_AT_ONCE));
  const wanted = page ?? 1;
  if (wanted > pages) throw new ToolError(`There are ${pages} pages only; ask for one of them.`);
  const from = (wanted - 1) * ROWS_AT_ONCE;
  return {
    rows: items.slice(from, from + ROWS_AT_ONCE).map(row),
    page: wanted,
    pages,
    total: items.length,
  };
}
