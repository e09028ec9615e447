import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { parseJson } from '../../service/json.ts';
import { type Lock, isLocked, lock } from './lockFile.ts';
import { PrivateFolder } from './privateFolder.ts';
import { isOfAnotherKey, open, seal } from './sealed.ts';
import type { StoreKey } from './storeKey.ts';
import { type OnStorageIssue, storageIssue } from './storageIssue.ts';

const SUFFIX = '.batch';

const batchEntry = z.object({
  /** The PDF's URI. It may hold names. */
  file: z.string(),
  /** SHA-256 of the PDF, in hex, once it was read. */
  hash: z.optional(z.string()),
  status: z.enum(['open', 'parsed', 'failed', 'cancelled']),
});

const batch = z.object({
  id: z.uuid(),
  /** ISO date-time. */
  startedAt: z.string(),
  entries: z.array(batchEntry),
});

export type BatchEntry = z.infer<typeof batchEntry>;
export type Batch = z.infer<typeof batch>;

interface Running {
  readonly batch: Batch;
  readonly lock: Lock;
  /** The last write that was started, and the one that waits for it. */
  writing: Promise<void>;
  next: Promise<void> | undefined;
}

/**
 * The batches under way, sealed, so that one goes on where it was after the window was closed or the machine went off.
 * Nothing here rejects: a batch that cannot be noted runs all the same, and `onTrouble` is told.
 */
export class BatchJournal {
  readonly #files: PrivateFolder;
  readonly #locks: string;
  readonly #aside: string;
  readonly #key: StoreKey;
  readonly #now: () => number;
  readonly #onTrouble: OnStorageIssue;
  readonly #running = new Map<string, Running>();

  /**
   * @param folder of the extension's storage; the batches are in `batches` below it
   * @param now milliseconds since 1970
   */
  constructor(folder: string, key: StoreKey, now: () => number, onTrouble: OnStorageIssue) {
    this.#files = new PrivateFolder(join(folder, 'batches'), now);
    this.#locks = join(folder, 'locks');
    this.#aside = join(folder, 'set-aside');
    this.#key = key;
    this.#now = now;
    this.#onTrouble = onTrouble;
  }

  /** Notes a new batch; this process owns it until it is closed or the process ends. @returns its id */
  async begin(entries: readonly BatchEntry[]): Promise<string> {
    const id = randomUUID();
    const startedAt = new Date(this.#now()).toISOString();
    const owned = await this.#lock(id);
    if (owned) {
      const running = this.#run(
        { id, startedAt, entries: entries.map((entry) => ({ ...entry })) },
        owned,
      );
      await this.#save(running);
    }
    return id;
  }

  /** Notes how a file of an own batch ended. Resolves once the note would survive a power failure. */
  async ended(
    id: string,
    file: string,
    status: Exclude<BatchEntry['status'], 'open'>,
    hash?: string,
  ): Promise<void> {
    const running = this.#running.get(id);
    if (!running) return;
    for (const entry of running.batch.entries) {
      if (entry.file !== file) continue;
      entry.status = status;
      if (hash !== undefined) entry.hash = hash;
    }
    await this.#save(running);
  }

  /** Forgets an own batch: it is over, or nobody wants it to go on. */
  async close(id: string): Promise<void> {
    const running = this.#running.get(id);
    if (!running) return;
    this.#running.delete(id);
    await (running.next ?? running.writing);
    try {
      await this.#files.remove(id + SUFFIX);
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
    await running.lock.release();
  }

  /** The batches whose owner is gone, oldest first. */
  async interrupted(): Promise<Batch[]> {
    const found: Batch[] = [];
    try {
      for (const name of await this.#files.names(SUFFIX)) {
        const id = name.slice(0, -SUFFIX.length);
        if (await isLocked(this.#locks, lockOf(id))) continue;
        const left = await this.#read(id);
        if (left) found.push(left);
      }
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
    return found.sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  }

  /**
   * Makes this process the owner of an interrupted batch.
   * @returns `undefined` when another was faster, and when the batch is over or cannot be read
   */
  async take(id: string): Promise<Batch | undefined> {
    const owned = await this.#lock(id);
    if (!owned) return undefined;
    const left = await this.#read(id);
    if (left) return structuredClone(this.#run(left, owned).batch);
    await owned.release();
    return undefined;
  }

  #run(begun: Batch, owned: Lock): Running {
    const running = { batch: begun, lock: owned, writing: Promise.resolve(), next: undefined };
    this.#running.set(begun.id, running);
    return running;
  }

  async #lock(id: string): Promise<Lock | undefined> {
    try {
      return await lock(this.#locks, lockOf(id));
    } catch (error) {
      this.#onTrouble(storageIssue(error));
      return undefined;
    }
  }

  /** One write at a time; all that changes while one is under way goes into the next. */
  #save(running: Running): Promise<void> {
    return (running.next ??= running.writing.then(() => {
      running.next = undefined;
      running.writing = this.#write(running.batch);
      return running.writing;
    }));
  }

  async #write(changed: Batch): Promise<void> {
    const text = JSON.stringify(changed);
    try {
      const key = await this.#key.findOrMake();
      if (key === 'locked') this.#onTrouble({ kind: 'secretsLocked' });
      else
        await this.#files.write(
          changed.id + SUFFIX,
          seal(Buffer.from(text), key, contextOf(changed.id)),
        );
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
  }

  async #read(id: string): Promise<Batch | undefined> {
    try {
      const sealed = await this.#files.read(id + SUFFIX);
      if (!sealed) return undefined;
      const key = await this.#key.find();
      if (key === 'locked') this.#onTrouble({ kind: 'secretsLocked' });
      else if (key === 'missing') this.#onTrouble({ kind: 'secretsLocked', code: 'keyMissing' });
      if (typeof key === 'string') return undefined;
      // It goes on in the browser that has its key.
      if (isOfAnotherKey(sealed, key) && !open(sealed, key, contextOf(id))) return undefined;
      const read = batch.safeParse(parseJson(open(sealed, key, contextOf(id))?.toString() ?? ''));
      if (read.success) return read.data;
      await this.#files.setAside(id + SUFFIX, sealed, this.#aside);
      this.#onTrouble({ kind: 'corrupt' });
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
    return undefined;
  }
}

function lockOf(id: string): string {
  return `batch-${id}`;
}

function contextOf(id: string): string {
  return `batch ${id}`;
}
