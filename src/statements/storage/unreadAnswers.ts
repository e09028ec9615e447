import { join } from 'node:path';
import { PrivateFolder } from './privateFolder.ts';
import { open, seal } from './sealed.ts';
import type { StoreKey } from './storeKey.ts';
import { type OnStorageIssue, storageIssue } from './storageIssue.ts';

const SUFFIX = '.answer';

/**
 * Answers that may have been paid for and that this version does not understand: half of a JSON, a page, another form. They are kept
 * as they came, sealed, so that the person can look at them, and so that a later version can read them without another credit.
 * Nothing here rejects.
 */
export class UnreadAnswers {
  readonly #files: PrivateFolder;
  readonly #key: StoreKey;
  readonly #mayKeep: () => boolean;
  readonly #onTrouble: OnStorageIssue;
  /** What the disk does not take, or the person does not want there, until the window is closed. By name of the file. */
  readonly #inMemory = new Map<string, string>();

  /**
   * @param folder of the extension's storage; the answers are in `unread` below it
   * @param mayKeep the person's wish, as it is now
   * @param now milliseconds since 1970
   */
  constructor(
    folder: string,
    key: StoreKey,
    mayKeep: () => boolean,
    now: () => number,
    onTrouble: OnStorageIssue,
  ) {
    this.#files = new PrivateFolder(join(folder, 'unread'), now);
    this.#key = key;
    this.#mayKeep = mayKeep;
    this.#onTrouble = onTrouble;
  }

  /** @param hash SHA-256 of the PDF, in hex */
  async keep(hash: string, requestId: string, text: string): Promise<void> {
    const name = nameOf(hash, requestId);
    this.#inMemory.set(name, text);
    if (!this.#mayKeep()) return;
    try {
      const key = await this.#key.findOrMake();
      if (key === 'locked') return;
      await this.#files.write(name, seal(Buffer.from(text), key, contextOf(name)));
      this.#inMemory.delete(name);
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
  }

  /** What arrived for a PDF and was not understood, in no particular order. */
  async find(hash: string): Promise<string[]> {
    const known = [...this.#inMemory].flatMap(([name, text]) => (isFor(hash, name) ? [text] : []));
    try {
      const names = (await this.#files.names(SUFFIX)).filter((name) => isFor(hash, name));
      const key = names.length > 0 ? await this.#key.find() : 'missing';
      if (typeof key === 'string') return known;
      for (const name of names) {
        const sealed = await this.#files.read(name);
        const text = sealed && open(sealed, key, contextOf(name));
        if (text) known.push(text.toString());
      }
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
    return known;
  }

  /** The portfolio is here, so what came before is of no use. */
  async forget(hash: string): Promise<void> {
    for (const name of [...this.#inMemory.keys()])
      if (isFor(hash, name)) this.#inMemory.delete(name);
    try {
      for (const name of await this.#files.names(SUFFIX))
        if (isFor(hash, name)) await this.#files.remove(name);
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
  }

  /** Forgets what is not on disk. */
  forgetMemory(): void {
    this.#inMemory.clear();
  }
}

function nameOf(hash: string, requestId: string): string {
  return `${hash}.${requestId}${SUFFIX}`;
}

function isFor(hash: string, name: string): boolean {
  return name.startsWith(`${hash}.`);
}

function contextOf(name: string): string {
  return `answer ${name}`;
}
