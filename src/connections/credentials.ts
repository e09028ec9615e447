import type { Credential } from '../service/credential.ts';
import type { MintedToken } from '../service/token.ts';
import type { Account } from './account.ts';
import type { Asking, CredentialSource } from './credentialSource.ts';
import { mintedTokens } from './mintedTokens.ts';

const LONGEST_LIFE_MINUTES = 60;

export interface CredentialsOptions {
  /** The account's key. @throws AppError */
  readonly keyOf: (account: Account) => Promise<Credential>;
  /** @throws AppError */
  readonly mint: (key: Credential, minutes: number, asking: Asking) => Promise<MintedToken>;
  /** Access tokens that an account's gateway hands out. */
  readonly handedOut: (account: Account) => CredentialSource;
  /** Whether statements are parsed with short-lived tokens, so that the key stays at rest. */
  readonly withTokens: () => boolean;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** What requests of an account are sent with: its key, or access tokens minted from it. */
export class Credentials {
  readonly #options: CredentialsOptions;
  readonly #tokens = new Map<string, CredentialSource>();

  constructor(options: CredentialsOptions) {
    this.#options = options;
  }

  /** What statements of an account are parsed with. */
  forParsing(account: Account): CredentialSource {
    if (account.kind === 'gateway') return this.#options.handedOut(account);
    // Nothing is gained by sparing the sandbox's key, which everybody knows.
    const isKeySecret = account.kind !== 'accessToken' && account.kind !== 'sandbox';
    return this.#options.withTokens() && isKeySecret
      ? this.#tokensOf(account)
      : { current: () => this.#options.keyOf(account) };
  }

  /** An access token of an account, for another extension that may have one. @throws AppError */
  async token(account: Account): Promise<string> {
    const source =
      account.kind === 'accessToken'
        ? { current: () => this.#options.keyOf(account) }
        : this.#tokensOf(account);
    return (await source.current({ signal: new AbortController().signal })).key;
  }

  forget(): void {
    this.#tokens.clear();
  }

  #tokensOf(account: Account): CredentialSource {
    if (account.kind === 'gateway') return this.#options.handedOut(account);
    const known = this.#tokens.get(account.id);
    if (known) return known;
    const { keyOf, mint, now = Date.now } = this.#options;
    const source = mintedTokens(
      () => keyOf(account),
      (key, asking) => mint(key, LONGEST_LIFE_MINUTES, asking),
      now,
    );
    this.#tokens.set(account.id, source);
    return source;
  }
}
