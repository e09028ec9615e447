import { SHORTCOMINGS } from './activity.ts';
import type { Shortcoming, Shortcomings } from './activity.ts';

/** Counts what a format cannot say. */
export class ShortcomingCount {
  readonly #counts: Map<Shortcoming, number>;

  /** @param already what was counted before */
  constructor(already: Shortcomings = {}) {
    this.#counts = new Map(
      SHORTCOMINGS.flatMap((one) => {
        const count = already[one];
        return count === undefined ? [] : [[one, count]];
      }),
    );
  }

  add(shortcoming: Shortcoming, times = 1): void {
    if (times > 0) this.#counts.set(shortcoming, (this.#counts.get(shortcoming) ?? 0) + times);
  }

  get all(): Shortcomings {
    return Object.fromEntries(
      SHORTCOMINGS.flatMap((shortcoming) => {
        const count = this.#counts.get(shortcoming);
        return count === undefined ? [] : [[shortcoming, count]];
      }),
    );
  }
}
