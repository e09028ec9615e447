import { hundredths } from './hundredths.ts';
import type { UsageReport } from './report.ts';
import { type Totals, totalsOf } from './totals.ts';

/** One feature, as the summary has it and as its listed requests add up. */
export interface FeatureUsage {
  /** Empty for requests that name none. */
  readonly feature: string;
  /** Undefined when the summary does not name the feature. */
  readonly summary: Totals | undefined;
  readonly listed: Totals;
}

/** The features of a period, those that cost most first. */
export function usageByFeature({ requests, summary }: UsageReport): FeatureUsage[] {
  const listed = Map.groupBy(requests, ({ feature }) => feature ?? '');
  const stated = Map.groupBy(summary.byFeature, ({ feature }) => feature);
  const features = new Set([...stated.keys(), ...listed.keys()]);
  return [...features]
    .map((feature) => ({
      feature,
      summary: statedTotals(stated.get(feature)),
      listed: totalsOf(listed.get(feature) ?? []),
    }))
    .sort(byCost);
}

/** What the features of the summary add up to, which need not be its total. */
export function summaryFeaturesTotal({ summary }: UsageReport): Totals {
  return statedTotals(summary.byFeature) ?? { credits: 0, requests: 0 };
}

/** A summary that names a feature twice means both. */
function statedTotals(lines: UsageReport['summary']['byFeature'] | undefined): Totals | undefined {
  return lines?.reduce<Totals>(
    (sum, { credits, requests }) => ({
      credits: sum.credits + hundredths(credits),
      requests: sum.requests + requests,
    }),
    { credits: 0, requests: 0 },
  );
}

function byCost(one: FeatureUsage, other: FeatureUsage): number {
  const [a, b] = [one.summary ?? one.listed, other.summary ?? other.listed];
  return b.credits - a.credits || b.requests - a.requests || (one.feature < other.feature ? -1 : 1);
}
