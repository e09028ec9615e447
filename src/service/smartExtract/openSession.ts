import { notAnswered } from '../askAccount.ts';
import type { CallService } from '../client.ts';
import { parseJson } from '../json.ts';
import { smartExtractSession } from '../schemas.ts';
import { sendFree } from '../sendFree.ts';
import { smartExtractRefusal } from './smartExtractRefusal.ts';

/** An API key of SmartExtract: both halves are secret. */
export interface KeyPair {
  readonly key: string;
  readonly secret: string;
}

const TIMEOUT_MS = 10_000;

/**
 * Trades a key for the token of a session, which goes into the address of the component and is kept nowhere.
 * @param api path of the API, such as `/smart-extract-api`
 * @throws AppError `signInRefused`, `apiKeyDisabled`, or what the request fails with
 */
export async function openSession(
  call: CallService,
  api: string,
  { key, secret }: KeyPair,
  signal: AbortSignal,
): Promise<string> {
  const answer = await call({
    method: 'POST',
    path: `${api}/api/account/v1/auth/token`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, secret }),
    timeoutMs: TIMEOUT_MS,
    signal,
    through: sendFree(),
  });
  const body = parseJson(answer.text);
  const refused = smartExtractRefusal(answer, body, [key, secret]);
  if (refused) throw refused;
  const parsed = smartExtractSession.safeParse(body);
  if (!parsed.success) throw notAnswered({ answer, body });
  return parsed.data.data.token;
}
