import type { Account } from './account.ts';
import { json } from './answer.ts';
import type { Answer } from './answer.ts';
import { keyOrQuota } from './refusals.ts';

/** Credits left in the billing period, or null when the plan is unlimited. */
export function remaining(account: Account): number | null {
  // Costs are fractions such as 0.2, so the difference is rounded to hundredths.
  return account.unlimited ? null : Math.round((account.limit - account.used) * 100) / 100;
}

/** POST /v1/credits */
export function answerCredits(account: Account): Answer {
  return json(200, {
    used: account.used,
    remaining: remaining(account),
    limit: account.unlimited ? 0 : account.limit,
    is_unlimited: account.unlimited,
    resets_at: account.resets_at,
    enabled_features: account.features,
  });
}

/** @throws Refusal 403 when the plan lacks the feature or its credits do not cover the cost. */
export function requireCredits(account: Account, feature: string, cost: number): void {
  const left = remaining(account);
  if (!account.features.includes(feature) || (left !== null && left < cost)) throw keyOrQuota();
}

/** The headers of a parse answer: what this request cost and what is left. */
export function creditHeaders(account: Account, cost: number): Record<string, string> {
  const left = remaining(account);
  return {
    'X-Credits-Used': String(cost),
    ...(left !== null && { 'X-Credits-Remaining': String(left) }),
  };
}
