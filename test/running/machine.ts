import { availableParallelism, cpus } from 'node:os';

/** Share of the processors' time that has to lie idle before one more is begun. */
const SPARE = 0.15;
/** A workbench, its extension host and its browser. */
const MEMORY_FOR_ONE_MORE = 1.5 * 1024 ** 3;
/** Shorter looks tell of single tasks only. */
const SHORTEST_LOOK_MS = 1_500;

/**
 * How many things this machine carries at once. As many as there are processors in any case: they get a fair share of what others
 * leave them. Since most things wait more than they work, up to twice as many while processors lie idle.
 */
export class Machine {
  readonly #processors = availableParallelism();
  #before = times();
  #idle = 0;

  /** Whether one more can be begun beside `running` others. */
  carriesOneMore(running: number): boolean {
    this.#look();
    if (running < 1) return true;
    if (process.availableMemory() < MEMORY_FOR_ONE_MORE) return false;
    if (running < this.#processors) return true;
    return running < 2 * this.#processors && this.#idle >= SPARE;
  }

  /** What was measured until now says nothing of what has just been begun. */
  forget(): void {
    this.#before = times();
    this.#idle = 0;
  }

  #look(): void {
    const now = times();
    if (now.at - this.#before.at < SHORTEST_LOOK_MS) return;
    const all = now.all - this.#before.all;
    this.#idle = all > 0 ? (now.idle - this.#before.idle) / all : 0;
    this.#before = now;
  }
}

/** Milliseconds that the processors have spent, since the machine was started. */
function times(): { at: number; all: number; idle: number } {
  let all = 0;
  let idle = 0;
  for (const { times: spent } of cpus()) {
    all += spent.user + spent.nice + spent.sys + spent.irq + spent.idle;
    // What others do at a low priority they leave at once to whoever wants the processor.
    idle += spent.idle + spent.nice;
  }
  return { at: performance.now(), all, idle };
}
