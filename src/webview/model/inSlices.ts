import { nextTask } from './nextTask.ts';

/** Short enough that a keystroke in between is answered at once. */
const SLICE_MS = 30;

/**
 * Does long work a slice at a time, so that the page stays answerable.
 * @param isWanted asked between slices; the work is given up when it is not wanted any more
 * @returns undefined when it was given up
 */
export async function inSlices<T>(
  work: Generator<undefined, T>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await nextTask();
    if (!isWanted()) return undefined;
    until = performance.now() + SLICE_MS;
  }
}
