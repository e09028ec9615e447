import type { Call } from '../service/client.ts';

type OnWait = NonNullable<Call['onWait']>;

/** Tells all who wait for the same request when it will be sent. Times in milliseconds since the epoch. */
export class SharedWait {
  readonly #now: () => number;
  readonly #waiting = new Set<OnWait>();
  #until = -Infinity;

  constructor(now: () => number) {
    this.#now = now;
  }

  readonly tell: OnWait = (until) => {
    this.#until = until;
    for (const onWait of this.#waiting) onWait(until);
  };

  /** @returns ends it: whoever waits no more is not told any more */
  join(onWait: OnWait | undefined): () => void {
    if (!onWait) return () => undefined;
    // One of its own for each, however often the same function joins.
    const mine: OnWait = (until) => onWait(until);
    this.#waiting.add(mine);
    if (this.#until > this.#now()) mine(this.#until);
    return () => this.#waiting.delete(mine);
  }
}
