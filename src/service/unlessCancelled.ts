import { AppError } from './appError.ts';

/**
 * Waits for work that goes on without whoever waits for it.
 * @throws AppError `cancelled` as soon as the signal is aborted
 */
export async function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: cancelled, reject } = Promise.withResolvers<never>();
  const cancel = () => reject(new AppError('cancelled', { mayBeBilled: false }));
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
