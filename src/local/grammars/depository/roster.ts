import type { Line } from '../../layout/line.ts';
import type { Printed, PrintedHolder } from '../../statement.ts';
import { findHolders, namesPerson, startsHolderGroup } from './holders.ts';
import { readRosterRow, rosterColumns, startsRosterRow } from './rosterRow.ts';
import type { RosterRow } from './rosterRow.ts';
import { lastNumber } from './totalLines.ts';

/** What the same people hold, as a list of accounts says it. */
export interface RosterGroup {
  readonly holders: PrintedHolder[];
  readonly rows: RosterRow[];
  /** Of this group's rows, INR. */
  total: Printed | null;
}

/** Lines from the first index up to, and without, the second. */
export type Span = readonly [from: number, to: number];

/** The list of accounts: one list for all, or one for each group of holders. */
export interface Roster {
  readonly groups: readonly RosterGroup[];
  /** Of all groups. */
  readonly rows: readonly RosterRow[];
  readonly grandTotal: Printed | null;
  /** The lines that it takes. */
  readonly spans: readonly Span[];
}

const HEADER = /\bAccount\s+Type\b/i;
const VALUE_LABEL = /\bValue\b|Account\s+Details/i;
const END =
  /PORTFOLIO\s+COMPOSITION|ACCOUNT\s+HOLDER|Asset\s+Class|^Equit(?:y|ies)\b|\([EPMFCISGAZNO]\)$|STATEMENT\s+OF\s+TRANSACTIONS|HOLDING\s+STATEMENT|\bISIN\b.*\b(?:Security|Company|Name|Description)\b|^DP\s*Name\s*:|Account\s+Details$/i;
/** A group's heading, its people's names and what wraps take no more lines than this above the labels. */
const HEADING_LINES = 8;
/** The lines of a row are no further apart than this many times the size of their type. */
const NEXT_LINE = 2.2;

/** Reads every list of accounts; null when there is none. A list that only says again what another said counts once. */
export function readRoster(lines: readonly Line[]): Roster | null {
  const groups: RosterGroup[] = [];
  const spans: Span[] = [];
  let grandTotal: Printed | null = null;
  for (
    let from = nextStart(lines, 0);
    from !== -1;
    from = nextStart(lines, spans.at(-1)?.[1] ?? 0)
  ) {
    const list = new RosterReader(lines, from).read();
    spans.push([from, Math.max(list.end, from + 1)]);
    if (list.groups.every((group) => isKnown(group, groups))) continue;
    groups.push(...list.groups.filter(({ rows }) => rows.length > 0));
    grandTotal = list.grandTotal ?? grandTotal;
  }
  const rows = groups.flatMap((group) => group.rows);
  return rows.length > 0 ? { groups, rows, grandTotal, spans } : null;
}

function isHeader({ text }: Line): boolean {
  return HEADER.test(text) && VALUE_LABEL.test(text.replace(HEADER, ''));
}

/** The index at which the next list begins: its labels, or the heading of the group above them. */
function nextStart(lines: readonly Line[], from: number): number {
  const header = lines.findIndex((line, index) => index >= from && isHeader(line));
  if (header === -1) return -1;
  for (let index = header - 1; index >= Math.max(from, header - HEADING_LINES); index -= 1) {
    const line = lines[index];
    if (!line) break;
    if (startsHolderGroup(line)) return index;
    if (!namesPerson(line)) break;
  }
  return header;
}

function isKnown(group: RosterGroup, groups: readonly RosterGroup[]): boolean {
  const known = groups.flatMap(({ rows }) => rows.map(keyOf));
  return group.rows.every((row) => known.includes(keyOf(row)));
}

function keyOf({ what, ids, pran, value, holders }: RosterRow): string {
  const names = holders.map(({ name }) => name).join();
  return [what, ids?.dpId, ids?.clientId, pran, value?.value.toString(), names].join('|');
}

/** Goes through one list, which can have several groups. */
class RosterReader {
  private readonly groups: RosterGroup[] = [];
  private readonly lines: readonly Line[];
  private readonly start: number;
  private open: Line[] = [];
  private openAt = 0;
  private columns = rosterColumns([]);
  /** A group has been named, and its labels have not been seen yet. */
  private isNamed = false;

  constructor(lines: readonly Line[], start: number) {
    this.lines = lines;
    this.start = start;
  }

  read(): { groups: readonly RosterGroup[]; grandTotal: Printed | null; end: number } {
    const { groups, lines } = this;
    for (let index = this.start; index < lines.length; index += 1) {
      const line = lines[index];
      if (!line) break;
      const text = line.text.replace(/\s+/g, ' ');
      const isBoundary = this.isBoundary(line, text);
      if (isBoundary && !this.close()) return { groups, grandTotal: null, end: this.openAt };
      if (/^Grand\s+Total/i.test(text))
        return { groups, grandTotal: lastNumber(line), end: index + 1 };
      if (startsHolderGroup(line)) this.name(line);
      else if (isHeader(line)) this.startList(index);
      else if (/^(?:Sub\s*)?Total\b/i.test(text)) this.total(line);
      else if (startsRosterRow(line)) {
        this.open = [line];
        this.openAt = index;
      } else if (END.test(text)) return { groups, grandTotal: null, end: index };
      else if (this.open.length > 0) this.open.push(line);
      else this.group.holders.push(...(this.isNamed ? findHolders(line.text) : []));
    }
    const end = this.close() ? lines.length : this.openAt;
    return { groups, grandTotal: null, end };
  }

  private get group(): RosterGroup {
    const last = this.groups.at(-1);
    if (last) return last;
    const first: RosterGroup = { holders: [], rows: [], total: null };
    this.groups.push(first);
    return first;
  }

  /** Whether a line cannot belong to the row above it. */
  private isBoundary(line: Line, text: string): boolean {
    const last = this.open.at(-1);
    const isFar =
      last !== undefined &&
      (last.page === line.page
        ? line.y - last.y > NEXT_LINE * (line.runs[0]?.size ?? 0)
        : !/(?:DP|Client|BO|PRAN)\s*ID/i.test(text));
    return (
      isFar ||
      startsHolderGroup(line) ||
      isHeader(line) ||
      /^(?:Grand\s+|Sub\s*)?Total\b/i.test(text) ||
      startsRosterRow(line) ||
      END.test(text)
    );
  }

  /** Ends the row that is open; false when that is no row: the list ended before it. */
  private close(): boolean {
    const { open, group } = this;
    this.open = [];
    if (open.length === 0) return true;
    const row = readRosterRow(open, group.holders, this.columns);
    if (row) group.rows.push(row);
    return row !== null;
  }

  private name(line: Line): void {
    this.groups.push({ holders: findHolders(line.text), rows: [], total: null });
    this.isNamed = true;
  }

  private startList(index: number): void {
    const header = this.lines[index];
    const below = this.lines[index + 1];
    this.isNamed = false;
    if (!header) return;
    const isSecond = below?.page === header.page && !startsRosterRow(below);
    this.columns = rosterColumns(isSecond ? [header, below] : [header]);
  }

  private total(line: Line): void {
    this.group.total ??= lastNumber(line);
  }
}
