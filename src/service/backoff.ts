const FIRST_MS = 1000;
/** As long as the official clients wait at most. */
const LONGEST_MS = 8000;

/**
 * Milliseconds to wait after a number of failures: twice as long each time, up to 8 s, and up to a half less by
 * chance, so that clients that failed together do not come back together.
 * @param failures 1 or more
 * @param random at least 0, below 1
 */
export function backoffMs(failures: number, random: number): number {
  const full = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
  return Math.round(full * (1 - random / 2));
}
