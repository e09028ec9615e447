import { l10n } from 'vscode';
import { formatDate } from '../portfolio/formatDate.ts';
import { dayOf } from '../usage/calendar.ts';

/** `22 Nov 2026` of a `YYYY-MM-DD`, as the pages write it; anything else as it came. */
export function dayText(day: string): string {
  return formatDate(day, (english) => l10n.t(english));
}

/** The same of a date-time, by the clock of this computer. */
export function dayOfMoment(iso: string): string {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return iso;
  return dayText(dayOf(moment, Intl.DateTimeFormat().resolvedOptions().timeZone));
}
