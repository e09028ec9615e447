import { randomUUID } from 'node:crypto';
import type { Disposable, SecretStorage, SecretStorageChangeEvent } from 'vscode';
import * as z from 'zod/mini';
import type { Credential } from '../service/credential.ts';
import { parseJson } from '../service/json.ts';
import { AppError, isAppError } from '../service/appError.ts';
import { SANDBOX_KEY } from '../service/sandbox.ts';
import {
  type Account,
  type System,
  account,
  isForParsing,
  isKeptHere,
  systemOf,
} from './account.ts';
import { type AccountCopies, CopiedSecrets } from './copiedSecrets.ts';

// An account and its key are one secret, its name another, and the choice of the one in use a third. Nothing is read to
// be written again, so that two windows cannot overwrite each other's key: it is delivered a single time.
const ACCOUNT = 'casParser.account ';
const LABEL = 'casParser.label ';
const IN_USE = 'casParser.inUse ';

const keptAccount = z.object({ account, key: z.optional(z.string().check(z.minLength(1))) });
type KeptAccount = z.infer<typeof keptAccount>;

/** VS Code's SecretStorage, as far as it is needed here. */
export interface AccountSecrets extends Omit<SecretStorage, 'onDidChange'> {
  onDidChange(listener: (event: SecretStorageChangeEvent) => void): { dispose(): unknown };
}

/** An account that is to be kept. */
export interface NewAccount extends Omit<Account, 'id'> {
  readonly id?: string;
  /**
   * When the account of this id was made whose key this one replaces. If that was made anew meanwhile, as by a sign-in, it stays
   * and this one is kept beside it: a key is delivered a single time.
   */
  readonly replaces?: string;
}

/** An account that was just kept. */
export interface Kept {
  readonly account: Account;
  /**
   * Makes everything as it was before, unless it was changed again meanwhile.
   * @returns whether an account is in use in its place
   * @throws AppError `secretsLocked`
   */
  readonly takeBack: () => Promise<boolean>;
}

/** Reads a key that is kept outside, each time it is used. */
export type ReadKeyOutside = (account: Account) => Promise<string | undefined>;

/**
 * Accounts and their keys, in SecretStorage and nowhere else. A key is filed with the origin it was issued for, and a
 * changed address finds no account, so that nothing is sent there before the person signs in.
 */
export class AccountStore implements Disposable {
  readonly #secrets: CopiedSecrets;
  readonly #origin: () => string;
  readonly #readOutside: ReadKeyOutside;
  readonly #listeners = new Set<() => unknown>();
  readonly #watch: { dispose(): unknown };
  #lastWrite: Promise<unknown> = Promise.resolve();

