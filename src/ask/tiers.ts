import { Decimal } from '../portfolio/decimal.ts';

export const TIERS = ['free', 'pro', 'enterprise'] as const;
export type Tier = (typeof TIERS)[number];

/** What a key may do, by the kind of key. */
export interface TierLimits {
  readonly perMinute: number;
  /** US dollars a month. */
  readonly perMonth: Decimal;
  readonly timeoutSeconds: number;
}

/**
 * As the service's authentication page documents them. Those of `enterprise` are agreed on with each customer; here they are what
 * the service's code starts with, and the settings say otherwise.
 */
export const TIER_LIMITS: Readonly<Record<Tier, TierLimits>> = {
  free: { perMinute: 10, perMonth: dollars('0.10'), timeoutSeconds: 60 },
  pro: { perMinute: 100, perMonth: dollars('1.00'), timeoutSeconds: 300 },
  enterprise: { perMinute: 100, perMonth: dollars('10.00'), timeoutSeconds: 600 },
};

/** What the person allows, where that is less or other than the tier. */
export interface AskLimits extends TierLimits {
  /** US dollars a question may cost at the most. */
  readonly perQuestion: Decimal;
  /** Tokens a day (UTC), as the person says that the key has; left out where it has no such limit. */
  readonly tokensPerDay?: number | undefined;
}

function dollars(numeral: string): Decimal {
  return Decimal.parse(numeral) ?? Decimal.zero;
}
