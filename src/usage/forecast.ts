import { DAY_MS, dayOf, daysBetween, isDay } from './calendar.ts';
import { hundredths } from './hundredths.ts';
import type { Pace } from './pace.ts';

/** What an account may still spend, as far as a forecast needs it. */
export interface CreditsLeft {
  /** Credits; `null` means unlimited, `undefined` that the service did not say. */
  readonly remaining: number | null | undefined;
  /** ISO date or date-time. */
  readonly resetsAt: string | undefined;
}

export type Forecast =
  | { readonly kind: 'notStated' | 'unlimited' | 'usedUp' | 'tooFewDays' }
  | ({ readonly kind: 'lasts' } & Lasting);

export interface Lasting {
  /** Credits a day in hundredths, rounded. */
  readonly perDay: number;
  /** How many days the pace was taken from. */
  readonly paceDays: number;
  /** The day on which the last credit goes; undefined when that is more than a year away. */
  readonly until: string | undefined;
  /** Undefined when no reset is stated, or one that is past. */
  readonly reset: ResetAhead | undefined;
}

export interface ResetAhead {
  readonly day: string;
  readonly endsBefore: boolean;
  /** From the last credit to the reset; 0 for the same day. Without meaning unless `endsBefore`. */
  readonly daysBefore: number;
}

const LONGEST_DAYS = 366;

/** How long the credits last at this pace, and whether they reach the reset. */
export function forecast(
  { remaining, resetsAt }: CreditsLeft,
  pace: Pace | undefined,
  now: number,
  timeZone: string,
): Forecast {
  if (remaining === undefined) return { kind: 'notStated' };
  if (remaining === null) return { kind: 'unlimited' };
  if (remaining <= 0) return { kind: 'usedUp' };
  if (!pace || pace.credits <= 0) return { kind: 'tooFewDays' };
  const days = (hundredths(remaining) * pace.days) / pace.credits;
  const end = now + days * DAY_MS;
  return {
    kind: 'lasts',
    perDay: Math.round(pace.credits / pace.days),
    paceDays: pace.days,
    until: days > LONGEST_DAYS ? undefined : dayOf(end, timeZone),
    reset: resetAhead(resetsAt, now, end, timeZone),
  };
}

/** The day of a reset as the service wrote it: a billing day, so no time zone is applied. Undefined when it is no ISO date. */
export function resetDay(resetsAt: string | undefined): string | undefined {
  const day = resetsAt?.slice(0, 10) ?? '';
  return isDay(day) ? day : undefined;
}

function resetAhead(
  resetsAt: string | undefined,
  now: number,
  end: number,
  timeZone: string,
): ResetAhead | undefined {
  const day = resetDay(resetsAt);
  const moment = Date.parse(resetsAt ?? '');
  if (day === undefined || Number.isNaN(moment) || moment <= now) return undefined;
  const endsBefore = end < moment;
  const daysBefore = endsBefore ? Math.max(0, daysBetween(dayOf(end, timeZone), day)) : 0;
  return { day, endsBefore, daysBefore };
}
