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
  const found: FoundLine[] = [];
  const tables = new Map<string, Run[]>();
  let table: Table | null = null;
  const isFurniture = furnitureOf(pages);
  for (const page of pages) {
    const lines = linesOf(page).filter((line) => !isFurniture(line));
    let startsPage = true;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      const start = headerAt(lines, index);
      if (start) {
        table = tableUnder(start.header, tables);
        index += start.length - 1;
      } else if (line) {
        if (table) addNumbers(table, line);
        found.push({ line, table, startsPage });
        startsPage = false;
      }
    }
  }
  return withColumns(found);
}

interface Table {
  readonly header: HeaderStart;
  /** Of all rows under headers that are set alike. */
  readonly numbers: Run[];
}

interface FoundLine {
  readonly line: Line;
  /** Null before the first header. */
  readonly table: Table | null;
  readonly startsPage: boolean;
}

function tableUnder(header: HeaderStart, tables: Map<string, Run[]>): Table {
  const signature = header.stacks.map((stack) => stack.right.toFixed(0)).join(' ');
  const numbers = tables.get(signature) ?? [];
  tables.set(signature, numbers);
  return { header, numbers };
}

function addNumbers({ header, numbers }: Table, line: Line): void {
  const row = datedRow(line, header.dateLeft);
  if (row) for (const run of moneyOf(row.rest, header)) numbers.push(run);
}

function withColumns(found: readonly FoundLine[]): BodyLine[] {
  const columns = new Map<readonly Run[], DetailedColumns>();
  return found.map(({ line, table, startsPage }) => {
    if (!table) return { line, columns: null, startsPage };
    const known = columns.get(table.numbers) ?? columnsFrom(table.header, table.numbers);
    columns.set(table.numbers, known);
    return { line, columns: known, startsPage };
  });
}