  /**
   * @param origin of the service as it is set now
   * @param copies only where SecretStorage may lose what it has taken
   */
  constructor(
    secrets: AccountSecrets,
    origin: () => string,
    readOutside: ReadKeyOutside,
    copies?: AccountCopies,
  ) {
    this.#secrets = new CopiedSecrets(secrets, copies);
    this.#origin = origin;
    this.#readOutside = readOutside;
    this.#watch = secrets.onDidChange(({ key }) => {
      if (isOurs(key)) for (const listener of this.#listeners) listener();
    });
  }

  /** Calls whenever the accounts changed, in this window or another. */
  onDidChange(listener: () => unknown): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Takes over what another tab has stored meanwhile and SecretStorage does not tell. Never rejects. */
  takeOver(): Promise<void> {
    return this.#secrets.takeOver();
  }

  /** The accounts that can parse at the address that is set now, oldest first. @throws AppError `secretsLocked` */
  async list(): Promise<readonly Account[]> {
    const origin = this.#origin();
    return (await this.listAll()).filter((one) => canParseAt(origin, one));
  }

  /** The connections to one of the systems, oldest first. @throws AppError `secretsLocked` */
  async listOf(system: System): Promise<readonly Account[]> {
    return (await this.listAll()).filter((one) => systemOf(one) === system);
  }

  /** The accounts of all systems and addresses, oldest first. @throws AppError `secretsLocked` */
  async listAll(): Promise<readonly Account[]> {
    const names = (await this.#secrets.names()).filter((name) => name.startsWith(ACCOUNT));
    const found = await Promise.all(names.map((name) => this.#find(name.slice(ACCOUNT.length))));
    return found
      .flatMap((one) => (one ? [one.account] : []))
      .sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  }

  /** The account in use; `undefined` when signed out. @throws AppError `secretsLocked` */
  async current(): Promise<Account | undefined> {
    const origin = this.#origin();
    const id = await this.#secrets.get(IN_USE + origin);
    const found = id === undefined ? undefined : await this.#find(id);
    return found && canParseAt(origin, found.account) ? found.account : undefined;
  }

  /**
   * The key of an account at CAS Parser, with the only origin it may go to.
   * @throws AppError `keyMissing` when it is not there any more or the address is another one now, `notThroughGateway` for
   * a connection that has no such key, `secretsLocked`
   */
  async credentialOf(of: Account): Promise<Credential> {
    if (systemOf(of) !== 'casParser')
      throw new AppError('notThroughGateway', { mayBeBilled: false });
    if (of.origin !== this.#origin()) throw new AppError('keyMissing', { mayBeBilled: false });
    return { key: await this.secretOf(of), origin: of.origin };
  }

  /**
   * What is kept for a connection to whatever system: a key, or what else lets it in.
   * @throws AppError `keyMissing` when it is not there any more or was kept for another origin, `secretsLocked`
   */
  async secretOf({ id, origin }: Account): Promise<string> {
    const found = await this.#find(id);
    const key = found?.account.origin === origin ? await this.#keyOf(found) : undefined;
    if (key === undefined) throw new AppError('keyMissing', { mayBeBilled: false });
    return key;
  }

  /**
   * Puts a renewed secret in place of the one that is kept.
   * @throws AppError `keyMissing` when the connection is not there any more or was made anew meanwhile, `secretsLocked`
   */
  async renewSecret(of: Account, key: string): Promise<void> {
    await this.#change(of, async ({ account: kept }) => {
      if (kept.createdAt !== of.createdAt || kept.origin !== of.origin)
        throw new AppError('keyMissing', { mayBeBilled: false });
      await this.#secrets.store(ACCOUNT + of.id, JSON.stringify({ account: kept, key }));
    });
  }

  async #keyOf({ account: owner, key }: KeptAccount): Promise<string | undefined> {
    if (owner.kind === 'sandbox') return SANDBOX_KEY;
    return isKeptHere(owner) ? key : this.#readOutside(owner);
  }

  /**
   * Keeps an account and uses it from now on, if it parses. An account that is there already, by its id or its e-mail address, is
   * replaced: signing in once more is how a key is renewed.
   * @param key what SecretStorage is to hold; `undefined` for kinds whose key is kept elsewhere
   * @throws AppError `keyNotKept` when SecretStorage is locked or fails: then everything is as it was
   */
  async keep(fresh: NewAccount, key?: string): Promise<Account> {
    return (await this.keepForNow(fresh, key)).account;
  }

  /** The same, for an account whose key has still to be checked. @throws AppError `keyNotKept` */
  async keepForNow(fresh: NewAccount, key?: string): Promise<Kept> {
    return this.#writing(async () => {
      try {
        return await this.#keepNow(fresh, key);
      } catch (error) {
        if (!isAppError(error)) throw error;
        throw new AppError('keyNotKept', { mayBeBilled: false });
      }
    });
  }

  async #keepNow({ replaces, ...fresh }: NewAccount, key?: string): Promise<Kept> {
    const same = (await this.listAll()).find((one) => isSame(one, fresh));
    const isRenewed = replaces !== undefined && same !== undefined && same.createdAt !== replaces;
    const known = isRenewed ? undefined : same;
    const kept: Account = {
      ...(known?.label === undefined ? {} : { label: known.label }),
      ...fresh,
      id: (isRenewed ? undefined : (known?.id ?? fresh.id)) ?? randomUUID(),
    };
    const name = ACCOUNT + kept.id;
    const before = await this.#secrets.get(name);
    const now = JSON.stringify({ account: kept, key });
    const inUse = isForParsing(kept) ? this.#inUse(kept) : undefined;
    const usedBefore = inUse === undefined ? undefined : await this.#secrets.get(inUse);
    try {
      await this.#secrets.store(name, now);
      if (inUse !== undefined) await this.#secrets.store(inUse, kept.id);
    } catch (error) {
      await this.#putBack(name, before).catch(() => undefined);
      throw error;
    }
    const takeBack = () =>
      this.#writing(async () => {
        if ((await this.#secrets.get(name)) !== now) return false;
        await this.#putBack(name, before);
        if (inUse === undefined || (await this.#secrets.get(inUse)) !== kept.id) return false;
        await this.#putBack(inUse, usedBefore);
        return usedBefore !== undefined && (await this.#find(usedBefore)) !== undefined;
      });
    return { account: kept, takeBack };
  }

  #putBack(name: string, before: string | undefined): Promise<void> {
    return before === undefined ? this.#secrets.delete(name) : this.#secrets.store(name, before);
  }

  /** Uses another of the accounts. @throws AppError `keyMissing` when it is not there any more, `secretsLocked` */
  async use(chosen: Account): Promise<void> {
    await this.#change(chosen, () => this.#secrets.store(this.#inUse(chosen), chosen.id));
  }

  /** Calls an account something. @throws AppError `keyMissing` when it is not there any more, `secretsLocked` */
  async rename(renamed: Account, label: string): Promise<void> {
    await this.#change(renamed, () => this.#secrets.store(LABEL + renamed.id, label));
  }

  /**
   * Forgets an account on this computer. Only the dashboard can revoke its key. No other account takes its place: that
   * is for the person to say.
   * @throws AppError `secretsLocked`
   */
  async forget({ id }: Account): Promise<void> {
    await this.#writing(async () => {
      await this.#secrets.delete(ACCOUNT + id);
      await this.#secrets.delete(LABEL + id);
      const inUse = (await this.#secrets.names()).filter((name) => name.startsWith(IN_USE));
      for (const name of inUse)
        if ((await this.#secrets.get(name)) === id) await this.#secrets.delete(name);
    });
  }

  /** Forgets all accounts of all addresses, also those that cannot be read. @throws AppError `secretsLocked` */
  async forgetAll(): Promise<void> {
    await this.#writing(async () => {
      const names = (await this.#secrets.names()).filter(isOurs);
      const done = await Promise.allSettled(names.map((name) => this.#secrets.delete(name)));
      const failed = done.find(({ status }) => status === 'rejected');
      if (failed) throw new AppError('secretsLocked', { mayBeBilled: false });
    });
  }

  dispose(): void {
    this.#watch.dispose();
    this.#listeners.clear();
  }

  #change(known: Account, change: (kept: KeptAccount) => Promise<void>): Promise<void> {
    return this.#writing(async () => {
      const kept = await this.#find(known.id);
      if (!kept) throw new AppError('keyMissing', { mayBeBilled: false });
      await change(kept);
    });
  }

  /** Which of the accounts parses is chosen for each address of CAS Parser; a gateway is chosen in place of one. */
  #inUse(parser: Account): string {
    return IN_USE + (systemOf(parser) === 'gateway' ? this.#origin() : parser.origin);
  }

  /** One change after the other, since each begins with what the one before it left. */
  #writing<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#lastWrite.then(() => this.takeOver()).then(work);
    this.#lastWrite = done.catch(() => undefined);
    return done;
  }

  /** What cannot be read is as good as nothing: the person signs in again. */
  async #find(id: string): Promise<KeptAccount | undefined> {
    const { data } = keptAccount.safeParse(
      parseJson((await this.#secrets.get(ACCOUNT + id)) ?? ''),
    );
    if (data?.account.id !== id) return undefined;
    const label = (await this.#secrets.get(LABEL + id)) ?? data.account.label;
    return { ...data, account: { ...data.account, ...(label === undefined ? {} : { label }) } };
  }
}

function isOurs(name: string): boolean {
  return [ACCOUNT, LABEL, IN_USE].some((prefix) => name.startsWith(prefix));
}

function canParseAt(origin: string, one: Account): boolean {
  return isForParsing(one) && (systemOf(one) === 'gateway' || one.origin === origin);
}

/** The e-mail address names the account at the service; who has none is known by the id alone. */
function isSame(one: Account, fresh: NewAccount): boolean {
  if (one.id === fresh.id) return true;
  const signedIn = fresh.kind === 'approval' && isKeptHere(one) && one.origin === fresh.origin;
  return signedIn && one.email !== undefined && one.email === fresh.email;
}
