import type { RecordedRequest } from '../service/recorder.ts';
import { pdfOf } from '../unit/statements/stage.ts';

export const MINUTE_MS = 60_000;

/** Credits that were paid for each PDF, by its SHA-256. */
export function paidByPdf(requests: readonly RecordedRequest[]): Map<string, number> {
  const paid = new Map<string, number>();
  for (const request of requests) {
    const pdf = pdfOf(request);
    if (pdf !== undefined) paid.set(pdf, (paid.get(pdf) ?? 0) + request.billed);
  }
  return paid;
}

/** Requests that count towards the limit. */
export function withKey(requests: readonly RecordedRequest[]): RecordedRequest[] {
  return requests.filter(({ headers }) => 'x-api-key' in headers);
}

/**
 * The most requests within any minute, or another span of time.
 * @param times of the requests, in milliseconds
 */
export function mostWithin(spanMs: number, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [last, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - spanMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
