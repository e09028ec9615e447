import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { inSeconds } from './account.ts';
import type { Account } from './account.ts';
import { json } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import { readJson } from './jsonBody.ts';
import type { Keys } from './keys.ts';

interface IssuedToken {
  account: Account;
  expiresAt: number;
}

/** The short-lived `at_` tokens made from a key. */
export class AccessTokens {
  readonly #issued = new Map<string, IssuedToken>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(account: Account, minutes: number): string {
    const token = `at_${randomBytes(24).toString('base64url')}`;
    this.#issued.set(token, { account, expiresAt: this.#now() + minutes * 60_000 });
    return token;
  }

  owner(token: string): Account | undefined {
    return this.#issued.get(token)?.account;
  }

  /** When a token ends, in ms since 1970; undefined for one that was never issued. */
  expiresAt(token: string): number | undefined {
    return this.#issued.get(token)?.expiresAt;
  }

  /** Why a token is not valid, or null when it is. */
  problem(token: string): string | null {
    const issued = this.#issued.get(token);
    if (!issued || issued.account.revoked) return 'Invalid token';
    return this.#now() < issued.expiresAt ? null : 'Token has expired';
  }
}

const createBody = z.object({ expiry_minutes: z.int().min(1).max(60).default(60) });

/** POST /v1/token */
export function createToken(call: Call, account: Account, tokens: AccessTokens): Answer {
  const { expiry_minutes: minutes } = readJson(call, createBody);
  return json(200, {
    access_token: tokens.issue(account, minutes),
    token_type: 'api_key',
    expires_in: minutes * 60,
  });
}

const verifyBody = z.object({ access_token: z.string().optional() });

/**
 * POST /v1/token/verify, in both documented forms: without a body the token under test is in
 * `x-api-key`; with `{access_token}` the header has a key, and the answer tells when it ends.
 * @throws Refusal 401 without a key header, 403 when the body form comes with a wrong key.
 */
export function verifyToken(call: Call, keys: Keys, tokens: AccessTokens): Answer {
  const { access_token: named } = readJson(call, verifyBody);
  if (named !== undefined || call.apiKey === undefined) keys.requireKeyOrToken(call.apiKey);

  const token = named ?? call.apiKey ?? '';
  const problem = tokens.problem(token);
  if (problem !== null) return json(200, { valid: false, error: problem });

  const expiresAt = tokens.expiresAt(token);
  return json(200, {
    valid: true,
    masked_api_key: masked(tokens.owner(token)?.key ?? ''),
    ...(named !== undefined && expiresAt !== undefined && { expires_at: inSeconds(expiresAt) }),
  });
}

/** `sk_abc1…ef23` as the service shows it: `abc1****ef23`. */
function masked(key: string): string {
  const secret = key.replace(/^sk_/, '');
  return `${secret.slice(0, 4)}****${secret.slice(-4)}`;
}
