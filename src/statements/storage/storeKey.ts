import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAppError } from '../../service/appError.ts';
import { waitForLock } from './lockFile.ts';
import { PrivateFolder } from './privateFolder.ts';
import type { Secrets } from './secrets.ts';

/** Name of the secret. */
export const STORE_KEY = 'casParser.storeKey';
const KEY_BYTES = 32;
/** Says that some window has made the key. */
const MADE = 'store-key-made';
/** A secret stored by one window of VS Code reaches the others a little later. */
const LOOK_AGAIN = { times: 12, everyMs: 250 };
const LONGEST_WAIT_MS = 10_000;

/** The 256-bit key that everything in the storage is sealed with; it is in SecretStorage and nowhere else. */
export class StoreKey {
  readonly #folder: PrivateFolder;
  readonly #secrets: Secrets;
  #making: Promise<Buffer | 'locked'> | undefined;

  /**
   * @param folder of the extension's storage
   * @param now milliseconds since 1970
   */
  constructor(folder: string, secrets: Secrets, now: () => number) {
    this.#folder = new PrivateFolder(folder, now);
    this.#secrets = secrets;
  }

  /** The key to open with. It is asked for each time, since another window may have forgotten it. */
  async find(): Promise<Buffer | 'missing' | 'locked'> {
    try {
      const key = Buffer.from((await this.#secrets.get(STORE_KEY)) ?? '', 'base64');
      return key.length === KEY_BYTES ? key : 'missing';
    } catch {
      return 'locked';
    }
  }

  /**
   * The key to seal with; made when there is none, the same one for all windows. SecretStorage that is locked or
   * fails makes no new key.
   * @throws the system's error when the disk does not take the note that the key was made
   */
  async findOrMake(): Promise<Buffer | 'locked'> {
    const found = await this.find();
    if (found !== 'missing') return found;
    return (this.#making ??= this.#makeAlone().finally(() => (this.#making = undefined)));
  }

  /** @throws when SecretStorage is locked or fails */
  async forget(): Promise<void> {
    await this.#secrets.delete(STORE_KEY);
    await this.#folder.remove(MADE);
  }

  async #makeAlone(): Promise<Buffer | 'locked'> {
    const locks = join(this.#folder.path, 'locks');
    try {
      const lock = await waitForLock(locks, 'store-key', AbortSignal.timeout(LONGEST_WAIT_MS));
      try {
        return await this.#make();
      } finally {
        await lock.release();
      }
    } catch (error) {
      if (isAppError(error, 'cancelled')) return 'locked';
      throw error;
    }
  }

  async #make(): Promise<Buffer | 'locked'> {
    const another = await this.#madeByAnother();
    if (another !== 'missing') return another;
    await this.#folder.write(MADE, '');
    try {
      await this.#secrets.store(STORE_KEY, randomBytes(KEY_BYTES).toString('base64'));
    } catch {
      await this.#folder.remove(MADE);
      return 'locked';
    }
    const kept = await this.find();
    return kept === 'missing' ? 'locked' : kept;
  }

  async #madeByAnother(): Promise<Buffer | 'missing' | 'locked'> {
    let found = await this.find();
    if (found !== 'missing' || !(await this.#folder.has(MADE))) return found;
    for (let look = 0; look < LOOK_AGAIN.times && found === 'missing'; look++) {
      await delay(LOOK_AGAIN.everyMs);
      found = await this.find();
    }
    return found;
  }
}
