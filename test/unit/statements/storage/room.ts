import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { StoreKey } from '../../../../src/statements/storage/storeKey.ts';
import type { StorageIssue } from '../../../../src/statements/storage/storageIssue.ts';
import { MemorySecrets } from '../memorySecrets.ts';

/** A storage folder on the real disk, with secrets and all that went wrong in it. */
export class Room {
  readonly folder: string;
  readonly secrets = new MemorySecrets();
  readonly key: StoreKey;
  readonly troubles: StorageIssue[] = [];
  now = Date.UTC(2026, 7, 1);

  private constructor(folder: string) {
    this.folder = folder;
    this.key = new StoreKey(folder, this.secrets, this.clock);
  }

  static async make(): Promise<Room> {
    return new Room(join(await mkdtemp(join(tmpdir(), 'casparser-keep-')), 'storage'));
  }

  readonly clock = () => this.now;
  readonly onTrouble = (trouble: StorageIssue) => void this.troubles.push(trouble);

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Names of what is in a folder below; none when it is not there. */
  names(...folder: string[]): Promise<string[]> {
    return readdir(this.path(...folder)).catch(() => []);
  }

  /** Lets every call of SecretStorage fail. @returns what unlocks it */
  lockSecrets(): () => void {
    const fails = () => Promise.reject(new Error('the keyring is locked'));
    Object.assign(this.secrets, { get: fails, store: fails, delete: fails });
    return () => {
      for (const name of ['get', 'store', 'delete']) Reflect.deleteProperty(this.secrets, name);
    };
  }

  /** Puts a file where a folder is needed: that keeps out even root, whom no permission does. */
  async blockFolder(name: string): Promise<void> {
    await rm(this.path(name), { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    await writeFile(this.path(name), '');
  }

  /** Changes a file's bytes behind the store's back. */
  async change(path: string, change: (bytes: Buffer) => Uint8Array): Promise<void> {
    await writeFile(path, change(await readFile(path)));
  }

  /** All files below, wherever they are. */
  async files(): Promise<{ path: string; bytes: Buffer }[]> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
  }

  async remove(): Promise<void> {
    await rm(join(this.folder, '..'), { recursive: true, force: true });
  }

  assertTroubles(...expected: StorageIssue[]): void {
    assert.deepEqual(this.troubles.splice(0), expected);
  }
}

/** SHA-256 (hex) of an invented PDF. */
export function hashOf(pdf: string): string {
  return createHash('sha256').update(pdf).digest('hex');
}
