import { nextTask } from './nextTask.ts';

/** A page that is not in sight paints nothing. */
const NOT_IN_SIGHT_MS = 200;

/** Waits until what was rendered is on screen: long work that begins before holds it up. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, NOT_IN_SIGHT_MS);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        void nextTask().then(resolve);
      }),
    );
  });
}
