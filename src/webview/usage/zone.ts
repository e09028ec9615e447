import { formatDate } from '../../portfolio/formatDate.ts';
import { clockTime, dayOf } from '../../usage/calendar.ts';
import { t } from '../words.ts';

/** The person's time zone. The page knows it; the extension may run on a machine far away. */
export const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What people call it: `India Standard Time`. Its IANA name may be one that nobody uses any more. */
export function timeZoneName(): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone,
    timeZoneName: 'longGeneric',
  });
  const name = format.formatToParts().find(({ type }) => type === 'timeZoneName');
  return name?.value ?? timeZone;
}

/** `22 Nov 2026` of a `YYYY-MM-DD`. */
export function dayText(day: string): string {
  return formatDate(day, (english) => t(english));
}

/** `22 Nov` of a `YYYY-MM-DD`, where there is little room. */
export function shortDayText(day: string): string {
  return dayText(day).replace(/ \d{4}$/, '');
}

/** `22 Nov 2026, 14:05` on the person's clock. */
export function momentText(moment: number): string {
  return `${dayText(dayOf(moment, timeZone))}, ${clockTime(moment, timeZone)}`;
}
