import { creditWords } from './creditWords.ts';
import type { HttpAnswer } from './http.ts';
import { DEFAULT_WAIT_MS, retryAfterSeconds } from './retryAfter.ts';
import { SANDBOX_KEY } from './sandbox.ts';
import { atOurClock, serverNow } from './answerDate.ts';

/** Requests per minute that the documentation allows: the authentication and sandbox pages, and the FAQ. */
export function documentedLimit(key: string): number {
  return key === SANDBOX_KEY ? 10 : 60;
}

/** What an answer says about the requests to come. Times are milliseconds since the epoch by this computer's clock. */
export interface RateLimitWords {
  /** Requests per minute. */
  readonly limit: number | undefined;
  /** Requests left until `resetAt`. */
  readonly remaining: number | undefined;
  readonly resetAt: number | undefined;
  /** The service asks that nothing is sent before. */
  readonly notBefore: number | undefined;
}

/** No header keeps this computer from asking for longer than that. */
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Reads `X-RateLimit-*` and `Retry-After`. Nobody documents them for this service, so nonsense is ignored.
 * @param now this computer's clock
 */
export function rateLimitWords(answer: HttpAnswer, now: number): RateLimitWords {
  const { headers, status } = answer;
  const limit = wholeNumber(headers['x-ratelimit-limit']);
  const resetAt = resetTime(answer, now);
  const retryAfter = retryAfterSeconds(headers['retry-after'], serverNow(answer, now));
  // A quota is no limit on requests: whoever asks for the credits afterwards is not kept waiting.
  const ofCredits = creditWords(answer) !== undefined;
  const notBefore = ofCredits
    ? undefined
    : retryAfter === undefined
      ? status === 429
        ? (resetAt ?? now + DEFAULT_WAIT_MS)
        : undefined
      : now + Math.min(retryAfter * 1000, DAY_MS);
  return {
    limit: limit === 0 ? undefined : limit,
    remaining: wholeNumber(headers['x-ratelimit-remaining']),
    resetAt,
    notBefore,
  };
}

/** As unix seconds, which is what most services send; a number too small for that is seconds from now. */
function resetTime(answer: HttpAnswer, now: number): number | undefined {
  const reset = wholeNumber(answer.headers['x-ratelimit-reset']);
  if (reset === undefined) return undefined;
  const isUnixTime = reset > 1e9;
  const time = isUnixTime ? atOurClock(reset * 1000, answer, now) : now + reset * 1000;
  return Math.min(Math.max(time, now), now + DAY_MS);
}

function wholeNumber(header: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,12})\s*$/.exec(header ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
