import * as z from 'zod/mini';
import { parseJson } from '../service/json.ts';

const claims = z.object({ exp: z.number() });

/**
 * When an access token says that it ends (RFC 7519, section 4.1.4), unverified: good enough to show the time left.
 * @returns milliseconds since the epoch; `undefined` for a token that is no JWT or does not say
 */
export function tokenExpiry(token: string): number | undefined {
  const [, payload = ''] = token.replace(/^at_/, '').split('.');
  const read = claims.safeParse(parseJson(Buffer.from(payload, 'base64url').toString('utf8')));
  return read.success ? read.data.exp * 1000 : undefined;
}
