import { linesOf } from '../../layout/lines.ts';
import type { Line } from '../../layout/line.ts';
import type { Page, Run } from '../../pdf/run.ts';
import { columnsFrom, datedRow, headerAt, moneyOf } from './detailedColumns.ts';
import type { DetailedColumns, HeaderStart } from './detailedColumns.ts';
import { furnitureOf } from './furniture.ts';

/** A line of the statement with the columns that the header above it gives. */
export interface BodyLine {
  readonly line: Line;
  /** Null before the first header. */
  readonly columns: DetailedColumns | null;
  /** The line that is first on its page. */
  readonly startsPage: boolean;
}

/**
 * All lines of the pages but page furniture and column headers, which are printed again on each page. A page without a header
 * goes on with the one before it.
 */
export function detailedLines(pages: readonly Page[]): BodyLine[] {
  const found: { line: Line; header: HeaderStart | null; startsPage: boolean }[] = [];
  let header: HeaderStart | null = null;
  const isFurniture = furnitureOf(pages);
  for (const page of pages) {
    const lines = linesOf(page).filter((line) => !isFurniture(line));
    let startsPage = true;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      const start = headerAt(lines, index);
      if (start) {
        header = start.header;
        index += start.length - 1;
      } else if (line) {
        found.push({ line, header, startsPage });
        startsPage = false;
      }
    }
  }
  return withColumns(found);
}

/** Learns the columns from all rows under headers that are set alike. */
function withColumns(
  found: readonly { line: Line; header: HeaderStart | null; startsPage: boolean }[],
): BodyLine[] {
  const numbers = new Map<string, Run[]>();
  for (const { line, header } of found) {
    const row = header && datedRow(line, header.dateLeft);
    if (!row) continue;
    const key = signature(header);
    const list = numbers.get(key) ?? [];
    list.push(...moneyOf(row.rest, header));
    numbers.set(key, list);
  }
  const columns = new Map<string, DetailedColumns>();
  return found.map(({ line, header, startsPage }) => {
    if (!header) return { line, columns: null, startsPage };
    const key = signature(header);
    const known = columns.get(key) ?? columnsFrom(header, numbers.get(key) ?? []);
    columns.set(key, known);
    return { line, columns: known, startsPage };
  });
}

function signature(header: HeaderStart): string {
  return header.stacks.map((stack) => stack.right.toFixed(0)).join(' ');
}
