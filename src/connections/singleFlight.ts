/** Lets one task run at a time; whoever comes while it runs can wait for the same end. */
export interface SingleFlight<T> {
  readonly running: Promise<T> | undefined;
  /** Runs a task. Not to be called while one is running. */
  run(task: () => Promise<T>): Promise<T>;
}

export function singleFlight<T>(): SingleFlight<T> {
  let running: Promise<T> | undefined;
  return {
    get running() {
      return running;
    },
    run(task) {
      running = task().finally(() => (running = undefined));
      return running;
    },
  };
}
