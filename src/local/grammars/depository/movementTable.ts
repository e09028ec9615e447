import { Decimal } from '../../../portfolio/decimal.ts';
import { isNumberLike } from '../../layout/atoms.ts';
import type { Cells } from '../../layout/cells.ts';
import { isWellFormed } from '../../layout/cells.ts';
import type { Line, Place } from '../../layout/line.ts';
import { gridsOf } from '../../layout/segment.ts';
import type { Segment } from '../../layout/segment.ts';
import type { TableGrid } from '../../layout/table.ts';
import type { Notes } from '../../notes.ts';
import type { Printed, PrintedTransaction } from '../../statement.ts';
import { ISIN } from '../../text/isin.ts';
import { warnOfCaption } from '../captions.ts';
import type { MovementColumn } from './columnRules.ts';
import { isMovementRow, MovementLines } from './movementLines.ts';
import type { IsinRow } from './movementLines.ts';
import { BALANCE, balanceOf, transactionOf } from './movementRow.ts';
import { warnOfAstray, warnOfUnknownColumns } from '../unplaced.ts';

/** Units that came into a demat account or left it, or the balance that a row says they led to. */
export interface Movement {
  readonly isin: string;
  readonly name: string;
  readonly place: Place;
  readonly transaction: PrintedTransaction | null;
  readonly balance: Printed | null;
  /** The units before this row where it is the first of another kind of balance: of those pledged, or locked in. */
  readonly startsKind: Printed | null;
}

interface MovementRecord {
  /** What the row above says when this is the first record below it. */
  readonly isinRow: IsinRow | null;
  readonly anchor: Line;
  readonly lines: Line[];
  readonly grid: TableGrid<MovementColumn>;
  readonly isCaptioned: boolean;
}

const EMPTY = /\bno\s+(?:transaction|movement)/i;
const ISIN_CELL = new RegExp(ISIN);
/** What stands in the place of an ISIN and is none: letters and digits, or `NOT AVAILABLE`. */
const NO_ISIN = /^(?=.*\d)[A-Z0-9]{6,}$|^NOTAVAILABLE$/i;

/** Reads demat transactions. The ISIN stands in a row above them, or in a column where a blank is the one before. */
export function readMovements(
  segments: readonly Segment<MovementColumn>[],
  notes: Notes,
): Movement[] {
  const records = recordsUnderIsins(segments, notes);
  const movements: Movement[] = [];
  let isin = '';
  let name = '';
  for (const [index, record] of records.entries()) {
    const { isinRow, lines, anchor, grid } = record;
    if (isinRow) {
      isin = isinRow.isin;
      name = isinRow.name;
    }
    const cells = grid.cells(lines);
    const own = isinIn(cells);
    const isNew = isinRow !== null || (own !== null && own !== isin);
    if (own !== null && own !== isin) {
      isin = own;
      name = '';
    }
    const next = records[index + 1];
    const isLast = next?.isinRow !== null || isinIn(next.grid.cells(next.lines)) !== null;
    const balance = balanceOf(cells, anchor, isNew || isLast);
    const transaction = balance ? null : transactionOf(cells, anchor);
    const printedName = cells.text('name') ?? '';
    if (isOfAnother(cells, name, movements.at(-1), transaction)) isin = '';
    if (!BALANCE.test(printedName)) name = longer(name, printedName);
    warnOfAstray(cells, notes);
    warnOfSecondNumbers(lines, anchor, grid, notes);
    if (isin !== '' && (balance ?? transaction)) {
      const above = isNew || !record.isCaptioned ? undefined : movements.at(-1);
      const startsKind = kindBegunBy(balance ?? transaction, above);
      movements.push({ isin, name, place: anchor, transaction, balance, startsKind });
    } else {
      notes.warn('line-not-understood', 'A demat transaction was not understood.', anchor);
    }
  }
  return movements;
}

