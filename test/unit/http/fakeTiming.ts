import { setImmediate as settled } from 'node:timers/promises';

import { AppError } from '../../../src/service/appError.ts';
import type { Timing } from '../../../src/service/timing.ts';

const begin = Date.UTC(2026, 8, 12, 6, 30);

/** Time that passes as soon as someone waits for it, without chance. */
export class QuickTiming implements Timing {
  /** Milliseconds of each wait so far. */
  readonly waits: number[] = [];
  #now = begin;

  now = (): number => this.#now;
  monotonic = this.now;
  random = (): number => 0;
  sleep = (milliseconds: number, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return Promise.reject(cancelled());
    this.waits.push(milliseconds);
    this.#now += milliseconds;
    return Promise.resolve();
  };
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Time that passes only when a test says so. */
export class ManualTiming implements Timing {
  readonly begin = begin;
  /** What chance says. */
  chance = 0;
  #now = begin;
  /** How far the clock was set. */
  #setBy = 0;
  #sleepers: Sleeper[] = [];

  now = (): number => this.#now;
  monotonic = (): number => this.#now - this.#setBy;
  random = (): number => this.chance;
  sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(cancelled());
        return;
      }
      const sleeper = { until: this.#now + milliseconds, wake: resolve };
      this.#sleepers.push(sleeper);
      signal.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(cancelled());
      });
    });

  get sleepers(): number {
    return this.#sleepers.length;
  }

  /** Lets time pass; whoever wakes meanwhile acts at the time of waking. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settled();
      const next = this.#sleepers
        .filter(({ until }) => until <= end)
        .sort((one, other) => one.until - other.until)[0];
      if (!next) break;
      this.#sleepers = this.#sleepers.filter((sleeper) => sleeper !== next);
      this.#now = Math.max(this.#now, next.until);
      next.wake();
    }
    this.#now = end;
    await settled();
  }

  /** Sets the clock without anyone's time passing, as a person or a time server does. */
  setClock(by: number): void {
    this.#now += by;
    this.#setBy += by;
  }
}

function cancelled(): AppError {
  return new AppError('cancelled', { mayBeBilled: false });
}
