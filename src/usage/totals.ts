import { hundredths } from './hundredths.ts';
import { type UsageReport, type UsageRequest, hasFailed } from './report.ts';

/** Credits, in hundredths, and requests. */
export interface Totals {
  readonly credits: number;
  readonly requests: number;
}

/** Adds up listed requests, exactly; those whose cost is not stated add nothing. */
export function totalsOf(requests: readonly UsageRequest[]): Totals {
  const credits = requests.reduce((sum, request) => sum + hundredths(request.credits ?? 0), 0);
  return { credits, requests: requests.length };
}

/** The failed ones among listed requests. They should have cost nothing; what they did cost is said. */
export function failedTotals(requests: readonly UsageRequest[]): Totals {
  return totalsOf(requests.filter(hasFailed));
}

/** What the service's summary says in total. */
export function summaryTotals({ summary }: UsageReport): Totals {
  return { credits: hundredths(summary.totalCredits), requests: summary.totalRequests };
}

export function sameTotals(one: Totals, other: Totals): boolean {
  return one.credits === other.credits && one.requests === other.requests;
}
