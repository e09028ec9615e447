import type { SecretStorage } from 'vscode';
import { AppError } from '../service/appError.ts';

/** Copies of what is stored, where SecretStorage may lose it. */
export interface AccountCopies {
  keep(name: string, value: string): Promise<void>;
  /** @throws when the copy stays */
  forget(name: string): Promise<void>;
  all(): Promise<ReadonlyMap<string, string>>;
}

/**
 * SecretStorage, with copies of what is stored where it may lose that: in the browser another tab can write its old secrets over them.
 * What the copies have is put back before the first read, and whenever `takeOver` says so.
 */
export class CopiedSecrets {
  readonly #secrets: Omit<SecretStorage, 'onDidChange'>;
  readonly #copies: AccountCopies | undefined;
  #takenOver: Promise<void> | undefined;

  constructor(secrets: Omit<SecretStorage, 'onDidChange'>, copies: AccountCopies | undefined) {
    this.#secrets = secrets;
    this.#copies = copies;
  }

  /** Takes over what another tab has stored meanwhile and SecretStorage does not tell. Never rejects. */
  takeOver(): Promise<void> {
    const before = this.#takenOver ?? Promise.resolve();
    return (this.#takenOver = before.then(() => this.#takeOver()));
  }

  /** @throws AppError `secretsLocked` */
  async names(): Promise<string[]> {
    await (this.#takenOver ??= this.#takeOver());
    return orLocked(() => this.#secrets.keys());
  }

  /** @throws AppError `secretsLocked` */
  async get(name: string): Promise<string | undefined> {
    await (this.#takenOver ??= this.#takeOver());
    return orLocked(() => this.#secrets.get(name));
  }

  /** @throws AppError `secretsLocked` */
  async store(name: string, value: string): Promise<void> {
    await orLocked(() => this.#secrets.store(name, value));
    await this.#copies?.keep(name, value);
  }

  /** The copy goes first: it would bring the secret back. @throws AppError `secretsLocked` */
  async delete(name: string): Promise<void> {
    await orLocked(async () => this.#copies?.forget(name));
    await orLocked(() => this.#secrets.delete(name));
  }

  async #takeOver(): Promise<void> {
    if (!this.#copies) return;
    for (const [name, value] of await this.#copies.all()) {
      try {
        if ((await this.#secrets.get(name)) !== value) await this.#secrets.store(name, value);
      } catch {
        // Locked: whoever reads or writes next is told.
        return;
      }
    }
  }
}

async function orLocked<T>(work: () => Thenable<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw new AppError('secretsLocked', { mayBeBilled: false });
  }
}
