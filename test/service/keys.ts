import type { Account } from './account.ts';
import { detail, keyMissing, keyOrQuota } from './refusals.ts';
import type { AccessTokens } from './tokens.ts';

/** Tells whose request it is from the `x-api-key` header. */
export class Keys {
  readonly #accounts: readonly Account[];
  readonly #tokens: AccessTokens;

  constructor(accounts: readonly Account[], tokens: AccessTokens) {
    this.#accounts = accounts;
    this.#tokens = tokens;
  }

  /** The account behind a key or an access token, even a revoked or expired one. */
  owner(key: string | undefined): Account | undefined {
    if (key === undefined) return undefined;
    return (
      this.#tokens.owner(key) ??
      this.#accounts.find((account) => [account.key, account.newKey].includes(key))
    );
  }

  /**
   * For `/v4/*`: a key or an access token.
   * @throws Refusal 401 without a key, 403 with a wrong, revoked or expired one.
   */
  requireKeyOrToken(key: string | undefined): Account {
    if (!key) throw keyMissing();
    const account = this.owner(key);
    const expired = isAccessToken(key) && this.#tokens.problem(key) !== null;
    if (!account || account.revoked || expired) throw keyOrQuota();
    return account;
  }

  /**
   * For the account's own endpoints: a key only.
   * @throws Refusal as `requireKeyOrToken`, and 400 with `tokenRefused` for an access token.
   */
  requireKey(key: string | undefined, tokenRefused: string): Account {
    if (key && isAccessToken(key)) throw detail(400, tokenRefused);
    return this.requireKeyOrToken(key);
  }
}

function isAccessToken(key: string): boolean {
  return key.startsWith('at_');
}
