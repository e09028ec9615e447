import type { UsageReport, UsageRequest } from '../../../src/usage/report.ts';

/** A request that was charged 1 credit, unless told otherwise. */
export function request(at: string, other: Partial<UsageRequest> = {}): UsageRequest {
  return {
    requestId: `req-${at}`,
    feature: 'smart_parser',
    path: '/v4/smart/parse',
    status: 200,
    credits: 1,
    at: Date.parse(at),
    ...other,
  };
}

/** A report whose summary agrees with its list, unless told otherwise. */
export function report(
  requests: readonly UsageRequest[],
  summary: Partial<UsageReport['summary']> = {},
): UsageReport {
  const features = Map.groupBy(requests, ({ feature }) => feature ?? '');
  const credits = (some: readonly UsageRequest[]) =>
    Math.round(some.reduce((sum, { credits = 0 }) => sum + credits, 0) * 100) / 100;
  return {
    requests,
    sent: requests.length,
    summary: {
      totalCredits: credits(requests),
      totalRequests: requests.length,
      byFeature: Array.from(features, ([feature, some]) => ({
        feature,
        credits: credits(some),
        requests: some.length,
      })),
      ...summary,
    },
  };
}
