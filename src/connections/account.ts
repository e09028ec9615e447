import * as z from 'zod/mini';

/**
 * An account without its key, by the way the key is acquired: approved in the browser, typed in, read from the
 * environment or from a `.env` file each time it is used, an access token that was handed over, or the sandbox's.
 */
export const account = z.object({
  id: z.string().check(z.minLength(1)),
  kind: z.enum(['approval', 'key', 'environment', 'dotenv', 'accessToken', 'sandbox']),
  /** The only origin that the key may be sent to. */
  origin: z.url(),
  email: z.optional(z.string()),
  /** What the person calls it, such as "work". */
  label: z.optional(z.string()),
  /** When it was added here, as ISO date-time: the service does not tell a key's age. */
  createdAt: z.string(),
  /** The variable of an `environment` or `dotenv` key. */
  variable: z.optional(z.string()),
  /** URI of the file of a `dotenv` key. */
  file: z.optional(z.string()),
  /** End of an access token, in milliseconds since the epoch, where it is known. */
  expiresAt: z.optional(z.number()),
});

export type Account = z.infer<typeof account>;

/** Kinds whose key is kept in SecretStorage; the others' is elsewhere or no secret. */
export function isKeptHere({ kind }: Account): boolean {
  return kind === 'approval' || kind === 'key' || kind === 'accessToken';
}
