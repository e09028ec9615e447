import { backoffMs } from './backoff.ts';
import { creditWords } from './creditWords.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import type { AppError } from './appError.ts';
import { isAppError } from './appError.ts';
import { answerFacts } from './refusal.ts';
import { DEFAULT_WAIT_MS } from './retryAfter.ts';
import type { Timing } from './timing.ts';

export interface ResendRules {
  /** Whether a request that was answered so is sent again. */
  readonly afterAnswer: (answer: HttpAnswer) => boolean | Promise<boolean>;
  /** Whether a request that failed so is sent again. */
  readonly afterProblem: (problem: AppError) => boolean;
  /** Told the time of each further try, in milliseconds since the epoch. */
  readonly onWait: (until: number) => void;
  readonly timing: Timing;
}

const MAX_TRIES = 3;
/** A longer wait is told to the user instead of being sat out. */
export const LONGEST_WAIT_SECONDS = 300;

/**
 * Sends a request, three times at most. `Retry-After` rules where it is given.
 * @throws AppError as `send` does
 */
export async function resend(
  send: SendHttp,
  request: HttpRequest,
  { afterAnswer, afterProblem, onWait, timing }: ResendRules,
): Promise<HttpAnswer> {
  for (let tries = 1; ; tries++) {
    let wait = backoffMs(tries, timing.random());
    try {
      const answer = await send(request);
      // Credits that are used up do not come back within minutes, whatever the status.
      const isFinal = creditWords(answer) !== undefined || !(await afterAnswer(answer));
      if (isFinal || tries === MAX_TRIES) return answer;
      wait = answerWaitMs(answer, timing) ?? wait;
      if (wait > LONGEST_WAIT_SECONDS * 1000) return answer;
    } catch (error) {
      if (!isAppError(error) || !afterProblem(error) || tries === MAX_TRIES) throw error;
    }
    onWait(timing.now() + wait);
    await timing.sleep(wait, request.signal);
  }
}

/** `undefined` when the answer says nothing about a time: then it is a failure like any other. */
function answerWaitMs(answer: HttpAnswer, timing: Timing): number | undefined {
  const seconds = answerFacts(answer, timing.now()).retryAfter;
  if (seconds !== undefined) return seconds * 1000;
  const asksToWait = answer.status === 429 || 'retry-after' in answer.headers;
  return asksToWait ? DEFAULT_WAIT_MS : undefined;
}
