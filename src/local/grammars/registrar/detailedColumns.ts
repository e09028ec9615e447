import { hasDecimals, nearestEdge, numberEdges, stacksOf } from '../../layout/columns.ts';
import type { Stack } from '../../layout/columns.ts';
import type { Line } from '../../layout/line.ts';
import type { Run } from '../../pdf/run.ts';
import { DATE } from '../../text/dates.ts';
import { isNumeric } from '../../text/numbers.ts';

export type MoneyColumn = 'amount' | 'units' | 'nav' | 'balance';

/** The columns of a table of transactions: where descriptions begin, and where the numbers of each column end. */
export interface DetailedColumns {
  readonly dateLeft: number;
  readonly descriptionLeft: number;
  readonly names: readonly MoneyColumn[];
  readonly edges: readonly number[];
}

export interface HeaderStart {
  readonly dateLeft: number;
  readonly descriptionLeft: number;
  readonly names: readonly MoneyColumn[];
  readonly stacks: readonly Stack[];
}

/** The header's baselines are within this many points. */
const HEADER_HEIGHT = 24;
const LABELS =
  /^(?:(?:date|transactions?|type|description|amount|units?|price|nav|balance|or|in|inr|rs\.?|\(inr\)|\(`\)|\(rs\.?\)|\/|`)\s*)+$/i;

/** How many lines from `index` on are a header of transactions, and what it says; null when they are none. */
export function headerAt(
  lines: readonly Line[],
  index: number,
): { length: number; header: HeaderStart } | null {
  const first = lines[index];
  if (!first) return null;
  const taken: Line[] = [];
  for (let at = index, line = lines[at]; line; at += 1, line = lines[at]) {
    if (line.page !== first.page || line.y - first.y > HEADER_HEIGHT) break;
    if (!line.runs.every((run) => LABELS.test(run.text))) break;
    taken.push(line);
  }
  if (taken.length === 0) return null;
  const header = readHeader(stacksOf(taken));
  return header ? { length: taken.length, header } : null;
}

function readHeader(stacks: readonly Stack[]): HeaderStart | null {
  const date = stacks.find(({ label }) => /date/i.test(label));
  const description = stacks.find(({ label }) => /transaction|description/i.test(label));
  if (!date || !description) return null;
  const money = stacks.flatMap((stack) => {
    const name = moneyName(stack);
    return name && stack !== date && stack !== description ? [{ name, stack }] : [];
  });
  const names = money.map(({ name }) => name);
  if (!names.includes('amount') || !names.includes('units') || !names.includes('balance'))
    return null;
  if (new Set(names).size !== names.length) return null;
  return {
    dateLeft: date.left,
    descriptionLeft: description.left,
    names,
    stacks: money.map(({ stack }) => stack),
  };
}

function moneyName({ label }: Stack): MoneyColumn | null {
  if (/balance/i.test(label)) return 'balance';
  if (/amount/i.test(label)) return 'amount';
  if (/price|nav/i.test(label)) return 'nav';
  return /unit/i.test(label) ? 'units' : null;
}

/** Drawn letter by letter, a date can touch the description behind it. */
const STARTS_WITH_DATE = new RegExp(`^${DATE}(?!\\d)`);

/** The text of the date that a row starts with, and the runs behind it. */
export interface DatedRow {
  readonly date: string;
  readonly rest: readonly Run[];
}

/** A row of the table: it starts with a date at the left. */
export function datedRow(line: Line, dateLeft: number): DatedRow | null {
  const [first, second, third, ...others] = line.runs;
  if (!first || Math.abs(first.left - dateLeft) > 16) return null;
  const date = STARTS_WITH_DATE.exec(first.text)?.[0];
  if (date !== undefined) {
    const rest = first.text.slice(date.length).trim();
    const after = line.runs.slice(1);
    return { date, rest: rest === '' ? after : [{ ...first, text: rest }, ...after] };
  }
  // The separators can be runs of their own.
  const pieces = `${first.text}${second?.text ?? ''}${third?.text ?? ''}`;
  if (second && third && STARTS_WITH_DATE.test(pieces) && third.right - first.left < 60) {
    return { date: pieces, rest: others };
  }
  return null;
}

/** Numbers of a dated row that stand right of where descriptions begin. */
export function moneyOf(rest: readonly Run[], header: HeaderStart): Run[] {
  return rest.filter((run) => run.left > header.descriptionLeft + 30 && hasDecimals(run));
}

export function columnsFrom(header: HeaderStart, numbers: readonly Run[]): DetailedColumns {
  return {
    dateLeft: header.dateLeft,
    descriptionLeft: header.descriptionLeft,
    names: header.names,
    edges: numberEdges(header.stacks, numbers),
  };
}

/** How far a number may end from its column's edge: with decimals, and as a whole number or a dash. */
const REACH = 9;
const REACH_OF_OTHERS = 1.5;

/** The column a run belongs to; null for a run of the description. */
export function moneyColumn(run: Run, columns: DetailedColumns): MoneyColumn | null {
  const near = nearestEdge(run, columns.edges);
  // Looked at first: few runs end at an edge, and reading each of them takes longer.
  if (!near || near.distance > REACH) return null;
  const isOne = hasDecimals(run) || (near.distance <= REACH_OF_OTHERS && isNumeric(run.text));
  return isOne ? (columns.names[near.index] ?? null) : null;
}

/** A number with decimals that ends right of the first money column but at no column's edge. */
export function isAstray(run: Run, columns: DetailedColumns): boolean {
  return (
    run.right > (columns.edges[0] ?? Infinity) - REACH &&
    hasDecimals(run) &&
    moneyColumn(run, columns) === null
  );
}
