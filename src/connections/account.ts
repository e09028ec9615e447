import * as z from 'zod/mini';
import { askEndpoint } from './ask/askEndpoint.ts';
import { gateway } from './gateway/gateway.ts';

/**
 * An account without its key, by the way the key is acquired: approved in the browser, typed in, read from the
 * environment or from a `.env` file each time it is used, an access token that was handed over, or the sandbox's; or by
 * the other system that it is at, whose store this is as well.
 */
export const account = z.object({
  id: z.string().check(z.minLength(1)),
  kind: z.enum([
    'approval',
    'key',
    'environment',
    'dotenv',
    'accessToken',
    'sandbox',
    'gateway',
    'smartExtract',
    'ask',
  ]),
  /** The only origin that the key may be sent to. */
  origin: z.url(),
  email: z.optional(z.string()),
  /** What the person calls it, such as "work". */
  label: z.optional(z.string()),
  /** When it was added here, as ISO date-time: the service does not tell a key's age. */
  createdAt: z.string(),
  /** The variable of a key that is read from the environment or a `.env` file, whatever it is for. */
  variable: z.optional(z.string()),
  /** URI of the file of a `dotenv` key. */
  file: z.optional(z.string()),
  /** End of an access token, in milliseconds since the epoch, where it is known. */
  expiresAt: z.optional(z.number()),
  /** What a `gateway` was when the person signed in to it: settings that change later do not reach its tokens. */
  gateway: z.optional(gateway),
  /** Which SmartExtract a `smartExtract` key is for. */
  environment: z.optional(z.enum(['production', 'staging'])),
  /** Where an `ask` key asks, and how answers come. */
  ask: z.optional(askEndpoint),
});

export type Account = z.infer<typeof account>;

/** The systems that we sign in to. */
export type System = 'casParser' | 'gateway' | 'smartExtract' | 'ask';

/** The system that an account is at. */
export function systemOf({ kind }: Pick<Account, 'kind'>): System {
  return kind === 'gateway' || kind === 'smartExtract' || kind === 'ask' ? kind : 'casParser';
}

/** Whether statements can be parsed with it: one of these is in use at a time, the other connections always are. */
export function isForParsing(account: Pick<Account, 'kind'>): boolean {
  const system = systemOf(account);
  return system === 'casParser' || system === 'gateway';
}

/** Accounts whose key is kept in SecretStorage; the others' is elsewhere or no secret. */
export function isKeptHere({ kind, variable }: Pick<Account, 'kind' | 'variable'>): boolean {
  return (
    kind !== 'environment' && kind !== 'dotenv' && kind !== 'sandbox' && variable === undefined
  );
}
