import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './storageIssue.ts';

const TEMP = '.tmp';
/** No write takes this long: what is older was left by a process that died. */
const TEMP_LIFE_MS = 60 * 60 * 1000;
/** A virus scanner or an indexer may hold a file on Windows for a moment. */
const RENAME_TRIES = 5;

/** A folder that only this person can read, whose files are whole or not there. Errors are the system's. */
export class PrivateFolder {
  readonly path: string;
  readonly #now: () => number;
  #opened: Promise<void> | undefined;

  /** @param now milliseconds since 1970 */
  constructor(path: string, now: () => number) {
    this.path = path;
    this.#now = now;
  }

  /** @returns `undefined` when there is no such file */
  async read(name: string): Promise<Buffer | undefined> {
    await this.#open();
    try {
      return await readFile(join(this.path, name));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Puts a file in the place of what was there. Resolves once it would survive a power failure. */
  async write(name: string, bytes: Uint8Array | string): Promise<void> {
    await makePrivate(this.path);
    await this.#open();
    const temp = join(this.path, `${name}.${randomUUID()}${TEMP}`);
    try {
      const file = await open(temp, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await renameInto(temp, join(this.path, name));
    } catch (error) {
      await rm(temp, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(this.path);
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.path, name), { force: true, recursive: true, maxRetries: RENAME_TRIES });
  }

  /** Names of the files that end so. */
  async names(suffix: string): Promise<string[]> {
    await this.#open();
    try {
      return (await readdir(this.path)).filter((name) => name.endsWith(suffix));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async has(name: string): Promise<boolean> {
    return (await this.changedAt(name)) !== undefined;
  }

  /** @returns milliseconds since 1970, `undefined` when there is no such file */
  async changedAt(name: string): Promise<number | undefined> {
    try {
      return (await stat(join(this.path, name))).mtimeMs;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /**
   * Moves a file that is of no use to another folder. What another window has put in its place meanwhile
   * stays.
   */
  async setAside(name: string, useless: Buffer, folder: string): Promise<void> {
    const from = join(this.path, name);
    const to = join(folder, `${name}.${randomUUID()}`);
    await makePrivate(folder);
    await rename(from, to);
    if (!useless.equals(await readFile(to))) await link(to, from).catch(() => undefined);
  }

  #open(): Promise<void> {
    return (this.#opened ??= this.#tidy());
  }

  async #tidy(): Promise<void> {
    await chmod(this.path, 0o700).catch(() => undefined);
    await removeOldTemps(this.path, this.#now()).catch(() => undefined);
  }
}

/** Removes what writers left behind that died while they wrote. */
export async function removeOldTemps(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(TEMP)) continue;
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < now - TEMP_LIFE_MS) await rm(path, { force: true });
  }
}

/** Makes a folder that only this person can read, for good. */
export async function makePrivate(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made))
    await syncFolder(dirname(made));
}

/** Renames onto what may be there, once nobody holds it any more. */
export async function renameInto(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '');
      if (!held || tries === RENAME_TRIES) throw error;
      await delay(20 * tries);
    }
  }
}

/** A new name is on disk only when its folder is. Windows does that by itself and opens no folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
