import type { HttpAnswer } from './http.ts';
import { parseJson } from './json.ts';
import { readProblemBody } from './problemBody.ts';

const USED_UP =
  /\b(insufficient|no|not enough|out of) credits|credits (are |have been )?(exhausted|used up)/i;
/** What a gateway of the cloud says of a quota; of a rate it says `Too Many Requests`. */
const QUOTA = /^\s*limit exceeded[.!]?\s*$/i;
/** Characters of a page that is no JSON: nothing further down says why. */
const LOOKED_AT = 2_000;

/**
 * What a 403 or 429 says of the account's credits: that they are `usedUp`, or, by a quota that ended, that they `perhaps` are. Such
 * a limit does not pass within minutes, so there is nothing to wait for. `undefined` when it does not speak of them: a 403 that
 * names key and quota in one sentence tells nothing.
 */
export function creditWords({
  status,
  headers,
  text,
}: HttpAnswer): 'usedUp' | 'perhaps' | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const body = parseJson(text);
  const { code, words = body === undefined ? text.slice(0, LOOKED_AT) : '' } =
    readProblemBody(body);
  if (code === 'INSUFFICIENT_CREDITS' || USED_UP.test(words)) return 'usedUp';
  // A limit that says when it ends is one on requests.
  return QUOTA.test(words) && !('retry-after' in headers) ? 'perhaps' : undefined;
}
