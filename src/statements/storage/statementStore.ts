import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import * as z from 'zod/mini';
import { parseJson } from '../../service/json.ts';
import { PrivateFolder } from './privateFolder.ts';
import { removeEverything } from './removeEverything.ts';
import { isOfAnotherKey, markOf, open, seal } from './sealed.ts';
import type { StoreKey } from './storeKey.ts';
import { type OnStorageIssue, type StorageIssue, storageIssue } from './storageIssue.ts';

const SUFFIX = '.cas';

const keptStatement = z.object({
  /** The portfolio's JSON as the service sent it. */
  text: z.string(),
  /** ISO date-time. */
  keptAt: z.string(),
  requestId: z.optional(z.string()),
});

export type KeptStatement = z.infer<typeof keptStatement>;

/**
 * Statements that were parsed and paid for, each filed under the SHA-256 (hex) of its PDF and the key that it is sealed with: where
 * several browsers work on one server, each has a key of its own, and none of them may lose what another one keeps.
 * Nothing here rejects but `forgetAll`: what goes wrong is told to `onTrouble`, and the portfolio is still shown.
 */
export class StatementStore {
  readonly #files: PrivateFolder;
  readonly #aside: PrivateFolder;
  readonly #key: StoreKey;
  readonly #now: () => number;
  readonly #onTrouble: OnStorageIssue;

  /**
   * @param folder of the extension's storage; the statements are in `statements` below it
   * @param now milliseconds since 1970
   */
  constructor(folder: string, key: StoreKey, now: () => number, onTrouble: OnStorageIssue) {
    this.#files = new PrivateFolder(join(folder, 'statements'), now);
    this.#aside = new PrivateFolder(join(folder, 'set-aside'), now);
    this.#key = key;
    this.#now = now;
    this.#onTrouble = onTrouble;
  }

