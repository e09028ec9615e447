import type { SimulatedClock } from './clock.ts';
import type { SimulatedDisk } from './disk.ts';
import type { SimulatedNetwork } from './network.ts';
import type { SimulatedVault } from './secretStorage.ts';
import type { SimulatedService } from './service.ts';
import type { Setting } from './events.ts';
import type { Attempt } from './attempts.ts';
import type { Statement } from './statements.ts';

/** All that the product meets in one run. */
export interface World {
  readonly setting: Setting;
  /** Chance, at least 0, below 1. */
  readonly random: () => number;
  readonly clock: SimulatedClock;
  readonly disk: SimulatedDisk;
  readonly vault: SimulatedVault;
  readonly service: SimulatedService;
  readonly network: SimulatedNetwork;
  readonly statements: readonly Statement[];
  readonly attempts: Attempt[];
  /** Errors that nobody expected. */
  readonly bugs: string[];
  /** Whether a process with this number lives. */
  readonly isAlive: (pid: number) => boolean;
}

let current: World | undefined;

/** The world of the run under way: one at a time. */
export function theWorld(): World {
  if (!current) throw new Error('nothing is simulated now');
  return current;
}

export function enter(world: World): void {
  current = world;
}
