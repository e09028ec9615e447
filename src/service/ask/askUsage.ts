import * as z from 'zod/mini';
import { askRefusal } from '../../ask/askRefusal.ts';
import { Decimal } from '../../portfolio/decimal.ts';
import type { CallService } from '../client.ts';
import type { Credential } from '../credential.ts';
import { parseJson } from '../json.ts';
import { AppError } from '../appError.ts';
import { type RateLimitWords, rateLimitWords } from '../rateLimits.ts';

const TIMEOUT_MS = 10_000;

const number = z.catch(z.optional(z.nullable(z.number())), undefined);
const usage = z.object({
  total_tokens: number,
  total_cost: number,
  total_requests: number,
  limit: number,
  remaining: number,
});

/** What the service counts for the key this month. Costs are US dollars; null where it does not say. */
export interface MonthOfUse {
  readonly tokens: number | null;
  readonly cost: Decimal | null;
  readonly requests: number | null;
  readonly limit: Decimal | null;
  readonly remaining: Decimal | null;
  /** As far as the headers say. */
  readonly rate: RateLimitWords;
}

/**
 * Asks what was used this month: it costs nothing, and only a key in order is answered.
 * @throws AppError as the refusals of a question; `answerUnknown` where the service has no such address
 */
export async function askUsage(
  call: CallService,
  credential: Credential,
  signal: AbortSignal,
  now = Date.now(),
): Promise<MonthOfUse> {
  const answer = await call({
    method: 'GET',
    path: '/usage?period=month',
    loggedPath: '/usage',
    credential,
    signal,
    timeoutMs: TIMEOUT_MS,
    insist: true,
  });
  const body = parseJson(answer.text);
  // Other servers of this kind have no such address.
  if (answer.status === 404 || answer.status === 405)
    throw new AppError('answerUnknown', { httpStatus: answer.status, mayBeBilled: false });
  const problem = askRefusal(answer, body, [credential.key]);
  if (problem) throw problem;
  const read = usage.safeParse(body).data;
  if (!read) throw new AppError('answerUnknown', { httpStatus: answer.status, mayBeBilled: false });
  return {
    tokens: read.total_tokens ?? null,
    cost: dollars(read.total_cost),
    requests: read.total_requests ?? null,
    limit: dollars(read.limit),
    remaining: dollars(read.remaining),
    rate: rateLimitWords(answer, now),
  };
}

function dollars(amount: number | null | undefined): Decimal | null {
  return typeof amount === 'number' && amount >= 0 ? Decimal.fromNumber(amount) : null;
}