function recordsUnderIsins(
  segments: readonly Segment<MovementColumn>[],
  notes: Notes,
): MovementRecord[] {
  const found: MovementRecord[] = [];
  let open: IsinRow | null = null;
  const sayEmpty = (): void => {
    if (!open) return;
    notes.warn('no-transaction', 'No transaction was read under this ISIN.', open.line);
  };
  const grids = gridsOf(segments, isMovementRow);
  for (const [index, { lines, continues }] of segments.entries()) {
    const grid = grids[index];
    if (!grid) continue;
    const sorted = new MovementLines(lines, grid);
    for (const block of sorted.blocks(continues)) {
      const { isinRow, records, before, outside, captions, captioned } = block;
      for (const line of captions) warnOfCaption(line, notes);
      if (isinRow) {
        sayEmpty();
        open = isinRow;
      }
      // What wraps can go on behind the end of the page.
      found.at(-1)?.lines.push(...before);
      warnOfNumbers(found.length > 0 ? outside : [...before, ...outside], notes);
      if (outside.some(({ text }) => EMPTY.test(text))) open = null;
      for (const record of records) {
        const anchor = record.find((line) => sorted.isAnchor(line));
        if (!anchor) continue;
        found.push({
          isinRow: open,
          anchor,
          lines: [...record],
          grid,
          isCaptioned: captioned.has(anchor),
        });
        open = null;
      }
    }
  }
  sayEmpty();
  for (const grid of new Set(grids)) {
    const lines = found.flatMap((record) => (record.grid === grid ? record.lines : []));
    warnOfUnknownColumns(grid, lines, notes);
  }
  return found;
}

/** The ISIN in a record's own cell: an empty text where something else stands there. */
function isinIn(cells: Cells<MovementColumn>): string | null {
  const printed = (cells.text('isin') ?? '').replace(/[\s-]/g, '');
  return ISIN_CELL.exec(printed)?.[0] ?? (NO_ISIN.test(printed) ? '' : null);
}

/** The units before a row under a caption of its own, where they are not those that the row above it led to. */
function kindBegunBy(
  row: Printed | PrintedTransaction | null,
  above: Movement | undefined,
): Printed | null {
  const last = above && balanceAfter(above);
  const start = row && ('value' in row ? row : balanceBefore(row));
  return last && start && !last.value.equals(start.value) ? start : null;
}

function balanceAfter({ balance, transaction }: Movement): Printed | null {
  return balance ?? transaction?.balance ?? null;
}

function balanceBefore({ opening, balance, credit, debit }: PrintedTransaction): Printed | null {
  if (opening || !balance) return opening;
  const zero = Decimal.zero;
  const value = balance.value.minus(credit?.value ?? zero).plus(debit?.value.abs() ?? zero);
  return { ...balance, value };
}

/** Whether a row without an ISIN has another security's name, and its balances do not follow from the row above. */
function isOfAnother(
  cells: Cells<MovementColumn>,
  name: string,
  before: Movement | undefined,
  transaction: PrintedTransaction | null,
): boolean {
  const own = cells.text('name');
  if (isinIn(cells) !== null || own === null || name === '' || !transaction) return false;
  if (own.includes(name) || name.includes(own)) return false;
  const last = before && balanceAfter(before);
  const start = balanceBefore(transaction);
  return !last || start?.value.equals(last.value) !== true;
}

const FIGURES = ['opening', 'credit', 'debit', 'closing'] as const;
/** What is left of a number that wraps. */
const TAIL = /^(?:\d+|\.\d+)\)?$/;

/** Warns of whole numbers below those of a row: they are of no row that was read. */
function warnOfSecondNumbers(
  lines: readonly Line[],
  anchor: Line,
  grid: TableGrid<MovementColumn>,
  notes: Notes,
): void {
  const odd = lines.find(
    (line) =>
      line !== anchor &&
      FIGURES.some((name) => {
        const first = grid.numberIn(anchor, name);
        const second = grid.numberIn(line, name);
        return first && second && isWellFormed(first.text) && !TAIL.test(second.text);
      }),
  );
  if (odd) warnOfNumbers([odd], notes);
}

function warnOfNumbers(lines: readonly Line[], notes: Notes): void {
  for (const line of lines) {
    if (!line.runs.some(({ text }) => isNumberLike(text) && /\d/.test(text))) continue;
    notes.warn(
      'line-not-understood',
      'A line with numbers among demat transactions was not understood.',
      line,
    );
  }
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}
