import type { CallService } from '../../service/client.ts';
import type { Credential } from '../../service/credential.ts';
import { checkedAddress } from '../../service/address.ts';
import { handedOutToken } from '../../service/gateway/handedOutToken.ts';
import { refreshLogin } from '../../service/gateway/login.ts';
import { refreshOAuth } from '../../service/gateway/oauth.ts';
import { type VerifiedSignIn, verifySignIn } from '../../service/gateway/verifySignIn.ts';
import { AppError, isAppError } from '../../service/appError.ts';
import type { MintedToken } from '../../service/token.ts';
import type { Account } from '../account.ts';
import type { AccountStore } from '../accountStore.ts';
import { type Asking, type CredentialSource, withCredential } from '../credentialSource.ts';
import { mintedTokens } from '../mintedTokens.ts';
import { consentPageOf } from './consentPage.ts';
import {
  type Gateway,
  type GatewayPaths,
  documentedPerHour,
  pathsOf,
  presentedTo,
} from './gateway.ts';
import { type Grant, readGrant } from './grant.ts';
import { type WithLock, renewAlone } from './renewAlone.ts';
import { renewedGrants } from './renewedGrants.ts';

export interface GatewayServices {
  readonly accounts: Pick<AccountStore, 'secretOf' | 'renewSecret'>;
  /** The door to a gateway. */
  readonly callAt: (base: URL) => CallService;
  /** Where access tokens for CAS Parser go. @throws AppError `addressInvalid` */
  readonly apiOrigin: () => string;
  /** Keeps other windows from renewing at the same time. */
  readonly withLock: WithLock;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The team's gateways: what requests to them carry, and the access tokens that they hand out. */
export class Gateways {
  readonly #container: GatewayServices;
  readonly #grants = new Map<string, CredentialSource>();
  readonly #tokens = new Map<string, CredentialSource>();

  constructor(container: GatewayServices) {
    this.#container = container;
  }

  /** The door to an account's gateway. */
  callOf(account: Account): CallService {
    return this.callAt(gatewayOf(account));
  }

  /** The door to a gateway, also before anyone is signed in. Its failures tell its host. */
  callAt({ url }: Pick<Gateway, 'url'>): CallService {
    const base = checkedAddress(url);
    const call = this.#container.callAt(base);
    return async (asked) => {
      try {
        return await call(asked);
      } catch (error) {
        throw atHost(error, base);
      }
    };
  }

  /** What requests to the gateway carry: renewed once for all that wait for it. */
  grants(account: Account): CredentialSource {
    return remembered(this.#grants, account, () => this.#newGrants(account));
  }

  /** Access tokens for CAS Parser that the gateway hands out. */
  tokens(account: Account): CredentialSource {
    return remembered(this.#tokens, account, () => {
      const { accounts, apiOrigin, now } = this.#container;
      // Stands for the sign-in where others have a key: a token lives longer than what it was got with.
      const signIn = async (): Promise<Credential> => {
        await accounts.secretOf(account);
        return { key: nameOf(account), origin: apiOrigin() };
      };
      return mintedTokens(signIn, (_signIn, asking) => this.handOut(account, asking), now);
    });
  }

  /** Gets an access token from the gateway. @throws AppError */
  handOut(account: Account, asking: Asking): Promise<MintedToken> {
    return this.#asking(account, asking, (credential, paths) =>
      handedOutToken(
        this.callOf(account),
        { ...asking, path: paths.accessToken, method: paths.accessTokenMethod, credential },
        this.#container.now,
      ),
    );
  }

