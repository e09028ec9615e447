import { TIER_LIMITS, type Tier } from '../../../src/ask/tiers.ts';

const MINUTE_MS = 60_000;

/** What one key may do and has done: its tier, its requests of the last minute, what it spent this month. */
export class KeyUse {
  readonly tier: Tier;
  /** US dollars a month. */
  budget: number;
  spent = 0;
  tokens = 0;
  requests = 0;
  #minute = { since: 0, requests: 0 };

  constructor(tier: Tier) {
    this.tier = tier;
    this.budget = Number(TIER_LIMITS[tier].perMonth.toString());
  }

  get perMinute(): number {
    return TIER_LIMITS[this.tier].perMinute;
  }

  /** Counts a request. @param now ms since 1970 @returns whether it is within the limit */
  count(now: number): boolean {
    if (now - this.#minute.since >= MINUTE_MS) this.#minute = { since: now, requests: 0 };
    if (this.#minute.requests >= this.perMinute) return false;
    this.#minute.requests += 1;
    this.requests += 1;
    return true;
  }

  /** The three headers of the documentation; the reset in unix seconds. */
  headers(): Record<string, string> {
    return {
      'X-RateLimit-Limit': String(this.perMinute),
      'X-RateLimit-Remaining': String(this.perMinute - this.#minute.requests),
      'X-RateLimit-Reset': String(Math.ceil((this.#minute.since + MINUTE_MS) / 1000)),
    };
  }

  spend(tokens: number, cost: number): void {
    this.tokens += tokens;
    this.spent = Number((this.spent + cost).toFixed(6));
  }
}
