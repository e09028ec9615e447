const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** Translates the short English name of a month. */
export type MonthName = (english: (typeof MONTHS)[number]) => string;

const asIs: MonthName = (english) => english;

/** `2025-03-31` as `31 Mar 2025`. Anything else, a day that does not exist included, as it came. */
export function formatDate(text: string, monthName: MonthName = asIs): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined || Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) {
    return text;
  }
  return `${day} ${monthName(name)} ${year}`;
}

/** `2025-03-31T06:39:20Z` as `31 Mar 2025, 06:39 UTC`; the time zone stays the one it was written in. */
export function formatDateTime(text: string, monthName: MonthName = asIs): string {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  const [, date = '', time = '', zone = ''] = match ?? [];
  const day = formatDate(date, monthName);
  if (!match || day === date) return text;
  return `${day}, ${time} ${zone === 'Z' ? 'UTC' : zone}`.trimEnd();
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