  /** Asks the gateway who is signed in; one that nobody signs in to, whether it hands out tokens. @throws AppError */
  async verify(account: Account, asking: Asking): Promise<VerifiedSignIn> {
    if (gatewayOf(account).signIn === 'none') {
      await this.tokens(account).current(asking);
      return { user: undefined, scopes: [], expiresAt: undefined };
    }
    return this.#asking(account, asking, (credential, paths) =>
      verifySignIn(
        this.callOf(account),
        { ...asking, path: paths.verify, credential },
        this.#container.now,
      ),
    );
  }

  forget(): void {
    this.#grants.clear();
    this.#tokens.clear();
  }

  async #asking<T>(
    account: Account,
    asking: Asking,
    ask: (credential: Credential, paths: GatewayPaths) => Promise<T>,
  ): Promise<T> {
    const paths = pathsOf(gatewayOf(account));
    try {
      return await withCredential(this.grants(account), asking, (credential) =>
        ask(credential, paths),
      );
    } catch (error) {
      throw atHost(error, new URL(account.origin));
    }
  }

  #newGrants(account: Account): CredentialSource {
    const { accounts, withLock, now } = this.#container;
    const { origin } = account;
    const perHour = documentedPerHour(gatewayOf(account));
    const read = async (): Promise<Grant> => {
      const secret = await accounts.secretOf(account);
      const grant = account.variable === undefined ? readGrant(secret) : { token: secret };
      if (!grant) throw new AppError('keyMissing', { mayBeBilled: false });
      return grant;
    };
    return renewedGrants({
      read,
      write: (grant) => accounts.renewSecret(account, JSON.stringify(grant)),
      renew: (grant) => this.#renewed(account, grant),
      alone: (renewal) => renewAlone(withLock, nameOf(account), renewal),
      present: ({ token }) => ({
        key: token,
        origin,
        countedAs: nameOf(account),
        presentedAs: presentedTo(gatewayOf(account)),
        perHour,
      }),
      now,
    });
  }

  /** @returns `undefined` where only the person can renew it. @throws AppError */
  async #renewed(account: Account, grant: Grant): Promise<Grant | undefined> {
    const of = gatewayOf(account);
    const { refreshToken } = grant;
    if (of.signIn === 'key' || refreshToken === undefined) return undefined;
    const { now } = this.#container;
    const call = this.callOf(account);
    const paths = pathsOf(of);
    // Not cancelled with the request that happened to come first: others wait for the same renewal.
    const { signal } = new AbortController();
    if (of.signIn === 'login') {
      const fresh = await refreshLogin(call, paths.refresh, refreshToken, { signal, now });
      return {
        token: fresh.token,
        refreshToken: fresh.refreshToken ?? refreshToken,
        ...(fresh.expiresAt === undefined ? {} : { expiresAt: fresh.expiresAt }),
      };
    }
    const fresh = await refreshOAuth(
      {
        call,
        base: checkedAddress(of.url),
        consentPage: consentPageOf(of),
        tokenPath: paths.refresh,
        clientId: of.clientId ?? '',
        clientSecret: grant.clientSecret,
        tokenBody: grant.tokenBody,
      },
      refreshToken,
      signal,
    );
    return {
      ...grant,
      token: fresh.token,
      refreshToken: fresh.refreshToken ?? refreshToken,
      expiresAt: now() + fresh.lives * 1000,
      tokenBody: fresh.tokenBody,
    };
  }
}

/** What an account's gateway was when the person signed in. */
export function gatewayOf(account: Account): Gateway {
  if (!account.gateway) throw new Error('This account is at no gateway.');
  return account.gateway;
}

/** One sign-in at one place: signing in once more is another. */
function nameOf({ id, origin, createdAt }: Account): string {
  return `${id} ${origin} ${createdAt}`;
}

function remembered(
  among: Map<string, CredentialSource>,
  account: Account,
  make: () => CredentialSource,
): CredentialSource {
  const name = nameOf(account);
  const known = among.get(name) ?? make();
  among.set(name, known);
  return known;
}

function atHost(error: unknown, { host }: URL): unknown {
  if (!isAppError(error) || error.details.host !== undefined) return error;
  return new AppError(error.kind, { ...error.details, host });
}
