import type { CallService } from '../client.ts';
import { notAnswered } from '../askAccount.ts';
import { parseJson } from '../json.ts';
import { loginAnswer } from '../schemas.ts';
import { sendWhenSafe } from '../sendWhenSafe.ts';
import { atOurClock } from '../answerDate.ts';
import { serviceTime } from '../serviceTime.ts';
import { gatewayRefusal } from './gatewayRefusal.ts';

/** What a login or its refresh gives. */
export interface LoginGrant {
  readonly token: string;
  readonly refreshToken: string | undefined;
  /** Milliseconds since the epoch by this computer's clock. */
  readonly expiresAt: number | undefined;
}

/** `now` in milliseconds since the epoch. */
export interface LoginManner {
  readonly signal: AbortSignal;
  readonly now: () => number;
}

const TIMEOUT_MS = 10_000;

/**
 * Signs in with a password, which is sent and not kept.
 * @param field what the gateway calls the user
 * @throws AppError `signInRefused` for a wrong password
 */
export function logIn(
  call: CallService,
  path: string,
  who: { readonly field: 'username' | 'email'; readonly user: string; readonly password: string },
  manner: LoginManner,
): Promise<LoginGrant> {
  const body = { [who.field]: who.user, password: who.password };
  return post(call, path, { body, secrets: [who.password] }, manner);
}

/** Gets a new token for an old refresh token. A gateway that hands out no other keeps the old one good. @throws AppError */
export function refreshLogin(
  call: CallService,
  path: string,
  refreshToken: string,
  manner: LoginManner,
): Promise<LoginGrant> {
  const body = { grant_type: 'refresh_token', refresh_token: refreshToken };
  return post(call, path, { body, secrets: [refreshToken] }, manner);
}

async function post(
  call: CallService,
  path: string,
  { body, secrets }: { readonly body: object; readonly secrets: readonly string[] },
  { signal, now }: LoginManner,
): Promise<LoginGrant> {
  const answer = await call({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeoutMs: TIMEOUT_MS,
    signal,
    through: (send, timing) => (http) => sendWhenSafe(send, http, () => undefined, timing),
  });
  const json = parseJson(answer.text);
  const refused = gatewayRefusal(answer, json, secrets);
  if (refused) throw refused;
  const parsed = loginAnswer.safeParse(json);
  const token = parsed.data?.token ?? parsed.data?.access_token;
  if (!parsed.data || token == null) throw notAnswered({ answer, body: json });
  const receivedAt = now();
  const { expires_at, expires_in, refresh_token } = parsed.data;
  const at = serviceTime(expires_at);
  const expiresAt =
    at === undefined
      ? expires_in == null
        ? undefined
        : receivedAt + expires_in * 1000
      : atOurClock(at, answer, receivedAt);
  return { token, refreshToken: refresh_token ?? undefined, expiresAt };
}
