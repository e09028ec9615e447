/** Runs work that could be done in steps to its end at once. */
export function allSteps<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
