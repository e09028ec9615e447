import * as z from 'zod/mini';
import type { HttpAnswer } from '../http.ts';
import { parseJson } from '../json.ts';
import { AppError } from '../appError.ts';

const text = z.string().check(z.minLength(1));

/** What is used of RFC 6749, section 5.1. Whatever else is not of its kind counts as unsaid: the code is spent by then. */
const granted = z.object({
  access_token: text,
  token_type: z.catch(z.optional(text), undefined),
  refresh_token: z.catch(z.optional(text), undefined),
  /** Seconds. */
  expires_in: z.catch(z.optional(z.coerce.number().check(z.positive())), undefined),
});
const refused = z.object({ error: text });

/** Tokens that are good for nothing without a proof that their bearer has a key. */
const PROOF_NEEDED = /^(dpop|mac|pop)$/i;

/**
 * Puts what a token endpoint answers into the words that RFC 6749 has for it, because few servers keep to them: any 2xx with a token is a
 * grant, whatever it calls the token's type; `null` is what is not there; and some refuse with 200.
 * @throws AppError `answerUnknown` for an answer that neither grants nor refuses anything
 */
export function tokenResponse({ status, text: words }: HttpAnswer): Response {
  const body = parseJson(words);
  if (status >= 300 && status !== 304) return responseOf(status, words);
  const grant = granted.safeParse(body).data;
  if (grant && !PROOF_NEEDED.test(grant.token_type ?? ''))
    return responseOf(200, JSON.stringify({ ...grant, token_type: 'bearer' }));
  if (!grant && refused.safeParse(body).success) return responseOf(400, words);
  throw new AppError('answerUnknown', { httpStatus: status, mayBeBilled: false });
}

function responseOf(status: number, body: string): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json' } });
}
