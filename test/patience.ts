import { setTimeout as wait } from 'node:timers/promises';

/** Far more than anything takes on a slow and busy machine: what has not come by then does not come. */
export const PATIENCE_MS = 120_000;

const LOOK_EVERY_MS = 10;

/** Waits until something is so, and looks a last time when patience ends. @throws Error when it is still not so */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what = 'What was waited for',
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const isLast = performance.now() > end;
    if (await isSo()) return;
    if (isLast) throw new Error(`${what} did not come about.`);
    await wait(LOOK_EVERY_MS);
  }
}

/** Waits until there is something to have. @throws Error when there is still nothing */
export async function untilThere<T>(
  find: () => T | undefined | Promise<T | undefined>,
  what?: string,
): Promise<T> {
  let found: T | undefined;
  await until(async () => (found = await find()) !== undefined, what);
  return found as T;
}
