import type { Line, Place } from '../../layout/line.ts';
import { stacksOf } from '../../layout/columns.ts';
import { joinWrapped, textOf } from '../../layout/line.ts';
import type { Run } from '../../pdf/run.ts';
import type { Printed, PrintedHolder } from '../../statement.ts';
import { isNil, readNumber } from '../../text/numbers.ts';
import { findAccountIds } from './accountIds.ts';
import type { AccountIds } from './accountIds.ts';
import { findPran } from './pension.ts';

/** One row of a list of accounts. */
export interface RosterRow {
  readonly place: Place;
  readonly what: 'account' | 'funds' | 'pension' | 'insurance';
  readonly ids: AccountIds | null;
  readonly pran: string | null;
  readonly dpName: string | null;
  readonly holders: readonly PrintedHolder[];
  /** ISINs, schemes or policies. */
  readonly count: Printed | null;
  /** INR. */
  readonly value: Printed | null;
}

/** Specialised investment funds (SIF) are funds with folios of their own. */
const ROW =
  /^(NSDL|CDSL)\s+Demat\s+Account|^(Mutual\s+Fund\s+Folios?|Speciali[sz]ed\s+Investment\s+Funds?|SIF\s+Folios?)|^(National\s+Pension|NPS)|^(Insurance)/i;
const NUMBER_REACH = 30;

type Band = Pick<Run, 'left' | 'right'>;

/** Where a list's numbers stand, in points. */
export interface RosterColumns {
  /** Numbers left of here belong to a name. */
  readonly numbersFrom: number;
  /** The label of the values; null where it was not found. */
  readonly value: Band | null;
}

/** Whether a line begins a row of a list of accounts. */
export function startsRosterRow(line: Line): boolean {
  return ROW.test(line.text);
}

/** Finds where the numbers stand from the lines of labels above them. */
export function rosterColumns(header: readonly Line[]): RosterColumns {
  const labels = header.flatMap(({ runs }) =>
    runs.filter((run) => /^No\b|ISINs|Value/i.test(run.text)),
  );
  const numbersFrom =
    labels.length > 0 ? Math.min(...labels.map(({ left }) => left)) - NUMBER_REACH : 280;
  return { numbersFrom, value: stacksOf(header).find(({ label }) => /Value/i.test(label)) ?? null };
}

/** Reads a row that takes one line or several; null when it has no value: a heading can begin with the same words. */
export function readRosterRow(
  lines: readonly Line[],
  holders: readonly PrintedHolder[],
  columns: RosterColumns,
): RosterRow | null {
  const [first] = lines;
  if (!first) return null;
  const text = lines.map((line) => line.text).join(' ');
  const [, account, funds, pension] = ROW.exec(text) ?? [];
  const what = account ? 'account' : funds ? 'funds' : pension ? 'pension' : 'insurance';
  const numbers = numbersOf(lines, columns.numbersFrom);
  const value = valueAmong(numbers, columns);
  if (!value && !lines.some(({ runs }) => runs.some((run) => isNilValue(run, columns))))
    return null;
  const count = numbers.find((each) => each !== value && each.value.scale === 0);
  return {
    place: { page: first.page, row: first.row },
    what,
    ids: findAccountIds(text),
    pran: findPran(text),
    dpName: what === 'account' || what === 'pension' ? brokerOf(lines, columns) : null,
    holders,
    count: count ? printed(count) : null,
    value: value ? printed(value) : null,
  };
}

function isNilValue(run: Run, { numbersFrom }: RosterColumns): boolean {
  return run.left > numbersFrom && isNil(run.text);
}

/** The participant's name has no label: it is what is left of the account's cell. */
function brokerOf(lines: readonly Line[], columns: RosterColumns): string | null {
  const texts = lines.map((line) => {
    const words = line.runs.filter(
      (run) =>
        (readNumber(run.text) === null || run.left <= columns.numbersFrom) &&
        !isNilValue(run, columns) &&
        !/^(?:NSDL|CDSL)\s+Demat\s+Account$/i.test(run.text),
    );
    return textOf(words)
      .replace(/^(?:(?:NSDL|CDSL)\s+Demat\s+Account|National\s+Pension\s+S\w+|NPS)\s*/i, '')
      .replace(/PRAN(?:\s*(?:ID|No\.?))?\s*(?::.*$|[\dX*]+)/gi, '')
      .replace(/(?:DP\s*ID|Client\s*ID|BO\s*ID)\s*:?\s*(?:IN\s?)?[\dX*]+/gi, '')
      .trim();
  });
  const name = joinWrapped(texts);
  return name === '' ? null : name;
}

interface RosterNumber extends Printed {
  readonly band: Band;
}

function numbersOf(lines: readonly Line[], numbersFrom: number): RosterNumber[] {
  return lines.flatMap(({ page, row, runs }) =>
    runs.flatMap((run) => {
      const value = run.left > numbersFrom ? readNumber(run.text) : null;
      return value ? [{ value, page, row, band: run }] : [];
    }),
  );
}

/** Money has decimals; of several amounts the one under the label is meant. */
function valueAmong(
  numbers: readonly RosterNumber[],
  { value }: RosterColumns,
): RosterNumber | null {
  const money = numbers.filter((each) => each.value.scale >= 2);
  if (money.length === 0 || !value) return money.at(-1) ?? numbers.at(-1) ?? null;
  const [nearest] = [...money].sort((a, b) => distance(a.band, value) - distance(b.band, value));
  return nearest ?? null;
}

/** How far two bands are from being flush at one side or set about one middle. */
function distance(one: Band, other: Band): number {
  const middle = (one.left + one.right - other.left - other.right) / 2;
  return Math.min(
    Math.abs(one.left - other.left),
    Math.abs(one.right - other.right),
    Math.abs(middle),
  );
}

function printed({ value, page, row }: Printed): Printed {
  return { value, page, row };
}
