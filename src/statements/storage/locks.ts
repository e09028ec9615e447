import { join } from 'node:path';
import { AppError, isAppError } from '../../service/appError.ts';
import { type Lock, heldByOthers, waitForLock } from './lockFile.ts';
import { removeOldTemps } from './privateFolder.ts';
import { errorCode } from './storageIssue.ts';

/**
 * One statement is worked on by one window at a time, and once at a time in it, so that none is sent twice. Other work that must not be
 * done in two windows at once has names of its own.
 */
export class Locks {
  readonly #folder: string;
  readonly #now: () => number;
  #tidied: Promise<void> | undefined;

  /**
   * @param folder of the extension's storage; the locks are in `locks` below it
   * @param now milliseconds since 1970
   */
  constructor(folder: string, now: () => number) {
    this.#folder = join(folder, 'locks');
    this.#now = now;
  }

  /**
   * Does some work on a statement once nobody else is working on it.
   * @param name SHA-256 of the PDF, in hex, or of other work; a file is called so
   * @param signal ends the waiting, not the work
   * @param onWait told once, when the work cannot start at once
   * @throws AppError `cancelled` (not billed) while waiting, `journalNotWritten` when the disk takes no lock,
   * and whatever the work throws
   */
  async withLock<T>(
    name: string,
    signal: AbortSignal,
    work: () => Promise<T>,
    { onWait }: { onWait?: () => void } = {},
  ): Promise<T> {
    await (this.#tidied ??= removeOldTemps(this.#folder, this.#now()).catch(() => undefined));
    const lock = await this.#wait(name, signal, onWait);
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }

  /** How many windows other than this one are at work on something just now; each piece of work counts. */
  heldByOthers(): Promise<number> {
    return heldByOthers(this.#folder);
  }

  async #wait(name: string, signal: AbortSignal, onWait: (() => void) | undefined): Promise<Lock> {
    try {
      return await waitForLock(this.#folder, name, signal, onWait);
    } catch (error) {
      if (isAppError(error)) throw error;
      throw new AppError('journalNotWritten', { code: errorCode(error), mayBeBilled: false });
    }
  }
}
