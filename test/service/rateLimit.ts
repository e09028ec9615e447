import type { Account } from './account.ts';
import { tooManyRequests } from './refusals.ts';

const windowMs = 60_000;

/** Counts an account's requests over the last minute, on all endpoints together. */
export class RateLimit {
  readonly #admitted = new Map<Account, number[]>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @throws Refusal 429 with Retry-After: seconds until the oldest counted request is a minute old. */
  admit(account: Account): void {
    const now = this.#now();
    const recent = this.#recent(account);
    const oldest = recent[0];
    if (oldest !== undefined && recent.length >= account.requestsPerMinute) {
      throw tooManyRequests(Math.ceil((oldest + windowMs - now) / 1000));
    }
    this.#admitted.set(account, [...recent, now]);
  }

  /** The reset is when one more request is allowed, in unix seconds rounded up. */
  headers(account: Account): Record<string, string> {
    if (!account.rateLimitHeaders) return {};
    const recent = this.#recent(account);
    const reset = (recent[0] ?? this.#now() - windowMs) + windowMs;
    return {
      'X-RateLimit-Limit': String(account.requestsPerMinute),
      'X-RateLimit-Remaining': String(Math.max(0, account.requestsPerMinute - recent.length)),
      'X-RateLimit-Reset': String(Math.ceil(reset / 1000)),
    };
  }

  #recent(account: Account): number[] {
    const now = this.#now();
    return (this.#admitted.get(account) ?? []).filter((at) => now - at < windowMs);
  }
}
