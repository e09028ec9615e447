import * as z from 'zod/mini';
import type { CallService } from '../../service/client.ts';
import { loopbackHosts } from '../../service/address.ts';
import { parseJson } from '../../service/json.ts';
import { AppError, isAppError } from '../../service/appError.ts';
import { type KeyPair, openSession } from '../../service/smartExtract/openSession.ts';
import type { Account } from '../account.ts';
import type { AccountStore } from '../accountStore.ts';

export type Environment = 'production' | 'staging';

const keyPair = z.object({
  key: z.string().check(z.minLength(1)),
  secret: z.string().check(z.minLength(1)),
});

export interface SmartExtractServices {
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

/** The key of a connection. @throws AppError `keyMissing`, `secretsLocked` */
export async function keyPairOf(
  { accounts }: Pick<SmartExtractServices, 'accounts'>,
  account: Account,
): Promise<KeyPair> {
  const { data } = keyPair.safeParse(parseJson(await accounts.secretOf(account)));
  if (!data) throw new AppError('keyMissing', { mayBeBilled: false });
  return data;
}

/** A session for this very use: its token is handed on and forgotten. @throws AppError that tells the host */
export async function sessionOf(
  container: SmartExtractServices,
  account: Account,
  signal: AbortSignal,
): Promise<string> {
  const pair = await keyPairOf(container, account);
  return openSessionAt(container, account, pair, signal);
}

/** Trades a key that is perhaps not kept yet. @throws AppError that tells the host */
export async function openSessionAt(
  { callAt }: Pick<SmartExtractServices, 'callAt'>,
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
  if (!isAppError(error)) return error;
  return new AppError(error.kind, { host: new URL(origin).host, ...error.details });
}

/**
 * The address of the component, which no documentation spells out: that is why it is a setting.
 * @param template with `{app}` for the environment's path and `{token}` for the session
 * @throws AppError `addressInvalid` for anything but `https:`, loopback excepted, or a template without `{token}`
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
    throw new AppError('addressInvalid', { mayBeBilled: false });
  return url;
}
