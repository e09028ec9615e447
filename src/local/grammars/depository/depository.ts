import type { Line } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { Page } from '../../pdf/run.ts';
import type { Printed, PrintedFolio, PrintedPension, Statement } from '../../statement.ts';
import { findMonth, findRange } from '../../text/dates.ts';
import type { Period } from '../../text/dates.ts';
import { bodyLines } from './bodyLines.ts';
import { readCompositions } from './composition.ts';
import type { Composition } from './composition.ts';
import { DepositoryBody } from './depositoryBody.ts';
import type { ClosedSection, PrintedTotal } from './sectionTotals.ts';
import { entryFor, readFolioDirectory } from './folioDirectory.ts';
import type { FolioEntry } from './folioDirectory.ts';
import { legendOf } from './footnoteMarks.ts';
import { addFundHolders } from './fundHolders.ts';
import { addFundMovements } from './filedMovements.ts';
import { fundFolios } from './fundFolios.ts';
import { readInvestor } from './investor.ts';
import { readRoster } from './roster.ts';
import type { Roster, Span } from './roster.ts';
import { tableHeaderAt } from './tableHeader.ts';

/** A depository's statement with the totals it gives of itself. */
export interface DepositoryStatement {
  readonly statement: Statement;
  readonly roster: Roster | null;
  /** One for all that is listed, or one for each group of holders. */
  readonly compositions: readonly Composition[];
  readonly totals: readonly PrintedTotal[];
  readonly tables: readonly ClosedSection[];
  /** Values by the letters of NSDL's sections. */
  readonly sections: ReadonlyMap<string, (Printed | null)[]>;
  /** What the back matter says of folios, by their numbers without spaces. */
  readonly directory: ReadonlyMap<string, readonly FolioEntry[]>;
  /** The folio numbers, without spaces, that are printed above transactions or details of a folio. */
  readonly detailed: ReadonlySet<string>;
}

/** Reads an eCAS of NSDL or CDSL: demat accounts of both depositories, fund folios, pensions. */
export function readDepository(
  pages: readonly Page[],
  kind: 'nsdl' | 'cdsl',
  notes: Notes,
): DepositoryStatement {
  const lines = bodyLines(pages);
  const roster = readRoster(lines);
  const compositions = readCompositions(lines);
  const rest = without(lines, [
    frontMatter(lines, roster),
    ...(roster?.spans ?? []),
    ...compositions.map(({ span }) => span),
  ]);
  const body = new DepositoryBody(roster, notes);
  body.read(rest);
  const markers = legendOf(lines);
  const period = periodOf(lines);
  if (!period)
    notes.warn('no-period', 'The period of the statement was not found.', { page: 1, row: 1 });
  const folios = fundFolios(body.fundRecords, body.details, lines, markers);
  addFundMovements(folios, body.fundMovements, body.details, notes);
  const numbers = new Set(folios.map(({ number }) => number.replace(/\s/g, '')));
  const entries = readFolioDirectory(lines, numbers);
  addEntries(folios, entries);
  addFundHolders(folios, body.fundTables, entries, roster, notes);
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
    compositions,
    totals: body.totals.printed,
    tables: body.totals.closed,
    sections,
    directory: entries,
    detailed: new Set(body.details.numbers),
  };
}

/** Whether two numbers are one as far as neither is masked. */
function isSameNumber(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) {
    const [digit, otherDigit] = [one.charAt(at), other.charAt(at)];
    if (digit !== otherDigit && !/[X*]/.test(digit + otherDigit)) return false;
  }
  return true;
}

/** Pension accounts with pages of their own, and those that only the list of accounts names. */
function pensionsOf(read: readonly PrintedPension[], roster: Roster | null): PrintedPension[] {
  const pensions = read.filter(({ funds, value }) => funds.length > 0 || value !== null);
  for (const { what, pran, dpName: cra, holders, value, place } of roster?.rows ?? []) {
    if (what !== 'pension') continue;
    const known = pensions.find((pension) =>
      pran === null ? pension.pran === '' && pension.cra === cra : isSameNumber(pension.pran, pran),
    );
    if (known) {
      known.holders.push(...holders);
      known.cra ??= cra;
    } else pensions.push({ place, pran: pran ?? '', cra, holders: [...holders], value, funds: [] });
  }
  return pensions;
}

/** What the back matter says of folios, as far as nothing nearer to them does. */
function addEntries(
  folios: readonly PrintedFolio[],
  entries: ReadonlyMap<string, readonly FolioEntry[]>,
): void {
  for (const folio of folios) {
    const entry = entryFor(folio, entries);
    folio.amc ??= entry?.amc ?? null;
    for (const scheme of folio.schemes) scheme.registrar ??= entry?.registrar ?? null;
  }
}

/** What stands before the list of accounts sums up what follows; only a table of holdings there would be more than that. */
function frontMatter(lines: readonly Line[], roster: Roster | null): Span {
  const start = roster?.spans[0]?.[0] ?? 0;
  const hasTable = lines
    .slice(0, start)
    .some((_, index) => tableHeaderAt(lines, index, false) !== null);
  return hasTable ? [0, 0] : [0, start];
}

function without(lines: readonly Line[], spans: readonly Span[]): Line[] {
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
