/**
 * Days of the calendar in a time zone. A day is `YYYY-MM-DD`; a moment is milliseconds since the epoch; a time zone is an IANA
 * name. Days are not 24 hours long everywhere, so moments and days are only converted here.
 */

export const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** The day on which a moment falls there. */
export function dayOf(moment: number, timeZone: string): string {
  const { year, month, day } = parts(moment, timeZone);
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

/** The wall clock at a moment there: `14:05`. */
export function clockTime(moment: number, timeZone: string): string {
  const { hour, minute } = parts(moment, timeZone);
  return `${hour}:${minute}`;
}

/** The first moment of a day there. It is not midnight where clocks are put forward at midnight. */
export function startOfDay(day: string, timeZone: string): number {
  // No zone is further than 14 hours from UTC.
  let before = Date.parse(day) - 15 * HOUR_MS;
  let within = Date.parse(day) + 15 * HOUR_MS;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(middle, timeZone) < day) before = middle;
    else within = middle;
  }
  return within;
}

export function addDays(day: string, days: number): string {
  return isoDay(Date.parse(day) + days * DAY_MS);
}

/** How many days later `last` is than `first`; negative when it is earlier. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS);
}

/** Every day from the first to the last, both included. */
export function daysFrom(first: string, last: string): string[] {
  const count = Math.max(0, daysBetween(first, last) + 1);
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** The first day of the month `months` later than the day's own. */
export function firstOfMonth(day: string, months = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return isoDay(Date.UTC(year, month - 1 + months, 1));
}

/** True for a day that exists: not for `2026-02-30`. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    isoDay(Date.parse(text)) === text
  );
}

function isoDay(utcMidnight: number): string {
  return new Date(utcMidnight).toISOString().slice(0, 10);
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute';

function parts(moment: number, timeZone: string): Record<Part, string> {
  const found = { year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of formatFor(timeZone).formatToParts(moment))
    if (type in found) found[type as Part] = value;
  return found;
}

// Making one takes longer than formatting hundreds of moments.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}
