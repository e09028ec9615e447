import { isProblem } from '../service/problem.ts';

/**
 * Keeps a key that the service delivers a single time. While SecretStorage does not take it, it stays in memory and is tried again as
 * often as the person says.
 * @param keep rejects with Problem `keyNotKept` while it fails
 * @param tryAgain asks the person
 * @throws Problem `keyNotKept` when the person gives up on it
 */
export async function keepDelivered<T>(
  keep: () => Promise<T>,
  tryAgain: () => Promise<boolean>,
): Promise<T> {
  for (;;) {
    try {
      return await keep();
    } catch (error) {
      if (!isProblem(error, 'keyNotKept') || !(await tryAgain())) throw error;
    }
  }
}
