import {
  type AuthenticationProviderAuthenticationSessionsChangeEvent,
  type AuthenticationSession,
  type Disposable,
  EventEmitter,
} from 'vscode';
import type { Account } from './account.ts';
import type { AccountStore } from './accountStore.ts';

/**
 * The accounts as the editor's Accounts menu and other extensions see them. Another extension never gets the key: after
 * the person's consent, which the editor asks for, its session holds an access token of an hour at the most.
 */
export class Sessions implements Disposable {
  readonly #accounts: AccountStore;
  readonly #tokenOf: (account: Account) => Promise<string>;
  readonly #nameOf: (account: Account) => string;
  readonly #changed = new EventEmitter<AuthenticationProviderAuthenticationSessionsChangeEvent>();
  readonly #watch: { dispose(): void };
  readonly onDidChange = this.#changed.event;
  #known: readonly Account[] = [];

  /** @param tokenOf mints an access token @throws AppError */
  constructor(
    accounts: AccountStore,
    tokenOf: (account: Account) => Promise<string>,
    nameOf: (account: Account) => string,
  ) {
    this.#accounts = accounts;
    this.#tokenOf = tokenOf;
    this.#nameOf = nameOf;
    this.#watch = accounts.onDidChange(() => void this.#tellChanges());
  }

  /**
   * @param scopes `undefined` when the editor only lists the accounts: then no token is made
   * @throws AppError
   */
  async list(
    scopes: readonly string[] | undefined,
    accountId: string | undefined,
  ): Promise<AuthenticationSession[]> {
    const all = await this.#accounts.list();
    this.#known = all;
    const wanted = all.filter(({ id }) => accountId === undefined || id === accountId);
    const inUse = await this.#accounts.current();
    // Asked for a token without naming an account, the one in use answers alone.
    const chosen =
      scopes === undefined || accountId !== undefined
        ? wanted
        : wanted.filter(({ id }) => id === inUse?.id);
    return Promise.all(
      chosen.map(async (account) => ({
        id: account.id,
        accessToken: scopes === undefined ? '' : await this.#tokenOf(account),
        account: { id: account.id, label: this.#nameOf(account) },
        scopes: scopes ?? [],
      })),
    );
  }

  /** Signs an account out. @throws AppError */
  async remove(id: string): Promise<void> {
    const account = (await this.#accounts.list()).find((one) => one.id === id);
    if (account) await this.#accounts.forget(account);
  }

  dispose(): void {
    this.#watch.dispose();
    this.#changed.dispose();
  }

  async #tellChanges(): Promise<void> {
    const before = this.#known;
    const now = await this.#accounts.list().catch(() => before);
    this.#known = now;
    const asSession = (account: Account): AuthenticationSession => ({
      id: account.id,
      accessToken: '',
      account: { id: account.id, label: this.#nameOf(account) },
      scopes: [],
    });
    const has = (among: readonly Account[], { id }: Account) => among.some((one) => one.id === id);
    this.#changed.fire({
      added: now.filter((account) => !has(before, account)).map(asSession),
      removed: before.filter((account) => !has(now, account)).map(asSession),
      changed: [],
    });
  }
}
