import type { Line } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { Page } from '../../pdf/run.ts';
import type {
  Printed,
  PrintedFolio,
  PrintedPension,
  PrintedScheme,
  Statement,
} from '../../statement.ts';
import { findMonth, findRange } from '../../text/dates.ts';
import type { Period } from '../../text/dates.ts';
import { bodyLines } from './bodyLines.ts';
import { readComposition } from './composition.ts';
import type { Composition } from './composition.ts';
import { withoutMarkers } from './depositoryAccounts.ts';
import { DepositoryBody } from './depositoryBody.ts';
import type { ClosedSection, PrintedTotal } from './depositoryBody.ts';
import type { FolioDetail, FolioDetails } from './folioDetails.ts';
import type { HoldingRecord } from './holdingTable.ts';
import { readInvestor } from './investor.ts';
import { readRoster } from './roster.ts';
import type { Roster } from './roster.ts';

/** A depository's statement with the totals it gives of itself. */
export interface DepositoryStatement {
  readonly statement: Statement;
  readonly roster: Roster | null;
  readonly composition: Composition | null;
  readonly totals: readonly PrintedTotal[];
  readonly tables: readonly ClosedSection[];
  /** Values by the letters of NSDL's sections. */
  readonly sections: ReadonlyMap<string, (Printed | null)[]>;
}

/** Reads an eCAS of NSDL or CDSL: demat accounts of both depositories, fund folios, pensions. */
export function readDepository(
  pages: readonly Page[],
  kind: 'nsdl' | 'cdsl',
  notes: Notes,
): DepositoryStatement {
  const lines = bodyLines(pages);
  const roster = readRoster(lines);
  const composition = readComposition(lines);
  const rosterStart = roster
    ? lines.findIndex((line) => /^Account\s+Type|^In\s+the\s+(?:single|joint)/i.test(line.text))
    : 0;
  const rest = without(lines, [
    roster ? [rosterStart, roster.end] : [0, 0],
    composition ? [lines.findIndex((line) => isAt(line, composition)), composition.end] : [0, 0],
  ]);
  const body = new DepositoryBody(roster, notes);
  body.read(rest);
  const markers = legendOf(lines);
  const period = periodOf(lines);
  if (!period)
    notes.warn('no-period', 'The period of the statement was not found.', { page: 1, row: 1 });
  const folios = foliosOf(body.fundRecords, body.details, lines, markers);
  const holders = roster?.rows.find(({ what }) => what === 'funds')?.holders ?? [];
  for (const folio of folios) folio.holders.push(...holders);
  const sections = body.accounts.sections();
  const values = folios.flatMap(({ schemes }) => schemes.map(({ value }) => value));
  sections.set('F', [...(sections.get('F') ?? []), ...values]);
  return {
    statement: {
      kind,
      period,
      investor: readInvestor(lines),
      folios,
      accounts: body.accounts.finish(markers),
      pensions: pensionsOf(body.pensions, roster),
    },
    roster,
    composition,
    totals: body.totals,
    tables: body.sections,
    sections,
  };
}

/** Pension accounts with pages of their own, and those that only the list of accounts names. */
function pensionsOf(read: readonly PrintedPension[], roster: Roster | null): PrintedPension[] {
  const pensions = read.filter(({ funds, value }) => funds.length > 0 || value !== null);
  for (const { what, pran, dpName: cra, holders, value, place } of roster?.rows ?? []) {
    if (what !== 'pension' || pran === null) continue;
    const known = pensions.find((pension) => pension.pran === pran);
    if (known) {
      known.holders.push(...holders);
      known.cra ??= cra;
    } else pensions.push({ place, pran, cra, holders: [...holders], value, funds: [] });
  }
  return pensions;
}

function isAt(line: Line, { place }: Composition): boolean {
  return line.page === place.page && line.row === place.row;
}

function without(lines: readonly Line[], spans: readonly (readonly [number, number])[]): Line[] {
  return lines.filter((_, index) => !spans.some(([from, to]) => index >= from && index < to));
}

function periodOf(lines: readonly Line[]): Period | null {
  // The line can break between PERIOD and FROM, or between the dates.
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  const period = /period\s*:?\s*(?:from)?\s*:?\s*(.{0,60})/gi;
  for (const match of text.matchAll(period)) {
    const found = findRange(match[1] ?? '');
    if (found) return found;
  }
  return findMonth(text);
}

/** The marks that a `Note:` legend explains: `!!`, `@@`, `$$`, `**`, `##`. */
function legendOf(lines: readonly Line[]): string[] {
  const marks = new Set<string>();
  for (const { text } of lines) {
    const mark = /^(?:Notes?\s*:?\s*)?(!!|@@|\$\$|\*\*|##)\s*[-:=]?\s*[A-Za-z]/.exec(text)?.[1];
    if (mark !== undefined) marks.add(mark);
  }
  return [...marks];
}

function foliosOf(
  records: readonly HoldingRecord[],
  details: FolioDetails,
  lines: readonly Line[],
  markers: readonly string[],
): PrintedFolio[] {
  const folios = new Map<string, PrintedFolio>();
  for (const record of records) {
    const number = (record.cells.text('folio') ?? '').replace(/\s/g, '');
    const detail = details.find(number, record.isin);
    const amc = detail?.amc ?? houseBeside(number, lines);
    // Folio numbers repeat across fund houses; an ISIN's first seven characters name the house.
    const key = `${number} ${amc ?? record.isin.slice(0, 7)}`;
    const folio: PrintedFolio = folios.get(key) ?? {
      place: { page: record.anchor.page, row: record.anchor.row },
      number,
      amc,
      pan: null,
      kyc: null,
      panKyc: null,
      holders: [],
      schemes: [],
    };
    folios.set(key, folio);
    folio.schemes.push(schemeOf(record, detail, markers));
  }
  return [...folios.values()];
}

/** The back matter names the fund house of each folio in a row of its own. */
function houseBeside(folio: string, lines: readonly Line[]): string | null {
  if (folio === '') return null;
  for (const { text } of lines) {
    const cells = text.split(/ {3,}/);
    if (!cells.some((cell) => cell.replace(/\s/g, '') === folio)) continue;
    const house = cells.find((cell) => /(?:Mutual\s+Fund|\bMF)$/i.test(cell));
    if (house !== undefined) return house.trim();
  }
  return null;
}

function schemeOf(
  { isin, anchor, cells }: HoldingRecord,
  detail: FolioDetail | null,
  markers: readonly string[],
): PrintedScheme {
  const units = cells.number('units');
  return {
    place: { page: anchor.page, row: anchor.row },
    name: withoutMarkers(cells.text('name') ?? '', markers),
    rtaCode: detail?.schemeCode ?? null,
    isin,
    advisor: cells.text('adviser')?.replace(/\s/g, '').toUpperCase() ?? null,
    registrar: detail?.registrar ?? null,
    isDemat: null,
    nominees: detail?.nominee ? [detail.nominee] : [],
    open: null,
    close: units,
    nav: cells.number('price'),
    navDate: null,
    cost: cells.number('cost'),
    value: cells.number('value'),
    gain: cells.number('gain'),
    gainPercent: cells.number('gainPercent'),
    transactions: [],
  };
}
