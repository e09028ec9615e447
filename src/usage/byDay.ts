import { dayOf, daysFrom } from './calendar.ts';
import { hundredths } from './hundredths.ts';
import type { Period } from './period.ts';
import { type UsageReport, type UsageRequest, isCutOff, oldestListed } from './report.ts';
import { type Totals, totalsOf } from './totals.ts';

/** One day of the chart. */
export interface DayUsage extends Totals {
  readonly day: string;
  /** A list that was cut off knows nothing of the days before it, and only the end of the day on which it begins. */
  readonly known: 'whole' | 'part' | 'nothing';
  /** Credits in hundredths for each of the features drawn, and last those of all other features. */
  readonly parts: readonly number[];
}

export interface UsageByDay {
  /** The features that have a colour of their own, those that cost most first. */
  readonly features: readonly string[];
  /** Whether further features cost anything; they are drawn as one. */
  readonly others: boolean;
  readonly days: readonly DayUsage[];
  /** Listed requests that do not belong to the period asked for; they are in no day. */
  readonly outside: readonly UsageRequest[];
}

const MOST_FEATURES = 4;

/** The listed requests by day of the person's time zone, every day of the period included. Requests without a time are in no day. */
export function usageByDay(report: UsageReport, period: Period, timeZone: string): UsageByDay {
  const { requests } = report;
  const charged = featuresByCost(requests);
  const features = charged.slice(0, MOST_FEATURES);
  const dated = requests.filter(({ at }) => at !== undefined);
  const byDay = Map.groupBy(dated, ({ at = 0 }) => dayOf(at, timeZone));
  const oldest = isCutOff(report) ? oldestListed(requests) : undefined;
  const firstKnown = oldest === undefined ? undefined : dayOf(oldest, timeZone);
  const { firstDay, lastDay } = period;
  return {
    features,
    others: charged.length > features.length,
    days: daysFrom(firstDay, lastDay).map((day) => {
      const ofDay = byDay.get(day) ?? [];
      return {
        day,
        known: knownOf(day, firstKnown),
        ...totalsOf(ofDay),
        parts: partsOf(ofDay, features),
      };
    }),
    outside: [...byDay]
      .filter(([day]) => day < firstDay || day > lastDay)
      .flatMap(([, ofDay]) => ofDay),
  };
}

function featuresByCost(requests: readonly UsageRequest[]): string[] {
  return [...Map.groupBy(requests, ({ feature }) => feature ?? '')]
    .map(([feature, used]) => ({ feature, ...totalsOf(used) }))
    .filter(({ credits }) => credits > 0)
    .sort((a, b) => b.credits - a.credits || (a.feature < b.feature ? -1 : 1))
    .map(({ feature }) => feature);
}

function partsOf(requests: readonly UsageRequest[], features: readonly string[]): number[] {
  const parts = Array.from({ length: features.length + 1 }, () => 0);
  for (const { feature = '', credits = 0 } of requests) {
    const index = features.indexOf(feature);
    const place = index === -1 ? features.length : index;
    parts[place] = (parts[place] ?? 0) + hundredths(credits);
  }
  return parts;
}

function knownOf(day: string, firstKnown: string | undefined): DayUsage['known'] {
  if (firstKnown === undefined || day > firstKnown) return 'whole';
  return day === firstKnown ? 'part' : 'nothing';
}
