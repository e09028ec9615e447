import type { HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import { saysUnprocessed } from './refusal.ts';
import { resend } from './resend.ts';
import { type Timing, realTiming } from './timing.ts';

/**
 * Sends a request that may cost a credit or change something. It is sent again only when the first one provably was
 * not processed: connection refused, 429, or 503 with `Retry-After`.
 * @param isUnprocessed whether the service's word is enough that it did not; without it, it is
 * @param onWait told the time of each further try, in milliseconds since the epoch
 * @throws AppError as `send` does
 */
export function sendWhenSafe(
  send: SendHttp,
  request: HttpRequest,
  onWait: (until: number) => void,
  timing: Timing = realTiming,
  isUnprocessed: (answer: HttpAnswer) => Promise<boolean> = () => Promise.resolve(true),
): Promise<HttpAnswer> {
  return resend(send, request, {
    afterAnswer: async (answer) => saysUnprocessed(answer) && (await isUnprocessed(answer)),
    afterProblem: ({ kind }) => kind === 'connectionRefused',
    onWait,
    timing,
  });
}
