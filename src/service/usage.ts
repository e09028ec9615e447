import type * as z from 'zod/mini';
import type { UsageList, UsageRequest, UsageSummary } from '../usage/report.ts';
import { answeredRequestId } from './answeredRequestId.ts';
import { askAccount, notAnswered } from './askAccount.ts';
import type { CallService } from './client.ts';
import type { Credential } from './credential.ts';
import { newRequestId } from './requestId.ts';
import { usageAnswer, usageEntry, usageFeature, usageSummaryAnswer } from './schemas.ts';
import { sendFree } from './sendFree.ts';
import { serviceTime } from './serviceTime.ts';

/** Milliseconds since the epoch. */
export interface UsagePeriod {
  readonly from: number;
  /** Now, when it is left out. */
  readonly to?: number | undefined;
}

/** What the log lists, and under which id it was asked. */
export interface ListedUsage extends UsageList {
  readonly askedAs: string;
  /** The `X-Request-ID` of the answer: the same, where the service keeps the ids that it is given. */
  readonly answeredAs: string | undefined;
}

/**
 * The requests made with a key and its access tokens, newest first. Entries that make no sense are left out.
 * @param ask `limit` is 1 to `MOST_LISTED`
 * @throws AppError; an access token may not ask
 */
export async function fetchUsage(
  call: CallService,
  credential: Credential,
  { limit, ...period }: UsagePeriod & { readonly limit: number },
  signal: AbortSignal,
): Promise<ListedUsage> {
  const askedAs = newRequestId();
  const told = await askAccount(call, {
    path: '/v1/usage',
    credential,
    json: { ...asJson(period), limit },
    requestId: askedAs,
    signal,
    through: sendFree(),
  });
  const parsed = usageAnswer.safeParse(told.body);
  if (!parsed.success) throw notAnswered(told);
  const { logs } = parsed.data;
  return {
    requests: sensible(logs, usageEntry).map(asRequest),
    sent: logs.length,
    askedAs,
    answeredAs: answeredRequestId(told.answer),
  };
}

/**
 * What was used in a period, by feature. Features that make no sense are left out, the totals are the service's own.
 * @throws AppError; an access token may not ask
 */
export async function fetchUsageSummary(
  call: CallService,
  credential: Credential,
  period: UsagePeriod,
  signal: AbortSignal,
): Promise<UsageSummary> {
  const told = await askAccount(call, {
    path: '/v1/usage/summary',
    credential,
    json: asJson(period),
    signal,
    through: sendFree(),
  });
  const parsed = usageSummaryAnswer.safeParse(told.body);
  if (!parsed.success) throw notAnswered(told);
  const { total_credits, total_requests, by_feature } = parsed.data.summary;
  return {
    totalCredits: total_credits,
    totalRequests: total_requests,
    byFeature: sensible(by_feature ?? [], usageFeature),
  };
}

function asJson({ from, to }: UsagePeriod): { start_time: string; end_time?: string } {
  return {
    start_time: new Date(from).toISOString(),
    ...(to === undefined ? {} : { end_time: new Date(to).toISOString() }),
  };
}

function sensible<T>(items: readonly unknown[], schema: z.ZodMiniType<T>): T[] {
  return items.flatMap((item) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

function asRequest(entry: z.infer<typeof usageEntry>): UsageRequest {
  return {
    requestId: entry.request_id,
    feature: entry.feature ?? undefined,
    path: entry.path ?? undefined,
    status: entry.status_code ?? undefined,
    credits: entry.credits ?? undefined,
    at: serviceTime(entry.timestamp),
  };
}
