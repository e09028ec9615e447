import { notAnswered } from '../askAccount.ts';
import type { CallService } from '../client.ts';
import { AppError } from '../appError.ts';
import { answerFacts } from '../refusal.ts';
import { verifiedSignIn } from '../schemas.ts';
import { atOurClock } from '../answerDate.ts';
import { serviceTime } from '../serviceTime.ts';
import { type GatewayQuestion, askGateway } from './askGateway.ts';

/** What a gateway says about a sign-in. */
export interface VerifiedSignIn {
  readonly user: string | undefined;
  readonly scopes: readonly string[];
  /** Milliseconds since the epoch by this computer's clock. */
  readonly expiresAt: number | undefined;
}

/**
 * Asks a gateway who is signed in.
 * @param now milliseconds since the epoch
 * @throws AppError `signInRefused` also where it says that nobody is
 */
export async function verifySignIn(
  call: CallService,
  question: GatewayQuestion,
  now: () => number,
): Promise<VerifiedSignIn> {
  const told = await askGateway(call, question);
  const parsed = verifiedSignIn.safeParse(told.body);
  if (!parsed.success) throw notAnswered(told);
  const { authenticated, user_id, scopes, expires_at } = parsed.data;
  if (!authenticated) throw new AppError('signInRefused', answerFacts(told.answer));
  const expiresAt = serviceTime(expires_at);
  return {
    user: user_id == null ? undefined : String(user_id),
    scopes: scopes ?? [],
    expiresAt: expiresAt && atOurClock(expiresAt, told.answer, now()),
  };
}
