import type { CallService } from '../../service/client.ts';
import type { Credential } from '../../service/credential.ts';
import { handedOutToken } from '../../service/gateway/handedOutToken.ts';
import { type VerifiedSignIn, verifySignIn } from '../../service/gateway/verifySignIn.ts';
import { AppError, isAppError } from '../../service/appError.ts';
import type { Account } from '../account.ts';
import type { AccountStore } from '../accountStore.ts';
import {
  type Gateway,
  accessTokenWays,
  documentedPerHour,
  gatewayId,
  pathsOf,
  presentedTo,
} from './gateway.ts';
import type { Grant } from './grant.ts';

export interface KeepServices {
  readonly accounts: Pick<AccountStore, 'keep'>;
  /** The door to the gateway. */
  readonly call: CallService;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface NewSignIn {
  readonly gateway: Gateway;
  readonly grant: Grant;
  /** The environment variable that the key stays in, and is read from each time. */
  readonly variable?: string | undefined;
  /** URI of the `.env` file that the variable is in; the environment when left out. */
  readonly file?: string | undefined;
}

export interface KeptGateway {
  readonly account: Account;
  /** `undefined` where the gateway does not tell. */
  readonly signIn: VerifiedSignIn | undefined;
}

/**
 * Keeps a sign-in to a gateway once the gateway has confirmed it, and finds out how it parses.
 * @throws AppError when it is refused or cannot be checked now: then nothing is kept
 */
export async function keepGateway(
  { accounts, call, now }: KeepServices,
  { gateway, grant, variable, file }: NewSignIn,
  signal: AbortSignal,
): Promise<KeptGateway> {
  const { origin } = new URL(gateway.url);
  const paths = pathsOf(gateway);
  const credential: Credential = {
    key: grant.token,
    origin,
    presentedAs: presentedTo(gateway),
    perHour: documentedPerHour(gateway),
  };
  const asking = { credential, signal, insist: true } as const;
  const signIn =
    gateway.signIn === 'none'
      ? undefined
      : await orUndefinedWithout(verifySignIn(call, { ...asking, path: paths.verify }, now));
  const parsing = gateway.parse === 'proxy' ? { parse: gateway.parse } : await howItParses();
  const account = await accounts.keep(
    {
      id: gatewayId(gateway),
      kind: 'gateway',
      origin,
      createdAt: new Date(now()).toISOString(),
      gateway: { ...gateway, ...parsing },
      ...(variable === undefined ? {} : { variable }),
      ...(file === undefined ? {} : { file }),
    },
    variable === undefined ? JSON.stringify(grant) : undefined,
  );
  return { account, signIn };

  /** It hands out tokens, in the way that it first does; otherwise it takes the statements itself. */
  async function howItParses(): Promise<Partial<Gateway>> {
    if (gateway.parse === 'token' && gateway.accessTokenMethod) return {};
    for (const way of accessTokenWays(gateway)) {
      const { accessToken: path, accessTokenMethod: method } = pathsOf({ ...gateway, ...way });
      const token = await orUndefinedWithout(
        handedOutToken(call, { ...asking, path, method }, now),
      );
      if (token) return { ...way, parse: 'token' };
    }
    // Any server at all answers that it has no such thing: without a sign-in, that is no sign of a gateway.
    if (gateway.signIn === 'none') throw new AppError('notHandedOut', { mayBeBilled: false });
    return { parse: gateway.parse ?? 'proxy' };
  }
}

/** What the gateway does not have is no failure of the sign-in. */
async function orUndefinedWithout<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const status = isAppError(error) ? error.details.httpStatus : undefined;
    if (status === 404 || status === 405 || status === 501) return undefined;
    // A credential was just got: that it has ended already is another way to say that it is none.
    if (isAppError(error, 'signInExpired')) throw new AppError('signInRefused', error.details);
    throw error;
  }
}
