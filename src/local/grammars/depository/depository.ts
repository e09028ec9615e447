import type { Line } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { Page } from '../../pdf/run.ts';
import type { Printed, PrintedPension, Statement } from '../../statement.ts';
import { findMonth, findRange } from '../../text/dates.ts';
import type { Period } from '../../text/dates.ts';
import { bodyLines } from './bodyLines.ts';
import { readComposition } from './composition.ts';
import type { Composition } from './composition.ts';
import { DepositoryBody } from './depositoryBody.ts';
import type { ClosedSection, PrintedTotal } from './sectionTotals.ts';
import { legendOf } from './footnoteMarks.ts';
import { addFundMovements, fundFolios } from './fundFolios.ts';
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
  const folios = fundFolios(body.fundRecords, body.details, lines, markers);
  addFundMovements(folios, body.fundMovements, body.details, notes);
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
      policies: body.policies,
    },
    roster,
    composition,
    totals: body.totals.printed,
    tables: body.totals.closed,
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
