import * as z from 'zod/mini';
import type { CallService } from '../../service/client.ts';
import { loopbackHosts } from '../../service/address.ts';
import { parseJson } from '../../service/json.ts';
import { Problem, isProblem } from '../../service/problem.ts';
import { type KeyPair, openSession } from '../../service/smartExtract/openSession.ts';
import type { Account } from '../account.ts';
import type { AccountStore } from '../accountStore.ts';

export type Environment = 'production' | 'staging';

const keyPair = z.object({
  key: z.string().check(z.minLength(1)),
  secret: z.string().check(z.minLength(1)),
});

export interface SmartExtractRooms {
  readonly accounts: Pick<AccountStore, 'secretOf'>;
  readonly callAt: (base: URL) => CallService;
}

/** Path of an environment's API. */
export function apiPath(environment: Environment): string {
  return environment === 'staging' ? '/smart-extract-stg-api' : '/smart-extract-api';
}

/** The id of a connection: each environment has credentials of its own. */
export function smartExtractId(environment: Environment, origin: string): string {
  return `smartExtract ${environment} ${origin}`;
}

/** The key of a connection. @throws Problem `keyMissing`, `secretsLocked` */
export async function keyPairOf(
  { accounts }: Pick<SmartExtractRooms, 'accounts'>,
  account: Account,
): Promise<KeyPair> {
  const { data } = keyPair.safeParse(parseJson(await accounts.secretOf(account)));
  if (!data) throw new Problem('keyMissing', { mayBeBilled: false });
  return data;
}

/** A session for this very use: its token is handed on and forgotten. @throws Problem that tells the host */
export async function sessionOf(
  rooms: SmartExtractRooms,
  account: Account,
  signal: AbortSignal,
): Promise<string> {
  const pair = await keyPairOf(rooms, account);
  return openSessionAt(rooms, account, pair, signal);
}

/** Trades a key that is perhaps not kept yet. @throws Problem that tells the host */
export async function openSessionAt(
  { callAt }: Pick<SmartExtractRooms, 'callAt'>,
  { origin, environment = 'production' }: Pick<Account, 'origin' | 'environment'>,
  pair: KeyPair,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await openSession(callAt(new URL(origin)), apiPath(environment), pair, signal);
  } catch (error) {
    throw atHost(error, origin);
  }
}

/** A problem that tells which host it is about. */
export function atHost(error: unknown, origin: string): unknown {
  if (!isProblem(error)) return error;
  return new Problem(error.kind, { host: new URL(origin).host, ...error.facts });
}

/**
 * The address of the component, which no documentation spells out: that is why it is a setting.
 * @param template with `{app}` for the environment's path and `{token}` for the session
 * @throws Problem `addressInvalid` for anything but `https:`, loopback excepted, or a template without `{token}`
 */
export function componentUrl(template: string, environment: Environment, token: string): URL {
  const app = environment === 'staging' ? 'smart-extract-stg' : 'smart-extract';
  const filled = template
    .replaceAll('{app}', app)
    .replaceAll('{token}', () => encodeURIComponent(token));
  const url = URL.parse(filled);
  const secure =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && loopbackHosts.includes(url.hostname));
  // The token must not decide where it goes.
  const sameHost = url?.host === URL.parse(template.replaceAll('{app}', app))?.host;
  if (!url || !secure || !sameHost || !template.includes('{token}'))
    throw new Problem('addressInvalid', { mayBeBilled: false });
  return url;
}
