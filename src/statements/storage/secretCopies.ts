import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { parseJson } from '../../service/json.ts';
import { PrivateFolder } from './privateFolder.ts';
import { markOf, open, seal } from './sealed.ts';
import type { StoreKey } from './storeKey.ts';

const SUFFIX = '.secret';

const copied = z.object({ name: z.string(), value: z.string() });

/**
 * Copies of secrets, sealed under the key of the store, which itself is in SecretStorage and nowhere else: without that nobody can
 * read them. They are for the browser only, where each tab works on the secrets that there were when it was opened, and writes
 * all of them back with the next one that it stores: what another tab had stored meanwhile is gone after a reload. The copy is
 * always of what was stored last, by whichever tab.
 */
export class SecretCopies {
  readonly #files: PrivateFolder;
  readonly #key: StoreKey;

  /**
   * @param folder of the extension's storage; the copies are in `secrets` below it
   * @param now milliseconds since 1970
   */
  constructor(folder: string, key: StoreKey, now: () => number) {
    this.#files = new PrivateFolder(join(folder, 'secrets'), now);
    this.#key = key;
  }

  /** Keeps a copy of what was just stored. Never rejects. */
  async keep(name: string, value: string): Promise<void> {
    try {
      const key = await this.#key.findOrMake();
      if (key === 'locked') return;
      const file = fileOf(name, key);
      const bytes = Buffer.from(JSON.stringify({ name, value }));
      // An old copy in the place of one that cannot be written would be taken for what was stored last.
      await this.#files
        .write(file, seal(bytes, key, contextOf(file)))
        .catch(() => this.#files.remove(file));
    } catch {
      // Then there is the secret alone, as there is without copies.
    }
  }

  /** Forgets a copy whose secret is to be forgotten. @throws when it stays: it would bring the secret back */
  async forget(name: string): Promise<void> {
    const key = await this.#key.find();
    if (key === 'locked') throw new Error('The secret storage is locked.');
    if (key !== 'missing') await this.#files.remove(fileOf(name, key));
  }

  /** What was stored last, by name. Never rejects. */
  async all(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    const key = await this.#key.find();
    if (typeof key === 'string') return found;
    for (const file of await this.#names()) {
      const sealed = await this.#files.read(file).catch(() => undefined);
      const bytes = sealed && open(sealed, key, contextOf(file));
      const { data } = copied.safeParse(parseJson(bytes?.toString() ?? ''));
      if (data) found.set(data.name, data.value);
    }
    return found;
  }

  #names(): Promise<string[]> {
    return this.#files.names(SUFFIX).catch(() => []);
  }
}

/** Tells neither whose account it is nor where. */
function fileOf(name: string, key: Buffer): string {
  const hash = createHash('sha256').update(key).update(name).digest('hex');
  return `${hash.slice(0, 32)}.${markOf(key)}${SUFFIX}`;
}

function contextOf(file: string): string {
  return `secret ${file}`;
}
