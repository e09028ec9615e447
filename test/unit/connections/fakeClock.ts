import type { Clock } from '../../../src/connections/browserApproval.ts';
import { AppError } from '../../../src/service/appError.ts';

/** A clock whose time passes only while somebody sleeps, and then at once. */
export class FakeClock implements Clock {
  #time: number;
  readonly #start: number;
  /** When a sleeper is woken, in milliseconds after the start. */
  readonly wakeUps: number[] = [];
  /** Milliseconds after the start that the machine is asleep from, and until. */
  lidClosed: readonly [number, number] | undefined;
  /** Runs before each sleep. */
  beforeSleep: () => void = () => undefined;

  constructor(start = Date.UTC(2026, 8, 12)) {
    this.#time = start;
    this.#start = start;
  }

  now(): number {
    return this.#time;
  }

  /** Milliseconds since the start. */
  elapsed(): number {
    return this.#time - this.#start;
  }

  /** Sets the clock back by milliseconds, as a person or a time server does. */
  setBack(milliseconds: number): void {
    this.#time -= milliseconds;
  }

  async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    this.beforeSleep();
    if (signal.aborted) throw new AppError('cancelled', { mayBeBilled: false });
    const from = this.elapsed();
    const wakeUp = this.wakeUps.find((at) => at > from) ?? Infinity;
    let until = Math.min(from + milliseconds, wakeUp);
    const [closed, opened] = this.lidClosed ?? [Infinity, Infinity];
    if (from < closed && until >= closed) until = Math.max(until, opened);
    this.#time = this.#start + until;
    await Promise.resolve();
  }
}
