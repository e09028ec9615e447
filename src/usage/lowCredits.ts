import { type CreditsLeft, forecast, resetDay } from './forecast.ts';
import { hundredths } from './hundredths.ts';
import { paceOf } from './pace.ts';
import type { UsageRequest } from './report.ts';

/** At this many credits or fewer they are low whatever the pace. */
export const FEW_CREDITS = 3;

export interface LowCreditsFacts {
  /** What the account is known by; never its key, since a warning's `key` is kept. */
  readonly accountId: string;
  readonly credits: CreditsLeft;
  /** The requests of the last 15 days (`PACE_NEEDS_MS`); none when they are not known, and then no pace is concluded. */
  readonly requests: readonly UsageRequest[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly timeZone: string;
}

/** Why to warn, with the figures to say. Credits are in hundredths, days `YYYY-MM-DD`. */
export type LowCredits = {
  /** The same for every warning about one account in one reset period: a caller that has told one tells no other. */
  readonly key: string;
  readonly remaining: number;
} & (
  | { readonly reason: 'few' }
  | {
      readonly reason: 'endsBeforeReset';
      readonly perDay: number;
      readonly until: string;
      readonly resetDay: string;
      readonly daysBefore: number;
    }
);

/** Whether the person should be told that credits are about to end, and why. Unlimited credits never are. */
export function lowCredits(facts: LowCreditsFacts): LowCredits | undefined {
  const { credits, requests, now, timeZone } = facts;
  if (typeof credits.remaining !== 'number') return undefined;
  const told = { key: warningKey(facts), remaining: hundredths(credits.remaining) };
  if (credits.remaining <= FEW_CREDITS) return { ...told, reason: 'few' };
  const ahead = forecast(credits, paceOf(requests, now, timeZone), now, timeZone);
  if (ahead.kind !== 'lasts' || ahead.until === undefined || !ahead.reset?.endsBefore)
    return undefined;
  const { perDay, until, reset } = ahead;
  return {
    ...told,
    reason: 'endsBeforeReset',
    perDay,
    until,
    resetDay: reset.day,
    daysBefore: reset.daysBefore,
  };
}

/** Plans count by the month, so that is the period of an account whose reset is not stated. */
function warningKey({ accountId, credits, now }: LowCreditsFacts): string {
  const period = resetDay(credits.resetsAt) ?? new Date(now).toISOString().slice(0, 7);
  return `${accountId} ${period}`;
}
