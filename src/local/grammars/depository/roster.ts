import type { Line, Place } from '../../layout/line.ts';
import { joinWrapped, textOf } from '../../layout/line.ts';
import type { Printed, PrintedHolder } from '../../statement.ts';
import { readNumber } from '../../text/numbers.ts';
import { findAccountIds } from './accountIds.ts';
import { findPran } from './pension.ts';
import { lastNumber } from './totalLines.ts';
import type { AccountIds } from './accountIds.ts';

/** One row of the list of accounts. */
export interface RosterRow {
  readonly place: Place;
  readonly what: 'account' | 'funds' | 'pension' | 'insurance' | 'other';
  readonly ids: AccountIds | null;
  readonly pran: string | null;
  readonly dpName: string | null;
  readonly holders: readonly PrintedHolder[];
  readonly count: Printed | null;
  readonly value: Printed | null;
}

export interface Roster {
  readonly rows: RosterRow[];
  readonly grandTotal: Printed | null;
  /** The index after the last line it takes. */
  readonly end: number;
}

const ROW =
  /^(NSDL|CDSL)\s+Demat\s+Account|^(Mutual\s+Fund\s+Folios?)|^(National\s+Pension|NPS)|^(Insurance)/i;
const HOLDER = /([A-Z][A-Za-z0-9 .,'&()/-]*?)\s*\(\s*PAN\s*:?\s*([A-Z*X]{5}[\dX*]{4}[A-Z*X])\s*\)/g;
const GROUP = /^In\s+the\s+(?:single|joint)\s+names?\s+of/i;
const STARTS = /^Account\s+Type\b/i;
const NUMBER_REACH = 30;

/** All `NAME (PAN:ABCDE1234F)` of a text. */
export function findHolders(text: string): PrintedHolder[] {
  // What stands in another cell of the line is no part of the name.
  return text.split('   ').flatMap((cell) =>
    Array.from(cell.matchAll(HOLDER), ([, name = '', pan = '']) => ({
      name: name
        .replace(/^and\s+/i, '')
        .replace(/\s+/g, ' ')
        .trim(),
      pan,
    })),
  );
}

/** Reads the list of accounts, which can have several groups of holders; null when there is none. */
export function readRoster(lines: readonly Line[]): Roster | null {
  const header = lines.findIndex((line) => STARTS.test(line.text));
  const group = lines.findIndex((line) => GROUP.test(line.text));
  const start = group !== -1 && (header === -1 || group < header) ? group : header;
  if (start === -1) return null;
  const rows: RosterRow[] = [];
  let holders: PrintedHolder[] = [];
  let open: Line[] = [];
  const numbersFrom = leftOfNumbers(lines[header]);
  const close = (): void => {
    const row = open.length > 0 ? readRow(open, holders, numbersFrom) : null;
    if (row) rows.push(row);
    open = [];
  };
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    const text = line.text.replace(/\s+/g, ' ');
    if (GROUP.test(text)) {
      close();
      holders = findHolders(line.text);
    } else if (/^Grand\s+Total/i.test(text)) {
      close();
      return { rows, grandTotal: lastNumber(line), end: index + 1 };
    } else if (/^(?:Sub\s*)?Total\b/i.test(text) || STARTS.test(text)) close();
    else if (isEndOfRoster(text)) {
      close();
      return { rows, grandTotal: null, end: index };
    } else if (ROW.test(text)) {
      close();
      open = [line];
    } else if (findHolders(line.text).length > 0) {
      if (open.length === 0) holders.push(...findHolders(line.text));
    } else if (open.length > 0) open.push(line);
  }
  close();
  return { rows, grandTotal: null, end: lines.length };
}

function isEndOfRoster(text: string): boolean {
  return (
    /PORTFOLIO\s+COMPOSITION|ACCOUNT\s+HOLDER|Asset\s+Class|^Equities\s*\(E\)$|STATEMENT\s+OF\s+TRANSACTIONS|HOLDING\s+STATEMENT|^DP\s*Name\s*:|Account\s+Details$/i.test(
      text,
    ) && !/^Account\s+Type/i.test(text)
  );
}

/** Numbers of accounts end under their labels; those left of here belong to a name. */
function leftOfNumbers(header: Line | undefined): number {
  const labels = header?.runs.filter((run) => /^No\b|ISINs|Value/i.test(run.text)) ?? [];
  return labels.length > 0 ? Math.min(...labels.map(({ left }) => left)) - NUMBER_REACH : 280;
}

function readRow(
  lines: readonly Line[],
  holders: readonly PrintedHolder[],
  numbersFrom: number,
): RosterRow | null {
  const [first] = lines;
  if (!first) return null;
  const text = lines.map((line) => line.text).join(' ');
  const kind = ROW.exec(text);
  const ids = findAccountIds(text);
  const what = kind?.[1]
    ? 'account'
    : kind?.[2]
      ? 'funds'
      : kind?.[3]
        ? 'pension'
        : kind?.[4]
          ? 'insurance'
          : 'other';
  const [count = null, value = null] = numbersOf(lines, numbersFrom);
  return {
    place: { page: first.page, row: first.row },
    what,
    ids,
    pran: findPran(text),
    dpName: what === 'account' || what === 'pension' ? brokerOf(lines, numbersFrom) : null,
    holders,
    count: value ? count : null,
    value: value ?? count,
  };
}

/** The participant's name has no label: it is what is left of the account's cell. */
function brokerOf(lines: readonly Line[], numbersFrom: number): string | null {
  const texts = lines.map((line) => {
    const words = line.runs.filter(
      (run) =>
        (readNumber(run.text) === null || run.left <= numbersFrom) &&
        !/^(?:NSDL|CDSL)\s+Demat\s+Account$/i.test(run.text),
    );
    return textOf(words)
      .replace(/^(?:(?:NSDL|CDSL)\s+Demat\s+Account|National\s+Pension\s+S\w+|NPS)\s*/i, '')
      .replace(/PRAN(?:\s*(?:ID|No\.?))?\s*:?\s*\d+/gi, '')
      .replace(/(?:DP\s*ID|Client\s*ID|BO\s*ID)\s*:?\s*(?:IN\s?)?\d+/gi, '')
      .trim();
  });
  const name = joinWrapped(texts);
  return name === '' ? null : name;
}

function numbersOf(lines: readonly Line[], numbersFrom: number): Printed[] {
  const numbers: Printed[] = [];
  for (const line of lines) {
    for (const run of line.runs) {
      const value = readNumber(run.text);
      if (value && run.left > numbersFrom) numbers.push({ value, page: line.page, row: line.row });
    }
  }
  return numbers.slice(0, 2);
}
