import * as z from 'zod/mini';
import { parseJson } from '../../service/json.ts';

/** What a gateway gave at the sign-in, or the key that was typed in: the secret of its account. Never a password. */
export const grant = z.object({
  /** The key, the access token or the JWT: what requests carry. */
  token: z.string().check(z.minLength(1)),
  refreshToken: z.optional(z.string()),
  /** Milliseconds since the epoch by this computer's clock, where it is known. */
  expiresAt: z.optional(z.number()),
  clientSecret: z.optional(z.string()),
  /** The body that the token endpoint takes: what RFC 6749 says, or JSON. */
  tokenBody: z.optional(z.enum(['form', 'json'])),
});

export type Grant = z.infer<typeof grant>;

/** @returns `undefined` for what is none */
export function readGrant(secret: string): Grant | undefined {
  return grant.safeParse(parseJson(secret)).data;
}
