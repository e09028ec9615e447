import { AppError } from './appError.ts';
import type { RateLimitWords } from './rateLimits.ts';
import { LONGEST_WAIT_SECONDS } from './resend.ts';
import type { Timing } from './timing.ts';
import { unlessCancelled } from './unlessCancelled.ts';

/** The minute of the limit and a second: requests may arrive closer together than they were sent. */
const MINUTE_MS = 61_000;
/** A sleeper looks at the clock this often: the computer may have slept, or an answer may have changed the limit. */
const LOOK_MS = 1_000;
/** The two clocks are never read at the same moment, and one of them is corrected by a little all the time. */
const SKEW_MS = 500;

interface Waiter {
  readonly onWait: ((until: number) => void) | undefined;
  told: number;
  /** What `onWait` threw. */
  failure?: Error;
}

/** The requests that the service counts together, one after another in the order in which they came. */
export class RateLimitBucket {
  readonly #timing: Timing;
  readonly #window: number;
  #limit: number;
  /** When the requests of the last window were sent, oldest first. */
  #sent: number[] = [];
  /** Requests sent so far: the number of the last one. */
  #count = 0;
  /** The last request whose answer told what remains: an older request's answer may come later and knows less. */
  #heardOf = 0;
  #notBefore = 0;
  #budget = { left: Infinity, resetAt: 0 };
  #waiting: Waiter[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #lastLook: { readonly now: number; readonly monotonic: number };

  /**
   * @param limit requests per window, until an answer says otherwise
   * @param windowMs in milliseconds; a minute and a second when left out
   */
  constructor(limit: number, timing: Timing, windowMs = MINUTE_MS) {
    this.#limit = limit;
    this.#window = windowMs;
    this.#timing = timing;
    this.#lastLook = { now: timing.now(), monotonic: timing.monotonic() };
  }

  /** True when forgetting this lane changes nothing. */
  get idle(): boolean {
    const now = this.#now();
    const sentLately = this.#sent.some((at) => now - at < this.#window);
    return (
      !sentLately &&
      this.#waiting.length === 0 &&
      now >= this.#notBefore &&
      this.#budget.resetAt <= now
    );
  }

  /**
   * Waits until the next request may be sent.
   * @returns the number of the request
   * @throws AppError `cancelled`; `rateLimited` when the wait is too long to be sat out
   */
  async admit(signal: AbortSignal, onWait?: (until: number) => void): Promise<number> {
    const waiter: Waiter = { onWait, told: 0 };
    const mustQueue = this.#waiting.length > 0;
    this.#waiting.push(waiter);
    const before = this.#last;
    const { promise, resolve: leave } = Promise.withResolvers<unknown>();
    this.#last = promise;
    try {
      this.#tellWaiting();
      if (mustQueue) await unlessCancelled(before, signal);
      for (let wait = this.#wait(); wait > 0; wait = this.#wait()) {
        this.#tellWaiting();
        if (waiter.failure) throw waiter.failure;
        await this.#timing.sleep(Math.min(wait, LOOK_MS), signal);
      }
      this.#sent.push(this.#now());
      this.#budget.left -= 1;
      return ++this.#count;
    } finally {
      this.#waiting = this.#waiting.filter((other) => other !== waiter);
      // Whoever leaves early leaves those before it in their place.
      void before.then(leave);
    }
  }

  /** Takes in what the answer to a request says about the requests to come. */
  observe(request: number, { limit, remaining, resetAt, notBefore }: RateLimitWords): void {
    if (notBefore !== undefined) this.#notBefore = Math.max(this.#notBefore, notBefore);
    if (request > this.#heardOf) {
      if (limit !== undefined) this.#limit = limit;
      if (remaining !== undefined && resetAt !== undefined) {
        this.#heardOf = request;
        // Those sent since were not counted yet.
        this.#budget = { left: remaining - (this.#count - request), resetAt };
      }
    }
    this.#tellWaiting();
  }

  /** Milliseconds until the next request may be sent. @throws AppError `rateLimited` */
  #wait(): number {
    const now = this.#now();
    this.#sent = this.#sent.filter((at) => now - at < this.#window);
    const wait = this.#freeAt(this.#sent, this.#budget.left, now) - now;
    if (wait > LONGEST_WAIT_SECONDS * 1000)
      throw new AppError('rateLimited', { retryAfter: Math.ceil(wait / 1000), mayBeBilled: false });
    return wait;
  }

  #freeAt(sent: readonly number[], left: number, now: number): number {
    const full = sent.at(-this.#limit);
    return Math.max(
      now,
      this.#notBefore,
      full === undefined ? 0 : full + this.#window,
      left < 1 ? this.#budget.resetAt : 0,
    );
  }

  /** Tells all who wait when their turn will be, as far as it can be known now. */
  #tellWaiting(): void {
    const now = this.#now();
    const sent = [...this.#sent];
    let { left } = this.#budget;
    for (const waiter of this.#waiting) {
      const at = this.#freeAt(sent, left, now);
      if (at > now && at !== waiter.told) {
        waiter.told = at;
        try {
          waiter.onWait?.(at);
        } catch (cause) {
          // Its own matter: whoever learns of the new time here may have an answer in hand that was paid for.
          waiter.failure = new Error('onWait failed', { cause });
        }
      }
      sent.push(at);
      left -= 1;
    }
  }

  /**
   * A clock that was set back takes everything that was noted by it along, or the lane would stand for hours. Set forward, it takes what
   * was sent along, or more would be sent than is permitted; a computer that slept may look the same, and waits for the length of the
   * window once more at the most.
   */
  #now(): number {
    const now = this.#timing.now();
    const monotonic = this.#timing.monotonic();
    const setBy = now - this.#lastLook.now - (monotonic - this.#lastLook.monotonic);
    this.#lastLook = { now, monotonic };
    if (Math.abs(setBy) > SKEW_MS) this.#sent = this.#sent.map((at) => at + setBy);
    if (setBy < -SKEW_MS) {
      this.#notBefore += setBy;
      this.#budget.resetAt += setBy;
    }
    return now;
  }
}
