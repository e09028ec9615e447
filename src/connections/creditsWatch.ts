import { Disposable, EventEmitter, window } from 'vscode';
import type { Credits } from '../service/credits.ts';
import { type AppError, isAppError } from '../service/appError.ts';
import type { VerifiedSignIn } from '../service/gateway/verifySignIn.ts';
import type { Account } from './account.ts';
import type { AccountStore } from './accountStore.ts';

/** What is known about the account in use. */
export interface CreditsState {
  readonly account: Account | undefined;
  /** The last figures received for this account. */
  readonly credits: Credits | undefined;
  /** What a gateway last said about the sign-in: it tells no credits. */
  readonly signIn?: VerifiedSignIn | undefined;
  /** When they were received, in milliseconds since the epoch. */
  readonly at: number | undefined;
  /** Why the last attempt to refresh them failed. */
  readonly problem: AppError | undefined;
}

/** What an account is asked for: its credits, or at a gateway who is signed in. */
export type AccountFigures = Pick<CreditsState, 'credits' | 'signIn'>;

const EVERY_MS = 15 * 60_000;
/** However many statements are parsed in a row, the service is not asked more often than this. */
const SHORTEST_INTERVAL_MS = 3_000;

/** Keeps the credits of the account in use current, with one call at a time and never a burst of them. */
export class CreditsWatch implements Disposable {
  readonly #accounts: AccountStore;
  readonly #fetch: (account: Account) => Promise<AccountFigures>;
  readonly #changed = new EventEmitter<CreditsState>();
  readonly #disposables: { dispose(): void }[];
  readonly onDidChange = this.#changed.event;

  #state: CreditsState = {
    account: undefined,
    credits: undefined,
    at: undefined,
    problem: undefined,
  };
  #running: Promise<CreditsState> | undefined;
  #lastStart = 0;
  /** Number of the latest look at which account is in use. */
  #lookedUp = 0;
  #planned: NodeJS.Timeout | undefined;

  constructor(accounts: AccountStore, fetch: (account: Account) => Promise<AccountFigures>) {
    this.#accounts = accounts;
    this.#fetch = fetch;
    const timer = setInterval(() => this.#refreshIfOld(), EVERY_MS);
    this.#disposables = [
      accounts.onDidChange(() => void this.accountChanged()),
      window.onDidChangeWindowState(() => this.#refreshIfOld()),
      new Disposable(() => clearInterval(timer)),
    ];
  }

  get state(): CreditsState {
    return this.#state;
  }

  /** Reads which account is in use, shows that, and asks for its credits. */
  async accountChanged(): Promise<void> {
    const looking = ++this.#lookedUp;
    const account = await this.#current();
    // Keeping an account takes several writes, and what was read between two of them is not how it stands.
    if (looking !== this.#lookedUp) return;
    if (isSame(account, this.#state.account)) {
      // It may have got another name.
      this.#set({ ...this.#state, account });
      return;
    }
    this.#set({ account, credits: undefined, at: undefined, problem: undefined });
    if (account && !this.#running) this.refreshSoon();
  }

  /** Takes the figures of an account that has just been put in use. */
  received(account: Account, credits: Credits): void {
    this.#lookedUp++;
    this.#know(account, credits);
  }

  /** Takes what a gateway has just said about a sign-in. */
  signedIn(account: Account, signIn: VerifiedSignIn | undefined): void {
    this.#set({ account, credits: undefined, signIn, at: Date.now(), problem: undefined });
  }

  /**
   * Takes what an answer says is left, or asks when it does not say. Answers overtake each other, so what is not less
   * than before is asked for as well.
   */
  left(account: Account, remaining: number | undefined): void {
    const { credits } = this.#state;
    const before = isSame(account, this.#state.account) ? credits?.remaining : undefined;
    if (!credits || remaining === undefined || typeof before !== 'number' || remaining >= before) {
      this.refreshSoon();
      return;
    }
    const used = credits.limit === undefined ? undefined : credits.limit - remaining;
    this.#know(account, { ...credits, remaining, used });
  }

  /** Asks now, or joins the call that is under way. Failures end up in the state. */
  refresh(): Promise<CreditsState> {
    clearTimeout(this.#planned);
    this.#planned = undefined;
    this.#running ??= this.#ask().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Asks as soon as the shortest interval allows, once however often it is called. */
  refreshSoon(): void {
    const wait = Math.max(0, this.#lastStart + SHORTEST_INTERVAL_MS - Date.now());
    this.#planned ??= setTimeout(() => void this.refresh(), wait);
  }

  dispose(): void {
    clearTimeout(this.#planned);
    for (const disposable of this.#disposables) disposable.dispose();
    this.#changed.dispose();
  }

  #refreshIfOld(): void {
    const { account, at } = this.#state;
    const lastAttempt = Math.max(this.#lastStart, at ?? 0);
    if (account && window.state.focused && Date.now() - lastAttempt >= EVERY_MS - 1000)
      this.refreshSoon();
  }

  async #ask(): Promise<CreditsState> {
    this.#lastStart = Date.now();
    const account = await this.#current();
    const before = isSame(this.#state.account, account) ? this.#state : undefined;
    // An access token may not ask for the credits.
    if (!account || account.kind === 'accessToken') {
      this.#set({ account, credits: undefined, at: undefined, problem: undefined });
      return this.#state;
    }
    try {
      const figures = await this.#fetch(account);
      await this.#setFor(account, { account, ...figures, at: Date.now(), problem: undefined });
    } catch (error) {
      if (!isAppError(error)) throw error;
      await this.#setFor(account, {
        account,
        credits: before?.credits,
        signIn: before?.signIn,
        at: before?.at,
        problem: error,
      });
    }
    return this.#state;
  }

  /** Drops an answer for an account that was left while it was on its way. */
  async #setFor(account: Account, state: CreditsState): Promise<void> {
    if (isSame(await this.#current(), account)) this.#set(state);
  }

  #know(account: Account, credits: Credits): void {
    this.#set({ account, credits, at: Date.now(), problem: undefined });
  }

  /** A locked secret storage shows as signed out; commands say why. */
  #current(): Promise<Account | undefined> {
    return this.#accounts.current().catch(() => undefined);
  }

  #set(state: CreditsState): void {
    this.#state = state;
    this.#changed.fire(state);
  }
}

/** The same account with the same key: signing in again replaces the key. */
function isSame(one: Account | undefined, other: Account | undefined): boolean {
  return one?.id === other?.id && one?.createdAt === other?.createdAt;
}
