import { askAccount, notAnswered } from './askAccount.ts';
import type { AccountAnswer } from './askAccount.ts';
import type { Call, CallService } from './client.ts';
import type { Credential } from './credential.ts';
import { type AppError, isAppError } from './appError.ts';
import { mintedToken, verifiedToken } from './schemas.ts';
import { sendFree } from './sendFree.ts';
import { sendWhenSafe } from './sendWhenSafe.ts';
import { atOurClock } from './answerDate.ts';
import { serviceTime } from './serviceTime.ts';
import { tellableWords } from './withoutSecrets.ts';

/** An access token is presented like a key, for parsing only, and ends by itself. */
export interface MintedToken {
  readonly token: string;
  /** Milliseconds since the epoch by this computer's clock. */
  readonly expiresAtMs: number;
  /** How long it lives, as granted. */
  readonly minutes: number;
}

export interface VerifiedToken {
  readonly valid: boolean;
  /** The key it was made from, as the service shows it, such as `abc1****ef23`. */
  readonly maskedKey: string | undefined;
  /** Milliseconds since the epoch by this computer's clock; only one of the two forms tells. */
  readonly expiresAt: number | undefined;
  /** Why it is not valid, in the service's words without secrets. Hostile until shown as text. */
  readonly says: string | undefined;
}

/** `now` in milliseconds since the epoch. */
export interface MintOptions extends Pick<Call, 'signal' | 'insist' | 'onWait'> {
  readonly now?: () => number;
}

/**
 * Makes an access token from a key.
 * @param minutes 1 to 60
 * @throws AppError; an access token cannot make another (`refused`)
 */
export async function mintAccessToken(
  call: CallService,
  credential: Credential,
  minutes: number,
  { signal, insist, onWait = () => undefined, now = Date.now }: MintOptions,
): Promise<MintedToken> {
  const told = await askAccount(call, {
    path: '/v1/token',
    credential,
    json: { expiry_minutes: minutes },
    signal,
    insist,
    onWait,
    through: (send, timing) => (http) => sendWhenSafe(send, http, onWait, timing),
  });
  const receivedAt = now();
  const parsed = mintedToken.safeParse(told.body);
  if (!parsed.success) throw notAnswered(told);
  const { access_token: token, expires_in: seconds } = parsed.data;
  const lives = seconds ?? minutes * 60;
  return { token, expiresAtMs: receivedAt + lives * 1000, minutes: lives / 60 };
}

/**
 * Asks whether an access token is valid. The specification has no body and the token where a key goes; the
 * authentication page sends the token in the body, with the key it belongs to. The second form is for a service that
 * does not take the first.
 * @param credential without `key` only the first form is tried
 * @throws AppError; `keyRefused` is about the key
 */
export async function verifyAccessToken(
  call: CallService,
  credential: { readonly origin: string; readonly key?: string },
  token: string,
  signal: AbortSignal,
): Promise<VerifiedToken> {
  const { origin } = credential;
  const key = credential.key === token ? undefined : credential.key;
  const secrets = key === undefined ? [token] : [token, key];
  const ask = (presented: string, body: { json?: object }) =>
    askAccount(call, {
      path: '/v1/token/verify',
      credential: { key: presented, origin },
      ...body,
      secrets,
      signal,
      through: sendFree(),
    });
  try {
    return readVerdict(await ask(token, {}), secrets);
  } catch (error) {
    if (!isAppError(error) || !mayKnowOtherForm(error)) throw error;
    if (key !== undefined)
      return readVerdict(await ask(key, { json: { access_token: token } }), secrets);
    if (error.kind !== 'keyRefused') throw error;
    // What stood in the place of the key was the token.
    const says = error.details.serviceSays;
    return { valid: false, maskedKey: undefined, expiresAt: undefined, says };
  }
}

/** Words, but none about this token: the service knows the other form only, or takes the token for a bad key. */
function mayKnowOtherForm({ kind, details }: AppError): boolean {
  const outOfOrder = [
    'serviceDown',
    'answerNotJson',
    'rateLimited',
    'addressMoved',
    'addressWrong',
  ].includes(kind);
  return details.httpStatus !== undefined && !outOfOrder;
}

/** @throws AppError `answerUnknown` or `answerNotJson` where it says nothing */
function readVerdict(told: AccountAnswer, secrets: readonly string[]): VerifiedToken {
  const parsed = verifiedToken.safeParse(told.body);
  if (!parsed.success) throw notAnswered(told);
  const { valid, masked_api_key: maskedKey, expires_at, error } = parsed.data;
  const expiresAt = serviceTime(expires_at);
  return {
    valid,
    maskedKey: maskedKey == null ? undefined : tellableWords(maskedKey, secrets),
    expiresAt: expiresAt && atOurClock(expiresAt, told.answer, Date.now()),
    says: error == null ? undefined : tellableWords(error, secrets),
  };
}