  /**
   * @returns `undefined` when nothing is kept, and when it cannot be opened. A damaged file is moved aside; one that the locked or
   * missing key keeps shut, or another key, stays. What was moved aside before and can be opened is filed again.
   */
  async find(hash: string): Promise<KeptStatement | undefined> {
    try {
      const filed = await this.#filed(hash);
      const aside = await this.#setAside(hash);
      if (filed.length + aside.length === 0) return undefined;
      const key = await this.#key.find();
      if (typeof key === 'string') {
        if (filed.length > 0) this.#onTrouble(outOfReach(key));
        return undefined;
      }
      for (const name of filed) {
        const statement = await this.#openFiled(name, hash, key);
        if (statement) return statement;
      }
      return await this.#openSetAside(aside, hash, key);
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
    return undefined;
  }

  /**
   * Keeps a statement in place of what was kept for its PDF.
   * @returns whether it would survive a power failure now
   */
  async keep(
    hash: string,
    { text, requestId }: { text: string; requestId?: string | undefined },
  ): Promise<boolean> {
    try {
      const key = await this.#key.findOrMake();
      if (key === 'locked') {
        this.#onTrouble({ kind: 'secretsLocked' });
        return false;
      }
      const keptAt = new Date(this.#now()).toISOString();
      const packed = await pack({ text, keptAt, ...(requestId !== undefined && { requestId }) });
      await this.#files.write(nameOf(hash, key), seal(packed, key, contextOf(hash)));
      await this.#removeUnmarked(hash, key);
      return true;
    } catch (error) {
      this.#onTrouble(storageIssue(error));
      return false;
    }
  }

  /** Whether there is a file for this PDF that this window has the key to; it is not opened. */
  async has(hash: string): Promise<boolean> {
    const filed = await this.#filed(hash).catch(() => []);
    if (filed.length === 0) return false;
    const key = await this.#key.find();
    if (key === 'missing') return false;
    return key === 'locked' || filed.some((name) => name === nameOf(hash, key) || isUnmarked(name));
  }

  /** Whether this PDF was parsed and paid for, even if what was kept of it had to be moved aside since, or has another key. */
  async wasKept(hash: string): Promise<boolean> {
    const filed = await this.#filed(hash).catch(() => []);
    return filed.length > 0 || (await this.#setAside(hash)).length > 0;
  }

  /** Whether what is kept of this PDF is sealed with a key that this window does not have, such as that of another browser. */
  async isKeptElsewhere(hash: string): Promise<boolean> {
    const key = await this.#key.find();
    if (key === 'locked') return false;
    const own = key === 'missing' ? undefined : key;
    for (const name of await this.#filed(hash).catch(() => [])) {
      const sealed = await this.#files.read(name).catch(() => undefined);
      if (sealed && isOfAnotherKey(sealed, own)) return true;
    }
    return false;
  }

  /** Forgets that something damaged was moved aside for this PDF, which has a portfolio again. Never rejects. */
  async forgetSetAside(hash: string): Promise<void> {
    try {
      const key = await this.#key.find();
      const own = typeof key === 'string' ? undefined : key;
      for (const name of await this.#setAside(hash)) {
        const sealed = await this.#aside.read(name);
        if (sealed && !isOfAnotherKey(sealed, own)) await this.#aside.remove(name);
      }
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
  }

  async count(): Promise<number> {
    return (await this.hashes()).length;
  }

  /** The SHA-256 (hex) of each PDF of which a statement is kept. */
  async hashes(): Promise<string[]> {
    const names = await this.#files.names(SUFFIX).catch(() => []);
    return [...new Set(names.map((name) => name.slice(0, name.indexOf('.'))))];
  }

  /**
   * What is kept that this window has the key to, without opening it: by the SHA-256 (hex) of each PDF a text that changes when the
   * statement is kept anew or the key is another. Empty while the secrets are locked, which is told.
   */
  async versions(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    try {
      const hashes = await this.hashes();
      if (hashes.length === 0) return found;
      const key = await this.#key.find();
      if (typeof key === 'string') {
        this.#onTrouble(outOfReach(key));
        return found;
      }
      for (const hash of hashes)
        for (const name of [nameOf(hash, key), hash + SUFFIX]) {
          const changedAt = await this.#files.changedAt(name);
          if (changedAt !== undefined && !found.has(hash))
            found.set(hash, `${markOf(key)} ${name} ${changedAt}`);
        }
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
    return found;
  }

  /** Deletes all statements, those set aside included. @returns paths that could not be deleted: none, as a rule */
  async forgetAll(): Promise<string[]> {
    const left = [
      await removeEverything(this.#files.path),
      await removeEverything(this.#aside.path),
    ];
    return left.flat();
  }

  /** The names of the files of a PDF, whatever key they have. */
  async #filed(hash: string): Promise<string[]> {
    return (await this.#files.names(SUFFIX)).filter((name) => name.startsWith(`${hash}.`));
  }

  async #setAside(hash: string): Promise<string[]> {
    const names = await this.#aside.names('').catch(() => []);
    return names.filter((name) => name.startsWith(`${hash}.`));
  }

  /** Opens a file, and moves it aside when it is damaged. */
  async #openFiled(name: string, hash: string, key: Buffer): Promise<KeptStatement | undefined> {
    const sealed = await this.#files.read(name);
    if (!sealed) return undefined;
    const statement = await unpack(open(sealed, key, contextOf(hash)));
    if (statement) return statement;
    // A file that has this key's name has its mark, too, unless it is damaged.
    if (name !== nameOf(hash, key) && isOfAnotherKey(sealed, key)) return undefined;
    if (name !== nameOf(hash, key) && !isUnmarked(name)) return undefined;
    await this.#files.setAside(name, sealed, this.#aside.path);
    this.#onTrouble({ kind: 'corrupt' });
    return undefined;
  }

  /** What another window took for damaged, since it has another key. */
  async #openSetAside(
    names: readonly string[],
    hash: string,
    key: Buffer,
  ): Promise<KeptStatement | undefined> {
    for (const name of names) {
      const sealed = await this.#aside.read(name);
      const statement = sealed && (await unpack(open(sealed, key, contextOf(hash))));
      if (!statement) continue;
      await this.#files.write(nameOf(hash, key), sealed);
      await this.#aside.remove(name);
      return statement;
    }
    return undefined;
  }

  /** Removes a file of before names had the key's mark, if it is this key's and so replaced. */
  async #removeUnmarked(hash: string, key: Buffer): Promise<void> {
    const sealed = await this.#files.read(hash + SUFFIX);
    if (sealed && open(sealed, key, contextOf(hash))) await this.#files.remove(hash + SUFFIX);
  }
}

function nameOf(hash: string, key: Buffer): string {
  return `${hash}.${markOf(key)}${SUFFIX}`;
}

function isUnmarked(name: string): boolean {
  return name.indexOf('.') === name.length - SUFFIX.length;
}

function outOfReach(key: 'locked' | 'missing'): StorageIssue {
  return key === 'locked'
    ? { kind: 'secretsLocked' }
    : { kind: 'secretsLocked', code: 'keyMissing' };
}

function contextOf(hash: string): string {
  return `statement ${hash}`;
}

async function pack(statement: KeptStatement): Promise<Buffer> {
  return promisify(deflate)(Buffer.from(JSON.stringify(statement)));
}

async function unpack(packed: Buffer | undefined): Promise<KeptStatement | undefined> {
  if (!packed) return undefined;
  const json = (await promisify(inflate)(packed)).toString();
  return keptStatement.safeParse(parseJson(json)).data;
}
