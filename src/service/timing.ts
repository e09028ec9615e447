import { pause } from './pause.ts';

/** Time and chance, handed in so that tests have them in hand. */
export interface Timing {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds since some moment, which setting the clock does not change. */
  monotonic(): number;
  /** @throws AppError `cancelled` */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** At least 0, below 1. */
  random(): number;
}

export const realTiming: Timing = {
  now: Date.now,
  monotonic: () => performance.now(),
  sleep: pause,
  random: Math.random,
};
