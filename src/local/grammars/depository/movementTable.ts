import type { Line } from '../../layout/line.ts';
import { recordsOf } from '../../layout/records.ts';
import { TableGrid } from '../../layout/table.ts';
import type { Cells } from '../../layout/cells.ts';
import type { Segment } from '../../layout/segment.ts';
import type { Notes } from '../../notes.ts';
import type { Printed, PrintedTransaction } from '../../statement.ts';
import type { TransactionType } from '../../../portfolio/transactionType.ts';
import { DATE, readDate } from '../../text/dates.ts';
import { ISIN } from '../../text/isin.ts';
import type { MovementColumn } from './columnRules.ts';

/** Units that came into a demat account or left it. */
export interface Movement {
  readonly isin: string;
  readonly name: string;
  readonly transaction: PrintedTransaction;
}

const ISIN_ROW = new RegExp(String.raw`^ISIN\s*:?\s*(${ISIN})\s*-?\s*(.*)$`);
const ISIN_CELL = new RegExp(ISIN);
const HAS_DATE = new RegExp(`^${DATE}(?=\\s|$)`);
/** Entries that are no trade: they come from the company or from a pledge. */
const NO_TRADE =
  /bonus|split|corporate\s*action|demerger|merger|amalgamation|rights|conversion|consolidation|pledge|buy\s?back|redemption\s+of\s+face/i;

/** Reads demat transactions. The ISIN stands in a row above them, or in a column where a blank is the one before. */
export function readMovements(
  segments: readonly Segment<MovementColumn>[],
  notes: Notes,
): Movement[] {
  const movements: Movement[] = [];
  let isin: string | null = null;
  let name = '';
  for (const { isinRow, lines, grid } of recordsUnderIsins(segments, notes)) {
    if (isinRow) {
      isin = isinRow.isin;
      name = isinRow.name;
    }
    const cells = grid.cells(lines);
    const own = ISIN_CELL.exec((cells.text('isin') ?? '').replace(/[\s-]/g, ''))?.[0];
    if (own !== undefined && own !== isin) {
      isin = own;
      name = '';
    }
    name = longer(name, cells.text('name') ?? '');
    const anchor = lines.find(hasDate);
    const transaction = anchor && transactionOf(cells, anchor);
    if (isin !== null && transaction) movements.push({ isin, name, transaction });
    else if (anchor) {
      notes.warn('line-not-understood', 'A demat transaction was not understood.', anchor);
    }
  }
  return movements;
}

interface MovementRecord {
  /** What the row above says when this is the first record below it. */
  readonly isinRow: { readonly isin: string; readonly name: string } | null;
  readonly lines: Line[];
  readonly grid: TableGrid<MovementColumn>;
}

function recordsUnderIsins(
  segments: readonly Segment<MovementColumn>[],
  notes: Notes,
): MovementRecord[] {
  const found: MovementRecord[] = [];
  let open: { isin: string; name: string; line: Line } | null = null;
  const sayEmpty = (): void => {
    if (!open) return;
    notes.warn('no-transaction', 'No transaction was read under this ISIN.', open.line);
  };
  for (const { columns, lines, continues } of segments) {
    const grid = new TableGrid(columns, lines.filter(hasDate));
    for (const block of blocksOf(lines)) {
      const [first] = block;
      const row = first && ISIN_ROW.exec(first.text);
      if (row) {
        sayEmpty();
        open = { isin: row[1] ?? '', name: (row[2] ?? '').replace(/\s+/g, ' '), line: first };
      }
      const { records, before } = recordsOf(row ? block.slice(1) : block, hasDate, continues);
      // What wraps can go on behind the end of the page.
      if (!row && records.length > 0) found.at(-1)?.lines.push(...before);
      for (const record of records) {
        found.push({ isinRow: open, lines: record, grid });
        open = null;
      }
    }
  }
  sayEmpty();
  return found;
}

/** Whether a line is the row that names the ISIN of the transactions below it. */
export function isIsinRow(line: Line): boolean {
  return ISIN_ROW.test(line.text) && !/\b(?:UCC|RTA)\s*:/i.test(line.text);
}

function hasDate(line: Line): boolean {
  return line.runs.some((run) => HAS_DATE.test(run.text));
}

/** Lines from one `ISIN : ...` row to the next. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && !ISIN_ROW.test(line.text)) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}

function transactionOf(cells: Cells<MovementColumn>, anchor: Line): PrintedTransaction | null {
  const date = readDate(HAS_DATE.exec(cells.text('date') ?? '')?.[0] ?? '');
  const credit = cells.number('credit');
  const debit = cells.number('debit');
  if (date === null || (!credit && !debit)) return null;
  const parts = [cells.text('particulars'), cells.text('instruction')];
  const description = parts.filter((part) => part !== null).join(' ');
  return {
    place: { page: anchor.page, row: anchor.row },
    date,
    description,
    type: typeOf(description, credit, debit),
    amount: null,
    units: credit && credit.value.sign !== 0 ? credit : debit,
    nav: null,
    navIsDerived: false,
    balance: cells.number('closing'),
    dividendRate: null,
    opening: cells.number('opening'),
    credit,
    debit,
    price: null,
    stampDuty: cells.number('stampDuty'),
    incomeDistribution: null,
    capitalWithdrawal: null,
    orderNumber: cells.text('order'),
  };
}

function typeOf(
  description: string,
  credit: Printed | null,
  debit: Printed | null,
): TransactionType {
  if (NO_TRADE.test(description)) return 'MISC';
  if (credit && credit.value.sign !== 0) return 'PURCHASE';
  return debit && debit.value.sign !== 0 ? 'REDEMPTION' : 'MISC';
}
