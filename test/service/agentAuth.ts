import { z } from 'zod';

import type { Account } from './account.ts';
import { json } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import { readJson } from './jsonBody.ts';
import { detail } from './refusals.ts';

const lifeMs = 10 * 60 * 1000;

interface SignIn {
  openedAt: number;
  state: 'open' | 'approved' | 'delivered';
}

/** Sign-ins by browser: a token made by the client, approved on a page, its key delivered once. */
export class AgentAuth {
  readonly #signIns = new Map<string, SignIn>();
  readonly #account: Account;
  readonly #now: () => number;

  constructor(account: Account, now: () => number) {
    this.#account = account;
    this.#now = now;
  }

  /** The page was opened: the token's ten minutes start. @throws Refusal 400 for a bad length. */
  open(token: string): void {
    this.#signIn(token);
  }

  /**
   * What the page's Approve button does.
   * @throws Refusal 400 for a bad length or an ended life, 409 when it was approved before.
   */
  approve(token: string): void {
    const signIn = this.#signIn(token);
    if (signIn.state !== 'open') {
      throw detail(409, 'Token already approved or storage unavailable');
    }
    if (this.#ended(signIn)) throw detail(400, 'Token has expired');
    signIn.state = 'approved';
  }

  /**
   * GET /v1/agent-auth/token/{token}. An unknown, ended or delivered token is `pending`, as one
   * that waits.
   * @throws Refusal 400 for a bad length.
   */
  poll(token: string): Answer {
    requireLength(token);
    const signIn = this.#signIns.get(token);
    if (signIn?.state !== 'approved' || this.#ended(signIn))
      return json(200, { status: 'pending' });
    signIn.state = 'delivered';
    const { key, email } = this.#account;
    return json(200, { status: 'approved', api_key: key, email });
  }

  #signIn(token: string): SignIn {
    requireLength(token);
    const signIn = this.#signIns.get(token) ?? { openedAt: this.#now(), state: 'open' };
    this.#signIns.set(token, signIn);
    return signIn;
  }

  #ended(signIn: SignIn): boolean {
    return this.#now() - signIn.openedAt >= lifeMs;
  }
}

const approval = z.object({ id_token: z.string(), client_name: z.string().optional() });

/**
 * POST /v1/agent-auth/token/{token}/approve, sent by the page.
 * @throws Refusal 401 for an empty identity token, and as `AgentAuth.approve`.
 */
export function answerApprove(
  call: Call,
  token: string,
  agentAuth: AgentAuth,
  email: string,
): Answer {
  if (readJson(call, approval).id_token === '') throw detail(401, 'Invalid identity token');
  agentAuth.approve(token);
  return json(200, { status: 'approved', email });
}

function requireLength(token: string): void {
  if (token.length < 16 || token.length > 128) throw detail(400, 'Token must be 16-128 characters');
}
