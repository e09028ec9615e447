/** What is to happen at a time. */
export interface Planned {
  cancel(): void;
}

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

const BEGIN = Date.UTC(2026, 8, 12, 6, 30);

/** Time that passes only from one thing that is to happen to the next; all of it on one thread, so always in the same order. */
export class SimulatedClock {
  /** Milliseconds since the begin, whatever the clocks on the wall are set to. */
  elapsed = 0;
  /** How many things have happened. */
  steps = 0;
  #set = 0;
  #order = 0;
  readonly #heap: Entry[] = [];
  readonly #gone = new Set<Entry>();

  /** This computer's clock: milliseconds since the epoch. */
  now(): number {
    return this.trueNow() + this.#set;
  }

  /** The clock of the service, which nobody sets. */
  trueNow(): number {
    return BEGIN + Math.floor(this.elapsed);
  }

  /** Sets this computer's clock, as a person or a time server does. */
  setBy(milliseconds: number): void {
    this.#set += milliseconds;
  }

  after(milliseconds: number, run: () => void): Planned {
    const entry = { at: this.elapsed + Math.max(0, milliseconds), order: this.#order++, run };
    this.#push(entry);
    return { cancel: () => this.#gone.add(entry) };
  }

  /**
   * Lets everything happen that is to happen.
   * @returns false when there is no end to it
   */
  async run(mostSteps: number): Promise<boolean> {
    for (let steps = 0; ; steps++) {
      await settled();
      const entry = this.#pop();
      if (!entry) return true;
      if (steps >= mostSteps) return false;
      this.steps += 1;
      this.elapsed = Math.max(this.elapsed, entry.at);
      entry.run();
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (!parent || isBefore(parent, entry)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  #pop(): Entry | undefined {
    for (;;) {
      const first = this.#popAny();
      if (!first || !this.#gone.delete(first)) return first;
    }
  }

  #popAny(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const child = right && left && isBefore(right, left) ? right : left;
      if (!child || isBefore(last, child)) break;
      heap[at] = child;
      at = child === right ? 2 * at + 2 : 2 * at + 1;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at === other.at ? one.order < other.order : one.at < other.at;
}

/** Until all promises are settled that can be without time: what is to be done next comes after them, without waiting for events. */
function settled(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
