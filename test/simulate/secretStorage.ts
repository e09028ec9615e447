import type { AccountSecrets } from '../../src/connections/accountStore.ts';
import type { SimulatedClock } from './clock.ts';

export interface VaultUser {
  readonly alive: boolean;
  /** Does something as this window. */
  run(work: () => void): void;
}

type Listener = Parameters<AccountSecrets['onDidChange']>[0];

/** What VS Code's SecretStorage keeps for all windows. It may be locked, or take nothing, for a while. */
export class SimulatedVault {
  readonly kept = new Map<string, string>();
  /** Until when, in milliseconds since the begin. */
  lockedUntil = 0;
  readOnlyUntil = 0;
  readonly #clock: SimulatedClock;
  readonly #random: () => number;
  readonly #listeners = new Map<Listener, VaultUser>();

  constructor(clock: SimulatedClock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  /** A window's door to it. */
  door(user: VaultUser): AccountSecrets {
    const later = <T>(changes: boolean, act: () => T) =>
      new Promise<T>((resolve, reject) => {
        this.#clock.after(this.#random(), () => {
          if (!user.alive) return;
          if (this.#refuses(changes)) reject(new Error('the keyring does not answer'));
          else resolve(act());
        });
      });
    return {
      keys: () => later(false, () => [...this.kept.keys()]),
      get: (name) => later(false, () => this.kept.get(name)),
      store: (name, value) =>
        later(true, () => {
          this.kept.set(name, value);
          this.#tell(name);
        }),
      delete: (name) =>
        later(true, () => {
          this.kept.delete(name);
          this.#tell(name);
        }),
      onDidChange: (listener) => {
        this.#listeners.set(listener, user);
        return { dispose: () => this.#listeners.delete(listener) };
      },
    };
  }

  #refuses(changes: boolean): boolean {
    const { elapsed } = this.#clock;
    return elapsed < this.lockedUntil || (changes && elapsed < this.readOnlyUntil);
  }

  #tell(key: string): void {
    for (const [listener, user] of this.#listeners)
      this.#clock.after(this.#random(), () => {
        if (user.alive) user.run(() => listener({ key }));
      });
  }
}
