import { notAnswered } from '../askAccount.ts';
import type { CallService } from '../client.ts';
import { mintedToken } from '../schemas.ts';
import type { MintedToken } from '../token.ts';
import { type GatewayQuestion, askGateway } from './askGateway.ts';

/** No access token of CAS Parser lives longer, in seconds. */
const LONGEST_LIFE = 3600;

/**
 * Gets an access token for CAS Parser from a gateway, which passes on what it was given for it.
 * @param now milliseconds since the epoch
 * @throws AppError
 */
export async function handedOutToken(
  call: CallService,
  question: GatewayQuestion,
  now: () => number,
): Promise<MintedToken> {
  const told = await askGateway(call, question);
  const receivedAt = now();
  const parsed = mintedToken.safeParse(told.body);
  if (!parsed.success) throw notAnswered(told);
  const { access_token: token, expires_in } = parsed.data;
  const seconds = Math.min(expires_in ?? LONGEST_LIFE, LONGEST_LIFE);
  return { token, expiresAtMs: receivedAt + seconds * 1000, minutes: seconds / 60 };
}
