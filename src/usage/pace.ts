import { DAY_MS, addDays, dayOf, daysBetween } from './calendar.ts';
import { type UsageRequest, oldestListed } from './report.ts';
import { totalsOf } from './totals.ts';

/** How fast credits are used at present. */
export interface Pace {
  /** Credits in hundredths, over `days`. */
  readonly credits: number;
  /** Days counted, today included: up to 14. */
  readonly days: number;
}

const MOST_DAYS = 14;
/** A burst on one day says nothing about the next. */
const FEWEST_DAYS_OF_USE = 3;

/** How far back requests are needed to tell the pace: 14 days anywhere, even where the clocks were put back. */
export const PACE_NEEDS_MS = (MOST_DAYS + 1) * DAY_MS;

/**
 * The pace of the last 14 days, or since the first request listed if that is later: a new account has no 14 days, and a list
 * may be cut off. Undefined unless credits were used on at least 3 of these days.
 */
export function paceOf(
  requests: readonly UsageRequest[],
  now: number,
  timeZone: string,
): Pace | undefined {
  const today = dayOf(now, timeZone);
  const first = addDays(today, 1 - MOST_DAYS);
  const oldest = oldestListed(requests);
  if (oldest === undefined) return undefined;
  const recent = requests
    .map((request) => ({ request, day: dayOf(request.at ?? 0, timeZone) }))
    .filter(({ day }) => day >= first && day <= today);
  const charged = recent.filter(({ request: { credits = 0 } }) => credits > 0);
  const daysOfUse = new Set(charged.map(({ day }) => day));
  if (daysOfUse.size < FEWEST_DAYS_OF_USE) return undefined;
  const oldestDay = dayOf(oldest, timeZone);
  return {
    credits: totalsOf(recent.map(({ request }) => request)).credits,
    days: daysBetween(oldestDay > first ? oldestDay : first, today) + 1,
  };
}
