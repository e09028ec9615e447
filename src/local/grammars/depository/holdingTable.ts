import { isNumberLike } from '../../layout/atoms.ts';
import type { Cells } from '../../layout/cells.ts';
import { isWellFormed } from '../../layout/cells.ts';
import { hasDecimals } from '../../layout/columns.ts';
import type { Line } from '../../layout/line.ts';
import { recordsOf } from '../../layout/records.ts';
import { gridOfWrapped, gridsOf } from '../../layout/segment.ts';
import type { Segment } from '../../layout/segment.ts';
import type { TableGrid } from '../../layout/table.ts';
import type { Notes } from '../../notes.ts';
import { ISIN } from '../../text/isin.ts';
import { readNumber } from '../../text/numbers.ts';
import { withoutCaptions } from '../captions.ts';
import type { HoldingColumn } from './columnRules.ts';
import { figuresOf } from './figures.ts';
import type { Figures } from './figures.ts';
import { isinAnchors, WRAP_WITHIN } from './isinAnchors.ts';
import { warnOfAstray, warnOfUnknownColumns } from '../unplaced.ts';
import { usualScales } from './usualScale.ts';

export interface HoldingRecord {
  /** Null where the statement prints none, or that there is none. */
  readonly isin: string | null;
  readonly anchor: Line;
  readonly cells: Cells<HoldingColumn>;
  readonly figures: Figures;
  /** The columns that the record stands in. */
  readonly grid: TableGrid<HoldingColumn>;
}

interface FoundRecord {
  readonly isin: string | null;
  readonly anchor: Line;
  readonly lines: Line[];
  readonly grid: TableGrid<HoldingColumn>;
}

/** Letters, digits and what stands between them, with a digit. */
const FOLIO = /^(?=.*\d)[A-Z0-9][A-Z0-9 /_-]*$/i;
const WHOLE_ISIN = new RegExp(`^${ISIN}$`);

/** Reads the holdings of a table that can go over several pages. What is no holding is warned of. */
export function holdingRecords(
  segments: readonly Segment<HoldingColumn>[],
  notes: Notes,
): HoldingRecord[] {
  const found: FoundRecord[] = [];
  const grids = gridsOf(segments, isRow, gridOfWrapped);
  for (const [index, { lines, continues }] of segments.entries()) {
    const grid = grids[index];
    if (!grid) continue;
    const anchors = anchorsOf(lines, grid);
    const own = withoutCaptions(lines, grid, (line) => anchors.has(line), notes);
    const { records, before } = recordsOf(own, (line) => anchors.has(line), continues);
    const last = found.at(-1);
    if (last) last.lines.push(...before);
    else warnOfNumbers(before, notes);
    for (const record of records) {
      const anchor = record.find((line) => anchors.has(line));
      if (anchor) found.push({ isin: anchors.get(anchor) ?? null, anchor, lines: record, grid });
    }
  }
  for (const grid of new Set(grids)) {
    const lines = found.flatMap((record) => (record.grid === grid ? record.lines : []));
    warnOfUnknownColumns(grid, lines, notes);
  }
  const rows = found.map((record) => ({ ...record, cells: record.grid.cells(record.lines) }));
  const scales = usualScales(rows.map(({ cells }) => cells));
  return rows.flatMap(({ isin, anchor, cells, grid }) => {
    if (isin === null && !/\d/.test(cells.text('folio') ?? '')) {
      warnOfNumbers([anchor], notes);
      return [];
    }
    warnOfAstray(cells, notes);
    warnOfIdentity(cells, grid, anchor, notes);
    return [{ isin, anchor, cells, grid, figures: figuresOf(cells, anchor, scales, notes) }];
  });
}

/** Digits that no name has: part of a folio or of an amount was taken for words. */
const LONG_NUMBER = /\d{7}/;

function warnOfIdentity(
  cells: Cells<HoldingColumn>,
  grid: TableGrid<HoldingColumn>,
  anchor: Line,
  notes: Notes,
): void {
  const hasFolios = grid.columns.some(({ name }) => name === 'folio');
  const folio = cells.text('folio');
  if (hasFolios && folio === null)
    notes.warn('no-folio', 'The folio number of this fund was not read.', anchor);
  else if (folio !== null && !FOLIO.test(folio))
    notes.warn('odd-folio', 'This folio number does not look like one.', anchor);
  if (LONG_NUMBER.test(cells.text('name') ?? ''))
    notes.warn(
      'number-in-name',
      'The name of this holding has a long number in it, which may be another cell of the row.',
      anchor,
    );
}

/** Whether a line surely is a row: it has an ISIN, or several numbers. */
function isRow({ runs }: Line): boolean {
  return (
    runs.some(({ text }) => WHOLE_ISIN.test(text)) ||
    runs.filter(({ text }) => isNumberLike(text)).length >= 2
  );
}

/** The line of each holding: that with its ISIN; or, where nothing or `NOT AVAILABLE` is in its place, that with its value. */
function anchorsOf(
  lines: readonly Line[],
  grid: TableGrid<HoldingColumn>,
): ReadonlyMap<Line, string | null> {
  const isins = isinAnchors(lines);
  const anchors = new Map<Line, string | null>(isins);
  lines.forEach((line, index) => {
    if (isins.has(line) || !isWholeRow(line, lines[index - 1], grid)) return;
    // An ISIN that wraps can stand a little higher than the numbers beside it.
    const isBeside = lines
      .slice(Math.max(0, index - 2), index + 3)
      .some(
        (other) =>
          isins.has(other) &&
          other.page === line.page &&
          Math.abs(other.y - line.y) <= WRAP_WITHIN &&
          grid.numberIn(other, 'value') === null,
      );
    if (!isBeside) anchors.set(line, null);
  });
  return anchors;
}

/**
 * Whether a line has a value and another number, none of which goes on from the line above. Where the value itself goes on below, the
 * other number must have decimals: what is left of numbers that wrap has none.
 */
function isWholeRow(line: Line, above: Line | undefined, grid: TableGrid<HoldingColumn>): boolean {
  const value = grid.numberIn(line, 'value');
  if (!value) return false;
  const wrapped = above?.page === line.page ? grid.numberIn(above, 'value') : null;
  if (wrapped && goesOn(wrapped.text, value.text)) return false;
  const isWhole = hasDecimals(value) && isWellFormed(value.text);
  return (['units', 'price', 'cost'] as const).some((name) => {
    const other = grid.numberIn(line, name);
    if (!other || !isWellFormed(other.text)) return false;
    return isWhole || (hasDecimals(other) && !other.text.startsWith('.'));
  });
}

/** Whether a number can be the rest of the one above it: rupees are printed to the paisa. */
function goesOn(above: string, text: string): boolean {
  return (
    !isWellFormed(above) || ((readNumber(above)?.scale ?? 0) < 2 && /^\.?\d{1,2}\)?$/.test(text))
  );
}

function warnOfNumbers(lines: readonly Line[], notes: Notes): void {
  for (const line of lines) {
    if (!line.runs.some(hasDecimals)) continue;
    notes.warn('line-not-understood', 'A line of this table has numbers but no ISIN.', line);
  }
}
