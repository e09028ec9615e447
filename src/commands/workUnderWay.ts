/** What this window is at with statements: it can be stopped, and its end waited for, before everything is forgotten. */
export class WorkUnderWay {
  readonly #running = new Map<AbortController, Promise<unknown>>();

  /** How much there is. */
  get count(): number {
    return this.#running.size;
  }

  /**
   * Does some work that `stop` ends.
   * @param signal of who else may end it
   * @param work given a signal that either of them aborts
   */
  async run<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const stopping = new AbortController();
    const working = work(AbortSignal.any([signal, stopping.signal]));
    this.#running.set(stopping, working);
    try {
      return await working;
    } finally {
      this.#running.delete(stopping);
    }
  }

  /** Ends all of it. Resolves once nothing is under way any more, what began meanwhile included. */
  async stop(): Promise<void> {
    while (this.#running.size > 0) {
      for (const stopping of this.#running.keys()) stopping.abort();
      await Promise.allSettled(this.#running.values());
      // Who runs it takes it out of the list in a turn of its own.
      await Promise.resolve();
    }
  }
}
