const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `06-May-2020` or `06-05-2020`; some files put spaces, slashes or dots between. */
export const DATE = String.raw`\d{1,2}\s?[-/. ]\s?(?:[A-Za-z]{3,9}|\d{1,2})\s?[-/., ]\s?\d{4}`;

const PARTS = /^(\d{1,2})\s?[-/. ]\s?([A-Za-z]{3,9}|\d{1,2})\s?[-/., ]\s?(\d{4})$/;

/** Reads a date of this style to `YYYY-MM-DD`; null when there is no such day. */
export function readDate(text: string): string | null {
  const match = PARTS.exec(text.trim());
  if (!match) return null;
  const [, day = '', name = '', year = ''] = match;
  const month = /^\d/.test(name)
    ? Number(name)
    : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const exists = Number(day) >= 1 && Number(day) <= daysOf(month, Number(year));
  if (!exists || Number(year) < 1900) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has; none where there is no such month. */
function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

const RANGE = new RegExp(String.raw`(${DATE})\s*(?:to|-|till)\s*(${DATE})`, 'i');
const AS_ON = new RegExp(String.raw`as\s+on\s*:?\s*(${DATE})`, 'i');
const MONTH_OF = /for\s+the\s+month\s+of\s+([A-Za-z]{3,9})[\s,-]+(\d{4})/i;

/** Finds the first `01-Apr-2019 To 31-Mar-2025` in a text. */
export function findRange(text: string): Period | null {
  const match = RANGE.exec(text);
  const from = readDate(match?.[1] ?? '');
  const to = readDate(match?.[2] ?? '');
  return from !== null && to !== null ? { from, to } : null;
}

/** Finds the first `As on 31-Mar-2025`. */
export function findAsOn(text: string): string | null {
  return readDate(AS_ON.exec(text)?.[1] ?? '');
}

/** Finds `for the month of March 2025`. */
export function findMonth(text: string): Period | null {
  const match = MONTH_OF.exec(text);
  const from = readDate(`01-${match?.[1] ?? ''}-${match?.[2] ?? ''}`);
  if (from === null) return null;
  const [year = 0, month = 0] = from.split('-').map(Number);
  return { from, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}
