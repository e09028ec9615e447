import { emptyScheme } from '../../emptyScheme.ts';
import type { Line } from '../../layout/line.ts';
import { stacksOf, hasDecimals } from '../../layout/columns.ts';
import { recordsOf } from '../../layout/records.ts';
import { columnsOf, TableGrid } from '../../layout/table.ts';
import type { Cells } from '../../layout/cells.ts';
import type { ColumnRule, TableColumn } from '../../layout/table.ts';
import type { Notes } from '../../notes.ts';
import type { PrintedScheme } from '../../statement.ts';
import { readDate } from '../../text/dates.ts';
import { ISIN, leadingIsin } from '../../text/isin.ts';
import { withoutCaptions } from '../captions.ts';
import { warnOfUnknownColumns } from '../unplaced.ts';
import { readFolioAndIsin } from './folioAndIsin.ts';
import { readSchemeHeader } from './schemeHeader.ts';

type SummaryColumn =
  'folio' | 'isin' | 'name' | 'cost' | 'units' | 'navDate' | 'nav' | 'value' | 'registrar';

/** The order counts: `NAV Date` is no NAV, `Cost Value` no value. */
const COLUMNS: readonly ColumnRule<SummaryColumn>[] = [
  { name: 'folio', label: /folio/i, holds: 'text' },
  { name: 'isin', label: /\bISIN\b/i, holds: 'text' },
  { name: 'name', label: /scheme/i, holds: 'text' },
  { name: 'registrar', label: /registrar|\bRTA\b/i, holds: 'text' },
  { name: 'navDate', label: /date/i, holds: 'text' },
  { name: 'cost', label: /cost/i, holds: 'number' },
  { name: 'units', label: /unit|balance/i, holds: 'number' },
  { name: 'value', label: /market|value|valuation/i, holds: 'number' },
  { name: 'nav', label: /nav|price/i, holds: 'number' },
];

