import { MOST_LISTED, type UsageRequest, oldestListed } from '../usage/report.ts';
import type { CallService, Credential } from './client.ts';
import { Problem } from './problem.ts';
import { fetchUsage } from './usage.ts';

/** What became of a request whose answer was lost, by the service's own log. */
export type FoundRequest =
  /** `credits` is `undefined` where the log does not say how many. */
  | { readonly status: 'billed'; readonly credits: number | undefined }
  | { readonly status: 'free'; readonly httpStatus: number }
  /** The log does not have it (yet: nobody says how soon a request is in it). */
  | { readonly status: 'absent' };

/** The log goes by the service's clock and `from` by this computer's, which may be wrong by a whole time zone. */
const CLOCK_DOUBT_MS = 24 * 60 * 60 * 1000;

/** The log's times are whole seconds, so the second of the last entry of a page may have more entries. */
const SECOND_MS = 1000;

/**
 * Looks a request up in the usage log.
 * @param requestId the `X-Request-ID` that it was sent with, every time that it was sent
 * @param from no later than when it was sent, in milliseconds since the epoch
 * @throws Problem; `answerUnknown` also where the log cannot be read so far that its silence would mean something
 */
export async function findRequest(
  call: CallService,
  credential: Credential,
  requestId: string,
  { from }: { readonly from: number },
  signal: AbortSignal,
): Promise<FoundRequest> {
  const found: UsageRequest[] = [];
  let to: number | undefined;
  let allRead = true;
  for (;;) {
    const ask = { from: from - CLOCK_DOUBT_MS, to, limit: MOST_LISTED };
    const { requests, sent } = await fetchUsage(call, credential, ask, signal);
    found.push(...requests.filter((request) => request.requestId === requestId));
    // Sent several times under one id, it was billed if it was once.
    const billed = found.find(isBilled);
    if (billed) return { status: 'billed', credits: billed.credits };
    allRead &&= requests.length === sent;
    if (sent < MOST_LISTED) break;
    const next = endOfNextPage(requests);
    if (next === undefined || (to !== undefined && next >= to)) throw new Problem('answerUnknown');
    to = next;
  }
  const httpStatus = found.find(({ status }) => status !== undefined)?.status;
  if (httpStatus !== undefined) return { status: 'free', httpStatus };
  if (!allRead) throw new Problem('answerUnknown');
  return { status: 'absent' };
}

/** One of which the log says neither what it cost nor how it ended may have cost something. */
function isBilled({ credits, status }: UsageRequest): boolean {
  if (credits !== undefined) return credits > 0;
  return status === undefined || (status >= 200 && status < 300);
}

/** The page starts with the newest entry, so the next one ends where this one's oldest entry is. */
function endOfNextPage(requests: readonly UsageRequest[]): number | undefined {
  const oldest = oldestListed(requests);
  return oldest === undefined ? undefined : oldest + SECOND_MS;
}
