import { createHash } from 'node:crypto';
import { isAppError } from '../../service/appError.ts';

/** Does work while no other window does work under the same name. @throws AppError `journalNotWritten` when the disk takes no lock */
export type WithLock = <T>(name: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/**
 * Renews something in one window at a time. A refresh token may be good for one use, and a login that sees it a second time takes a
 * thief for the one who used it and ends the sign-in for both (RFC 9700, section 4.14.2). Where the disk takes no lock, it is renewed
 * all the same: what is kept is read again before and after.
 * @param name of what is renewed; not told to the disk
 */
export async function renewAlone<T>(
  withLock: WithLock,
  name: string,
  renew: () => Promise<T>,
): Promise<T> {
  const lockName = `renewal-${createHash('sha256').update(name).digest('hex')}`;
  // What the renewal fails with is told from what the lock fails with.
  const settled = () =>
    renew().then(
      (value) => ({ value }),
      (failure: unknown) => ({ failure }),
    );
  const ended = await withLock(lockName, new AbortController().signal, settled).catch(
    (error: unknown) => {
      if (isAppError(error, 'journalNotWritten')) return settled();
      throw error;
    },
  );
  if ('failure' in ended) throw ended.failure;
  return ended.value;
}
