import { askAccount, notAnswered } from './askAccount.ts';
import type { Call, CallService } from './client.ts';
import type { Credential } from './credential.ts';
import { creditsAnswer } from './schemas.ts';
import { sendFree } from './sendFree.ts';

/** What an account may still spend. Numbers are credits and may be fractions (0.2, 0.25, 0.5). */
export interface Credits {
  readonly used: number | undefined;
  /** `null` means unlimited; `undefined` means the service did not say. */
  readonly remaining: number | null | undefined;
  readonly limit: number | undefined;
  /** ISO date or date-time. */
  readonly resetsAt: string | undefined;
  /** `undefined` when the service did not say, so that nothing is concluded from a feature's absence. */
  readonly features: readonly string[] | undefined;
}

/** Reads the answer to `POST /v1/credits`; `undefined` when it is not one. */
export function readCredits(answer: unknown): Credits | undefined {
  const parsed = creditsAnswer.safeParse(answer);
  if (!parsed.success) return undefined;
  const {
    used,
    remaining,
    limit,
    is_unlimited,
    resets_at,
    reset_date,
    enabled_features,
    features,
  } = parsed.data;
  if (used == null && remaining === undefined && is_unlimited == null) return undefined;
  return {
    used: used ?? undefined,
    // The specification's `remaining: null` is "unlimited"; the flag alone says the same.
    remaining: is_unlimited === true ? null : remaining,
    limit: limit ?? undefined,
    resetsAt: resets_at ?? reset_date ?? undefined,
    features: enabled_features ?? features ?? undefined,
  };
}

export interface CreditsOptions {
  /** Ask again, three times in all, when the service or the way to it fails for a moment. */
  readonly retry?: boolean;
  readonly insist?: Call['insist'];
  readonly onWait?: Call['onWait'];
}

/**
 * What the account has left; asking is free of charge.
 * @throws AppError; `keyRefused` for a 401 or 403, which on this endpoint can only mean the key
 */
export async function fetchCredits(
  call: CallService,
  credential: Credential,
  signal: AbortSignal,
  { retry = false, insist, onWait }: CreditsOptions = {},
): Promise<Credits> {
  const told = await askAccount(call, {
    path: '/v1/credits',
    credential,
    signal,
    insist,
    onWait,
    ...(retry && { through: sendFree(onWait) }),
  });
  const credits = readCredits(told.body);
  if (!credits) throw notAnswered(told);
  return credits;
}
