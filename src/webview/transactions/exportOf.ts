import type { ExportRequest } from '../../portfolio/exports/exportSpec.ts';
import type { ListedTransaction } from './listTransactions.ts';

/** Asks for exactly these transactions, in this order. */
export function exportOf(shown: readonly ListedTransaction[]): ExportRequest {
  const places = new Map<string, number>();
  const rows: number[] = [];
  for (const { position, place } of shown) {
    let at = places.get(position.key);
    if (at === undefined) {
      at = places.size;
      places.set(position.key, at);
    }
    rows.push(at, place);
  }
  return { what: 'transactions', keys: [...places.keys()], rows };
}
