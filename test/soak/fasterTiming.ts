import { pause } from '../../src/service/pause.ts';
import type { Timing } from '../../src/service/timing.ts';
import { seededRandom } from './seededRandom.ts';

/** A clock that goes faster: a minute of rate limit takes seconds. The same in all processes with the same begin. */
export interface FasterClock {
  /** Milliseconds since the epoch, by the real clock. */
  readonly begin: number;
  readonly speed: number;
}

export function fasterNow({ begin, speed }: FasterClock): number {
  return begin + (Date.now() - begin) * speed;
}

/** Time that passes faster, and seeded chance. */
export function fasterTiming(clock: FasterClock, seed: number): Timing {
  return {
    now: () => fasterNow(clock),
    monotonic: () => fasterNow(clock),
    sleep: (milliseconds, signal) => pause(milliseconds / clock.speed, signal),
    random: seededRandom(seed),
  };
}
