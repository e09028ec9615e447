import { MOST_LISTED, type UsageRequest, oldestListed } from '../usage/report.ts';
import type { CallService } from './client.ts';
import type { Credential } from './credential.ts';
import { AppError } from './appError.ts';
import { isOwnRequestId } from './requestId.ts';
import type { ServiceTime } from './serviceClock.ts';
import { fetchUsage } from './usage.ts';

/** What became of a request whose answer was lost, by the service's own log. */
export type FoundRequest =
  /** `credits` is `undefined` where the log does not say how many. */
  | { readonly status: 'billed'; readonly credits: number | undefined }
  /** `conclusive`: false where another send of it may be in the log under another id. */
  | { readonly status: 'free'; readonly httpStatus: number; readonly conclusive: boolean }
  | Silence;

/** The log does not have it (yet: nobody says how soon a request is in it). */
export interface Silence {
  readonly status: 'absent';
  /** False where it may be in the log under another id. */
  readonly conclusive: boolean;
  /** Whether the log lists anything of ours at all. */
  readonly isAlive: boolean;
  /** The id that the log was asked under. */
  readonly askedAs: string;
  /** Ids of such questions that the log lists: it goes up to the last of them at least. */
  readonly questions: ReadonlySet<string>;
  /** Whether this log is known to list questions at all. */
  readonly listsQuestions: boolean;
}

export interface RequestTime {
  /** No later than when it was sent, in milliseconds since the epoch, by this computer's clock. */
  readonly from: number;
  /** By the service's own clock, where that is known. */
  readonly byService?: ServiceTime | undefined;
}

/**
 * How far the clock of a computer may be ahead. It is that wrong hardly ever, but a request that is looked for in the wrong days is
 * called free; further ahead, most certificates have expired and nothing is sent at all.
 */
const CLOCK_DOUBT_MS = 92 * 24 * 60 * 60 * 1000;
/** The service's clock differs from one of its machines to the next. */
const SERVICE_DOUBT_MS = 60_000;
/** After this time no service is at work on a statement any more. */
const LONGEST_WORK_MS = 600_000;

/** The log's times are whole seconds, so the second of the last entry of a page may have more entries. */
const SECOND_MS = 1000;

/**
 * Looks a request up in the usage log.
 * @param requestId the `X-Request-ID` that it was sent with, which no other was
 * @throws AppError; `answerUnknown` also where the log cannot be read so far that its silence would mean something
 */
export async function findRequest(
  call: CallService,
  credential: Credential,
  requestId: string,
  time: RequestTime,
  signal: AbortSignal,
): Promise<FoundRequest> {
  const from = time.byService
    ? time.byService.earliest - SERVICE_DOUBT_MS
    : time.from - CLOCK_DOUBT_MS;
  const read: UsageRequest[] = [];
  let first: { readonly askedAs: string; readonly keepsIds: boolean } | undefined;
  let to: number | undefined;
  let allRead = true;
  for (;;) {
    const ask = { from, to, limit: MOST_LISTED };
    const { requests, sent, askedAs, answeredAs } = await fetchUsage(call, credential, ask, signal);
    // One that answers under no id says nothing on it.
    first ??= { askedAs, keepsIds: answeredAs === undefined || answeredAs === askedAs };
    read.push(...requests);
    // An edge may have passed it on twice: it was billed if it was once.
    const billed = requests.find((request) => request.requestId === requestId && isBilled(request));
    if (billed) return { status: 'billed', credits: billed.credits };
    allRead &&= requests.length === sent;
    if (sent < MOST_LISTED) break;
    const next = endOfNextPage(requests);
    if (next === undefined || (to !== undefined && next >= to)) throw new AppError('answerUnknown');
    to = next;
  }
  const httpStatus = read.find(
    (request) => request.requestId === requestId && request.status !== undefined,
  )?.status;
  const conclusive = first.keepsIds && !read.some((request) => mayBeIt(request, time));
  if (httpStatus !== undefined) return { status: 'free', httpStatus, conclusive };
  if (!allRead) throw new AppError('answerUnknown');
  const own = read.filter((request) => isOwnRequestId(request.requestId));
  const lists = own.length > 0 || (await listsOwn(call, credential, from, signal));
  const questions = new Set(own.filter(isQuestion).map((request) => request.requestId));
  return {
    status: 'absent',
    conclusive,
    isAlive: lists,
    askedAs: first.askedAs,
    questions,
    listsQuestions: questions.size > 0,
  };
}

/** Whether the log lists anything under an id of ours from before that time: an empty one may be a log that is out of order. */
async function listsOwn(
  call: CallService,
  credential: Credential,
  before: number,
  signal: AbortSignal,
): Promise<boolean> {
  const ask = { from: before - CLOCK_DOUBT_MS, to: before, limit: MOST_LISTED };
  const { requests } = await fetchUsage(call, credential, ask, signal);
  return requests.some(({ requestId }) => isOwnRequestId(requestId));
}

/** One of which the log says neither what it cost nor how it ended may have cost something. */
function isBilled({ credits, status }: UsageRequest): boolean {
  if (credits !== undefined) return credits > 0;
  return status === undefined || (status >= 200 && status < 300);
}

/** A statement that was paid for in that time under an id that no client of ours gave. */
function mayBeIt(request: UsageRequest, { byService }: RequestTime): boolean {
  if (isOwnRequestId(request.requestId) || !isBilled(request) || isFreeCall(request)) return false;
  if (!byService || request.at === undefined) return true;
  return (
    request.at >= byService.earliest - SERVICE_DOUBT_MS &&
    request.at <= byService.latest + LONGEST_WORK_MS
  );
}

function isFreeCall({ credits, path }: UsageRequest): boolean {
  return credits === undefined && path !== undefined && /^\/(v1|credits|logs)\b/.test(path);
}

function isQuestion({ path }: UsageRequest): boolean {
  return path !== undefined && /\/(usage|logs)$/.test(path);
}

/** The page starts with the newest entry, so the next one ends where this one's oldest entry is. */
function endOfNextPage(requests: readonly UsageRequest[]): number | undefined {
  const oldest = oldestListed(requests);
  return oldest === undefined ? undefined : oldest + SECOND_MS;
}
