import { isAppError } from '../service/appError.ts';

/**
 * Keeps a key that the service delivers a single time. While SecretStorage does not take it, it stays in memory and is tried again as
 * often as the person says.
 * @param keep rejects with AppError `keyNotKept` while it fails
 * @param tryAgain asks the person
 * @throws AppError `keyNotKept` when the person gives up on it
 */
export async function keepDelivered<T>(
  keep: () => Promise<T>,
  tryAgain: () => Promise<boolean>,
): Promise<T> {
  for (;;) {
    try {
      return await keep();
    } catch (error) {
      if (!isAppError(error, 'keyNotKept') || !(await tryAgain())) throw error;
    }
  }
}
