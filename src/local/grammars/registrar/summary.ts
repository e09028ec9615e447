import type { Line } from '../../layout/line.ts';
import { textOf } from '../../layout/line.ts';
import { withIsinApart, withIsinJoined } from '../../layout/isinRuns.ts';
import { linesOf } from '../../layout/lines.ts';
import type { Notes } from '../../notes.ts';
import type { Page } from '../../pdf/run.ts';
import type { Printed, PrintedFolio, Statement, StatementKind } from '../../statement.ts';
import { findAsOn, findRange } from '../../text/dates.ts';
import { readNumber } from '../../text/numbers.ts';
import { furnitureOf } from './furniture.ts';
import { readInvestorBox } from './investorBox.ts';
import { readSummaryRows, summaryHeaderAt } from './summaryTable.ts';
import type { SummarySegment } from './summaryTable.ts';

/** A summary with the totals it prints. */
export interface SummaryStatement {
  readonly statement: Statement;
  /** Numbers of the row called Total, as they stand under the columns. */
  readonly totalCost: Printed | null;
  readonly totalValue: Printed | null;
}

const TOTAL = /^(?:Grand\s+)?Total\b/i;

/** Reads a Consolidated Account Summary of CAMS or KFintech: one row for each scheme, up to the total. */
export function readSummary(
  pages: readonly Page[],
  kind: StatementKind,
  notes: Notes,
): SummaryStatement {
  const [first] = pages;
  const top = first ? linesOf(first) : [];
  const segments: SummarySegment[] = [];
  let total: Line | null = null;
  const isFurniture = furnitureOf(pages);
  for (const page of pages) {
    if (total) break;
    total = readPage(page, isFurniture, segments);
  }
  const folios = groupFolios(readSummaryRows(segments, notes));
  const text = top.map((line) => line.text).join('\n');
  const date = findAsOn(text);
  const period = date === null ? findRange(text) : { from: date, to: date };
  if (!period)
    notes.warn('no-period', 'The date of the statement was not found.', { page: 1, row: 1 });
  if (!total && folios[0]) {
    notes.warn('no-total', 'The total of this statement is missing.', folios[0].place);
  }
  const columns = segments.at(-1)?.columns ?? [];
  const under = (name: 'cost' | 'value'): Printed | null => {
    const edge = columns.find((column) => column.name === name)?.right;
    return total && edge !== undefined ? numberNear(total, edge) : null;
  };
  return {
    statement: {
      kind,
      period,
      investor: readInvestorBox(aboveTable(top)),
      folios,
      accounts: [],
      pensions: [],
      policies: [],
    },
    totalCost: under('cost'),
    totalValue: under('value'),
  };
}

function aboveTable(lines: readonly Line[]): readonly Line[] {
  const start = lines.findIndex((_, index) => summaryHeaderAt(lines, index) !== null);
  return start === -1 ? lines : lines.slice(0, start);
}

/** The row with folio and ISIN in as many runs as there are labels for them. */
function withCellsOf(line: Line, { columns }: SummarySegment): Line {
  const pieces = line.runs.flatMap(withIsinApart);
  const isApart = columns.some(({ name }) => name === 'isin');
  const left = columns.find(({ name }) => name === 'folio')?.left ?? 0;
  const runs = isApart ? pieces : withIsinJoined(pieces, left);
  return { ...line, runs, text: textOf(runs) };
}

/** Adds the rows of a page to the segments; returns the total's line when the page has it: only notes follow. */
function readPage(
  page: Page,
  isFurniture: (line: Line) => boolean,
  segments: SummarySegment[],
): Line | null {
  const lines = linesOf(page).filter((line) => !isFurniture(line));
  let fresh = true;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const header = summaryHeaderAt(lines, index);
    const last = segments.at(-1);
    if (header) {
      segments.push({ columns: header.columns, lines: [], continues: segments.length > 0 });
      index += header.length - 1;
      fresh = false;
    } else if (last) {
      if (TOTAL.test(line.text)) return line;
      const row = withCellsOf(line, last);
      if (fresh) segments.push({ columns: last.columns, lines: [row], continues: true });
      else last.lines.push(row);
      fresh = false;
    }
  }
  return null;
}

function numberNear(line: Line, edge: number): Printed | null {
  const nearest = line.runs
    .flatMap((run) => {
      const value = readNumber(run.text);
      return value ? [{ value, distance: Math.abs(run.right - edge) }] : [];
    })
    .sort((one, other) => one.distance - other.distance)[0];
  if (!nearest || nearest.distance > 16) return null;
  return { value: nearest.value, page: line.page, row: line.row };
}

/** Folio numbers repeat across fund houses, which a summary does not name; an ISIN's first seven characters tell them apart. */
function groupFolios(rows: ReturnType<typeof readSummaryRows>): PrintedFolio[] {
  const folios = new Map<string, PrintedFolio>();
  for (const { folio: number, scheme } of rows) {
    const key = `${number.replace(/\s/g, '')} ${scheme.isin?.slice(0, 7) ?? scheme.name.split(' ')[0]}`;
    const folio = folios.get(key) ?? {
      place: scheme.place,
      number,
      amc: null,
      pan: null,
      kyc: null,
      panKyc: null,
      holders: [],
      schemes: [],
    };
    folios.set(key, folio);
    folio.schemes.push(scheme);
  }
  return [...folios.values()];
}
