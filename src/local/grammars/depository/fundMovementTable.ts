import type { Line, Place } from '../../layout/line.ts';
import { gridsOf } from '../../layout/segment.ts';
import type { Segment } from '../../layout/segment.ts';
import type { TableGrid } from '../../layout/table.ts';
import { isNumberLike } from '../../layout/atoms.ts';
import type { Notes } from '../../notes.ts';
import type { Printed, PrintedTransaction } from '../../statement.ts';
import { ISIN } from '../../text/isin.ts';
import type { FundMovementColumn } from './columnRules.ts';
import type { FolioHeading } from './folioHeading.ts';
import { readFolioHeading } from './folioHeading.ts';
import { readBalanceLine } from './fundBalances.ts';
import { fundBlocks, rowDate } from './fundBlocks.ts';
import type { FundBlock } from './fundBlocks.ts';
import { fundRows, warnOfNumbers } from './fundRows.ts';
import type { FundRow } from './fundRows.ts';
import { fundTransaction, taxTransaction } from './fundTransaction.ts';
import { warnOfAstray, warnOfUnknownColumns } from '../unplaced.ts';

/** Transactions of one scheme of one folio, as a depository prints those of fund houses. */
export interface FundMovements {
  readonly place: Place;
  readonly isin: string | null;
  readonly folio: string | null;
  /** False where the folio is that of a heading further above. */
  readonly folioIsOwn: boolean;
  /** The whole heading. */
  readonly said: string;
  readonly scheme: string | null;
  readonly amc: string | null;
  readonly open: Printed | null;
  readonly close: Printed | null;
  readonly transactions: readonly PrintedTransaction[];
}

interface OpenMovements extends FundMovements {
  isin: string | null;
  folio: string | null;
  folioIsOwn: boolean;
  open: Printed | null;
  close: Printed | null;
  readonly transactions: PrintedTransaction[];
}

const ISIN_CELL = new RegExp(ISIN);

/**
 * Reads the transactions of fund folios. Which folio and ISIN they are of stands above them, or in columns of its own, where a blank
 * is the one before.
 */
export function readFundMovements(
  segments: readonly Segment<FundMovementColumn>[],
  notes: Notes,
): FundMovements[] {
  const grids = gridsOf(segments, isRow);
  const parts = segments.flatMap(({ lines }, index) => {
    const grid = grids[index];
    return grid ? [{ lines, grid }] : [];
  });
  const columnsName = segments.some(({ columns }) =>
    columns.some(({ name }) => name === 'isin' || name === 'folio'),
  );
  warnOfColumns(parts, notes);
  const found: OpenMovements[] = [];
  for (const block of fundBlocks(parts, columnsName)) {
    const heading = readFolioHeading(block.head);
    found.push(startOf(heading, found.at(-1), placeOf(block)));
    readBlock(block, found, notes);
  }
  return found.filter(
    ({ transactions, open, close }) => transactions.length > 0 || (open ?? close) !== null,
  );
}

function warnOfColumns(
  parts: readonly { lines: readonly Line[]; grid: TableGrid<FundMovementColumn> }[],
  notes: Notes,
): void {
  for (const grid of new Set(parts.map((part) => part.grid))) {
    const own = parts.filter((part) => part.grid === grid);
    warnOfUnknownColumns(grid, own.flatMap(({ lines }) => lines).filter(isRow), notes);
  }
}

/** Whether a line surely is a row: a date and several numbers. */
function isRow(line: Line): boolean {
  return rowDate(line) !== null && line.runs.filter(({ text }) => isNumberLike(text)).length >= 2;
}

function placeOf({ head, parts, balances }: FundBlock): Place {
  const { page, row } = parts[0]?.lines[0] ??
    balances[0]?.lines[0] ??
    head[0] ?? { page: 1, row: 1 };
  return { page, row };
}

function startOf(
  heading: FolioHeading,
  before: OpenMovements | undefined,
  place: Place,
): OpenMovements {
  const { isin, saysIsin, folio, saysFolio, said, scheme, amc } = heading;
  // A folio goes for all ISINs below it; rows without any heading are of no known folio.
  const inherited = saysIsin ? (before?.folio ?? null) : null;
  return {
    place,
    isin,
    folio: saysFolio ? folio : inherited,
    folioIsOwn: saysFolio,
    said,
    scheme,
    amc,
    open: null,
    close: null,
    transactions: [],
  };
}

function readBlock(block: FundBlock, found: OpenMovements[], notes: Notes): void {
  const homes: { readonly row: FundRow; readonly movements: OpenMovements }[] = [];
  for (const row of fundRows(block, notes)) {
    const cells = row.grid.cells(row.lines);
    const isin = ISIN_CELL.exec((cells.text('isin') ?? '').replace(/[\s-]/g, ''))?.[0];
    const folio = cells.text('folio')?.replace(/\s/g, '');
    const movements = movementsFor(isin, folio, row.anchor, found);
    const transaction = fundTransaction(cells, row.anchor, notes);
    if (!transaction) {
      notes.warn('line-not-understood', 'A fund transaction was not understood.', row.anchor);
      continue;
    }
    warnOfAstray(cells, notes);
    movements.transactions.push(transaction);
    for (const line of row.taxes) {
      const tax = taxTransaction(line, transaction.date);
      if (tax) movements.transactions.push(tax);
    }
    homes.push({ row, movements });
  }
  const last = found.at(-1);
  for (const { lines, grid } of block.balances) {
    const [line, ...wrapped] = lines;
    if (!line) continue;
    const { opening, closing, says } = readBalanceLine(line, wrapped, grid);
    const above = homes.findLast(({ row }) => isAbove(row.anchor, line))?.movements;
    const below = homes.find(({ row }) => isAbove(line, row.anchor))?.movements;
    const opened = below ?? last;
    const closed = above ?? last;
    if (opening && opened) opened.open ??= opening;
    if (closing && closed) closed.close = closing;
    if ((says !== 'closing' && !opening) || (says !== 'opening' && !closing)) {
      notes.warn('line-not-understood', 'A balance of a fund was not understood.', line);
    }
  }
  for (const line of block.rest) warnOfNumbers(line, notes);
}

/** Where a row belongs: its own cells can name another ISIN or folio than the row above. */
function movementsFor(
  isin: string | undefined,
  folio: string | undefined,
  { page, row }: Place,
  found: OpenMovements[],
): OpenMovements {
  const last = found.at(-1);
  const isNew =
    !last ||
    (isin !== undefined && isin !== last.isin) ||
    (folio !== undefined && folio !== last.folio);
  if (!isNew) return last;
  const own: OpenMovements = {
    place: { page, row },
    isin: isin ?? last?.isin ?? null,
    folio: folio ?? last?.folio ?? null,
    folioIsOwn: folio !== undefined || last?.folioIsOwn === true,
    said: '',
    scheme: null,
    amc: null,
    open: null,
    close: null,
    transactions: [],
  };
  found.push(own);
  return own;
}

function isAbove(one: Line, other: Line): boolean {
  return one.page < other.page || (one.page === other.page && one.y < other.y);
}
