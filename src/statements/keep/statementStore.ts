import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import * as z from 'zod/mini';
import { parseJson } from '../../service/json.ts';
import { PrivateFolder } from './privateFolder.ts';
import { removeEverything } from './removeEverything.ts';
import { open, seal } from './sealed.ts';
import type { StoreKey } from './storeKey.ts';
import { type OnTrouble, storageTrouble } from './trouble.ts';

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
 * Statements that were parsed and paid for, each filed under the SHA-256 (hex) of its PDF and sealed.
 * Nothing here rejects but `forgetAll`: what goes wrong is told to `onTrouble`, and the portfolio is still shown.
 */
export class StatementStore {
  readonly #files: PrivateFolder;
  readonly #aside: PrivateFolder;
  readonly #key: StoreKey;
  readonly #now: () => number;
  readonly #onTrouble: OnTrouble;

  /**
   * @param folder of the extension's storage; the statements are in `statements` below it
   * @param now milliseconds since 1970
   */
  constructor(folder: string, key: StoreKey, now: () => number, onTrouble: OnTrouble) {
    this.#files = new PrivateFolder(join(folder, 'statements'), now);
    this.#aside = new PrivateFolder(join(folder, 'set-aside'), now);
    this.#key = key;
    this.#now = now;
    this.#onTrouble = onTrouble;
  }

  /**
   * @returns `undefined` when nothing is kept, and when it cannot be opened. A file that can never be opened is moved
   * aside; one that only the locked or missing key keeps shut stays, so `has` tells "not for now" from "not kept".
   */
  async find(hash: string): Promise<KeptStatement | undefined> {
    try {
      const sealed = await this.#files.read(hash + SUFFIX);
      if (!sealed) return undefined;
      const key = await this.#key.find();
      if (key === 'locked') this.#onTrouble({ kind: 'secretsLocked' });
      else if (key === 'missing') this.#onTrouble({ kind: 'secretsLocked', code: 'keyMissing' });
      if (typeof key === 'string') return undefined;
      const statement = await unpack(open(sealed, key, contextOf(hash)));
      if (statement) return statement;
      await this.#files.setAside(hash + SUFFIX, sealed, this.#aside.path);
      this.#onTrouble({ kind: 'corrupt' });
    } catch (error) {
      this.#onTrouble(storageTrouble(error));
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
      await this.#files.write(hash + SUFFIX, seal(packed, key, contextOf(hash)));
      return true;
    } catch (error) {
      this.#onTrouble(storageTrouble(error));
      return false;
    }
  }

  /** Whether there is a file for this PDF; it is not opened. */
  has(hash: string): Promise<boolean> {
    return this.#files.has(hash + SUFFIX).catch(() => false);
  }

  /** Whether this PDF was parsed and paid for, even if what was kept of it had to be moved aside since. */
  async wasKept(hash: string): Promise<boolean> {
    return (await this.has(hash)) || (await this.#setAside(hash)).length > 0;
  }

  /** Forgets that something was moved aside for this PDF, which has a portfolio again. Never rejects. */
  async forgetSetAside(hash: string): Promise<void> {
    try {
      for (const name of await this.#setAside(hash)) await this.#aside.remove(name);
    } catch (error) {
      this.#onTrouble(storageTrouble(error));
    }
  }

  async count(): Promise<number> {
    return (await this.hashes()).length;
  }

  /** The SHA-256 (hex) of each PDF of which a statement is kept. */
  async hashes(): Promise<string[]> {
    const names = await this.#files.names(SUFFIX).catch(() => []);
    return names.map((name) => name.slice(0, -SUFFIX.length));
  }

  /** Deletes all statements, those set aside included. @returns paths that could not be deleted: none, as a rule */
  async forgetAll(): Promise<string[]> {
    const left = [
      await removeEverything(this.#files.path),
      await removeEverything(this.#aside.path),
    ];
    return left.flat();
  }

  async #setAside(hash: string): Promise<string[]> {
    const names = await this.#aside.names('').catch(() => []);
    return names.filter((name) => name.startsWith(hash + SUFFIX));
  }
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
