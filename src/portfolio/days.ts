/** Days are whole numbers since 1970-01-01, so that no time zone and no `Date` can move them. */

const HYPHEN = '-'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** `2025-03-31` as days since 1970-01-01; null for any other spelling and for a day that does not exist. */
export function parseDay(text: string | null): number | null {
  if (text?.length !== 10) return null;
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null;
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const dayOfMonth = twoDigits(text, 8);
  // What is not a number fails each comparison.
  if (!(year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return null;
  return dayOfMonth <= daysInMonth(year, month) ? dayNumber(year, month, dayOfMonth) : null;
}

/** Days since 1970-01-01 as `YYYY-MM-DD`. */
export function isoDay(day: number): string {
  const { year, month, dayOfMonth } = civilDay(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** The same day of the month so many months later, or the month's last day where it has no such day. */
export function monthsLater(day: number, months: number): number {
  const civil = civilDay(day);
  const monthsSinceYear0 = civil.year * 12 + civil.month - 1 + months;
  const year = Math.floor(monthsSinceYear0 / 12);
  const month = (monthsSinceYear0 % 12) + 1;
  return dayNumber(year, month, Math.min(civil.dayOfMonth, daysInMonth(year, month)));
}

export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly dayOfMonth: number;
}

/** Year, month and day of the month in the proleptic Gregorian calendar. */
export function civilDay(day: number): CivilDay {
  // Years are counted from March, so that the leap day is the last one of its year.
  const sinceEra = day + DAYS_TO_1970;
  const era = Math.floor(sinceEra / DAYS_OF_400_YEARS);
  const dayOfEra = sinceEra - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - daysBefore(yearOfEra);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

const DAYS_OF_400_YEARS = 146_097;
/** From 1 March of year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;

function dayNumber(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1;
  return era * DAYS_OF_400_YEARS + daysBefore(yearOfEra) + dayOfYear - DAYS_TO_1970;
}

/** Days of the era before a year of it. */
function daysBefore(yearOfEra: number): number {
  return yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number that two ASCII digits write, otherwise NaN. */
function twoDigits(text: string, start: number): number {
  const tens = text.charCodeAt(start) - ZERO;
  const ones = text.charCodeAt(start + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