const LABELS =
  /^(?:(?:folio|no\.?|number|isin|scheme|name|details|cost|value|unit|units|balance|closing|nav|date|price|market|registrar|rta|\(?inr\)?|\(?rs\.?\)?|\(`\)|`|in|of|as|on|\/)\s*)+$/i;
/** Without these there is no table of holdings. */
const NEEDED: readonly SummaryColumn[] = ['folio', 'name', 'units', 'value'];
const TALLEST = 30;
/** Such a number and nothing else. */
const WHOLE_FOLIO = /^[A-Z0-9-]{3,20}(?:\s?\/\s?[A-Z0-9]{1,6})?$/i;
const FOLIO = /^[A-Z0-9]{5,}(?:\s?\/\s?[A-Z0-9]+)?$/i;

export interface SummarySegment {
  readonly columns: readonly TableColumn<SummaryColumn>[];
  readonly lines: Line[];
  readonly continues: boolean;
}

export interface SummaryRow {
  readonly folio: string;
  readonly scheme: PrintedScheme;
}

/** The header that begins at this line; its labels take up to four baselines. */
export function summaryHeaderAt(
  lines: readonly Line[],
  index: number,
): { columns: TableColumn<SummaryColumn>[]; length: number } | null {
  const first = lines[index];
  if (!first) return null;
  const taken: Line[] = [];
  for (const line of lines.slice(index)) {
    if (line.page !== first.page || line.y - first.y > TALLEST) break;
    if (!isOfHeader(line, taken)) break;
    taken.push(line);
  }
  const columns = [taken, setApart(taken)]
    .map((header) => columnsOf(header, COLUMNS))
    .find(isComplete);
  return columns ? { columns, length: taken.length } : null;
}

function isComplete(columns: readonly TableColumn<SummaryColumn>[]): boolean {
  const names = new Set(columns.map(({ name }) => name));
  return NEEDED.every((name) => names.has(name));
}

/** Labels that stand as near to each other as words are two, where labels of several words are drawn at once. */
function setApart(header: readonly Line[]): readonly Line[] {
  const areWhole = header.some(({ runs }) => runs.some(({ text }) => text.includes(' ')));
  return areWhole
    ? header.flatMap((line) => line.runs.map((run) => ({ ...line, runs: [run], text: run.text })))
    : header;
}

/** Whether a line is of labels. Some may be of columns that nobody knows: beside known ones, or in the header's own bold. */
function isOfHeader(line: Line, above: readonly Line[]): boolean {
  const labels = stacksOf([line]).map(({ label }) => label);
  const known = labels.filter((label) => LABELS.test(label));
  if (known.length === labels.length) return true;
  if (/\d/.test(line.text)) return false;
  const isBold = [...above, line].every(({ runs }) => runs.every(({ bold }) => bold));
  return 2 * known.length >= labels.length || (isBold && above.length > 0);
}

/** Reads the rows of the table; a row without a folio goes on with the one above. */
export function readSummaryRows(segments: readonly SummarySegment[], notes: Notes): SummaryRow[] {
  const found: { anchor: Line; lines: Line[]; grid: TableGrid<SummaryColumn> }[] = [];
  for (const { columns, lines, continues } of segments) {
    const left = columns.find(({ name }) => name === 'folio')?.left ?? 0;
    const isAnchor = (line: Line): boolean => startsRow(line, left);
    const grid = new TableGrid(columns, lines.filter(isAnchor));
    const own = withoutCaptions(lines, grid, isAnchor, notes);
    const { records, before } = recordsOf(own, isAnchor, continues);
    found.at(-1)?.lines.push(...before);
    for (const record of records) {
      const anchor = record.find(isAnchor);
      if (anchor) found.push({ anchor, lines: record, grid });
    }
  }
  const odd = found.find(({ anchor, grid }) => grid.unknownIn([anchor]).length > 0);
  if (odd) {
    const own = found.filter(({ grid }) => grid === odd.grid);
    const anchors = own.map(({ anchor }) => anchor);
    warnOfUnknownColumns(odd.grid, anchors, notes);
  }
  let folio = '';
  return found.map(({ anchor, lines, grid }) => {
    const cells = grid.cells(lines);
    const own = readFolioAndIsin(cells.text('folio') ?? '');
    folio = own.folio ?? folio;
    if (folio === '') notes.warn('no-folio', 'This scheme has no folio.', anchor);
    else if (!WHOLE_FOLIO.test(folio))
      notes.warn('odd-folio', 'This folio number does not look like one.', anchor);
    if (cells.astray.some(({ run }) => hasDecimals(run))) {
      notes.warn(
        'number-outside-columns',
        'A number of this scheme stands under no column.',
        anchor,
      );
    }
    return { folio, scheme: schemeOf(cells, own.isin, anchor) };
  });
}

function startsRow(line: Line, folioLeft: number): boolean {
  const numbers = line.runs.filter(hasDecimals).length;
  const folio = line.runs.find(
    (run) => Math.abs(run.left - folioLeft) < 12 && FOLIO.test(run.text) && /\d{3}/.test(run.text),
  );
  const isin = line.runs.some((run) => new RegExp(`^${ISIN}$`).test(run.text));
  return (
    numbers >= 3 || (folio !== undefined && (numbers > 0 || isin || /^\d{6,}/.test(folio.text)))
  );
}

const STARTS_WITH_ISIN = new RegExp(`^${ISIN}(?![A-Z0-9])`);

/** @param beside the ISIN that stands with the folio, where it does */
function schemeOf(cells: Cells<SummaryColumn>, beside: string | null, anchor: Line): PrintedScheme {
  const name = cells.text('name') ?? '';
  // An ISIN that is printed with the folio can reach under the label of the names.
  const leading = STARTS_WITH_ISIN.test(name) ? leadingIsin(name) : null;
  const header = readSchemeHeader(leading?.rest.trim() ?? name, cells.text('registrar'));
  const units = cells.number('units');
  return {
    ...emptyScheme(anchor),
    ...header,
    isin: leadingIsin(cells.text('isin') ?? '')?.isin ?? beside ?? leading?.isin ?? header.isin,
    open: units,
    close: units,
    nav: cells.number('nav'),
    navDate: readDate(cells.text('navDate') ?? ''),
    cost: cells.number('cost'),
    value: cells.number('value'),
  };
}
