import type { SendHttp } from './http.ts';
import { RateLimitBucket } from './rateLimitBucket.ts';
import { documentedLimit, rateLimitWords } from './rateLimits.ts';
import type { Timing } from './timing.ts';

/** As with the minute of CAS Parser, and a second: requests may arrive closer together than they were sent. */
const HOUR_MS = 3_601_000;

export interface RateLimiterOptions {
  /** Told when the request will be sent, in milliseconds since the epoch, each time that this changes. */
  readonly onWait?: ((until: number) => void) | undefined;
  /** What the service counts the credential under, where that is known to be shared. */
  readonly countedAs?: string | undefined;
  /** The credential; what is in `x-api-key` when left out. */
  readonly key?: string | undefined;
  /** Requests an hour that the system documents; CAS Parser counts by the minute. */
  readonly perHour?: number | undefined;
  /** Requests a minute, where that is not what CAS Parser documents. */
  readonly perMinute?: number | undefined;
}

/**
 * Keeps the rate limits, so that the service has no reason to answer 429: the documented ones until an answer says
 * otherwise, and whatever `X-RateLimit-*` and `Retry-After` ask for.
 */
export class RateLimiter {
  readonly #timing: Timing;
  /** By origin and credential, which stay in memory. */
  readonly #lanes = new Map<string, RateLimitBucket>();

  constructor(timing: Timing) {
    this.#timing = timing;
  }

  /**
   * Sends when the limit allows. A request without a key is sent at once: an approval poll keeps its own pace.
   * @throws AppError as `send` does; `cancelled` and `rateLimited` with `mayBeBilled` false when it was not sent at all
   */
  paced(send: SendHttp, options: RateLimiterOptions = {}): SendHttp {
    const { onWait, countedAs, key: own } = options;
    return async (request) => {
      const key = own ?? request.headers['x-api-key'];
      if (key === undefined) return send(request);
      const lane = this.#lane(`${request.url.origin} ${countedAs ?? key}`, key, options);
      const number = await lane.admit(request.signal, onWait);
      const answer = await send(request);
      lane.observe(number, rateLimitWords(answer, this.#timing.now()));
      return answer;
    };
  }

  #lane(name: string, key: string, { perHour, perMinute }: RateLimiterOptions): RateLimitBucket {
    const known = this.#lanes.get(name);
    if (known) return known;
    // Access tokens come and go.
    for (const [other, lane] of this.#lanes) if (lane.idle) this.#lanes.delete(other);
    const lane =
      perHour === undefined
        ? new RateLimitBucket(perMinute ?? documentedLimit(key), this.#timing)
        : new RateLimitBucket(perHour, this.#timing, HOUR_MS);
    this.#lanes.set(name, lane);
    return lane;
  }
}
