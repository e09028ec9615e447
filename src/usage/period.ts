import { addDays, dayOf, daysBetween, firstOfMonth, isDay, startOfDay } from './calendar.ts';

/** The periods that have a button; `custom` has two dates instead. */
export const periodChoices = ['days7', 'days30', 'thisMonth', 'lastMonth', 'custom'] as const;
export type PeriodChoice = (typeof periodChoices)[number];

/** What is asked of the service: whole days in the person's time zone. */
export interface Period {
  readonly choice: PeriodChoice;
  /** `YYYY-MM-DD`, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Milliseconds since the epoch, both included. Never later than the moment of asking. */
  readonly from: number;
  readonly to: number;
}

/** The longest period of two dates, so that a day keeps a bar that can be seen. */
export const MOST_DAYS = 366;

/** A period as of now. Today counts: "7 days" are today and the six days before. */
export function periodOf(
  choice: Exclude<PeriodChoice, 'custom'>,
  now: number,
  timeZone: string,
): Period {
  const today = dayOf(now, timeZone);
  const days = (firstDay: string, lastDay: string) =>
    periodBetween(choice, firstDay, lastDay, now, timeZone);
  switch (choice) {
    case 'days7':
      return days(addDays(today, -6), today);
    case 'days30':
      return days(addDays(today, -29), today);
    case 'thisMonth':
      return days(firstOfMonth(today), today);
    case 'lastMonth':
      return days(firstOfMonth(today, -1), addDays(firstOfMonth(today), -1));
  }
}

export type CustomPeriod =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly reason: 'noDay' | 'wrongOrder' | 'inFuture' | 'tooLong' };

/** The days from one date to another, both included, or why there is no such period. */
export function customPeriod(
  firstDay: string,
  lastDay: string,
  now: number,
  timeZone: string,
): CustomPeriod {
  if (!isDay(firstDay) || !isDay(lastDay)) return { ok: false, reason: 'noDay' };
  if (firstDay > lastDay) return { ok: false, reason: 'wrongOrder' };
  if (firstDay > dayOf(now, timeZone)) return { ok: false, reason: 'inFuture' };
  if (daysBetween(firstDay, lastDay) >= MOST_DAYS) return { ok: false, reason: 'tooLong' };
  return { ok: true, period: periodBetween('custom', firstDay, lastDay, now, timeZone) };
}

/** The same period asked again later: "7 days" moves on, two dates stay. */
export function periodAgain(period: Period, now: number, timeZone: string): Period {
  const { choice, firstDay, lastDay } = period;
  return choice === 'custom'
    ? periodBetween(choice, firstDay, lastDay, now, timeZone)
    : periodOf(choice, now, timeZone);
}

function periodBetween(
  choice: PeriodChoice,
  firstDay: string,
  lastDay: string,
  now: number,
  timeZone: string,
): Period {
  const end = startOfDay(addDays(lastDay, 1), timeZone) - 1;
  return {
    choice,
    firstDay,
    lastDay,
    from: startOfDay(firstDay, timeZone),
    // Asking is itself logged: list and summary would differ if they counted each other.
    to: Math.min(end, now),
  };
}
