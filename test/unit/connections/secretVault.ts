import type { AccountSecrets } from '../../../src/connections/accountStore.ts';

/** What VS Code's SecretStorage keeps, with a door to it for each window. */
export class SecretVault {
  readonly kept = new Map<string, string>();
  readonly #listeners = new Set<(event: { key: string }) => void>();
  /** Runs before each access; it may wait, and it may throw as a locked keyring does. */
  before: (what: 'keys' | 'get' | 'store' | 'delete', name: string) => Promise<void> | void = () =>
    undefined;

  /** A window's SecretStorage. */
  window(): AccountSecrets {
    return {
      keys: async () => {
        await this.before('keys', '');
        return [...this.kept.keys()];
      },
      get: async (name) => {
        await this.before('get', name);
        return this.kept.get(name);
      },
      store: async (name, value) => {
        await this.before('store', name);
        this.kept.set(name, value);
        this.#tell(name);
      },
      delete: async (name) => {
        await this.before('delete', name);
        this.kept.delete(name);
        this.#tell(name);
      },
      onDidChange: (listener) => {
        this.#listeners.add(listener);
        return { dispose: () => this.#listeners.delete(listener) };
      },
    };
  }

  /** How many listen for changes. */
  get listeners(): number {
    return this.#listeners.size;
  }

  #tell(key: string): void {
    for (const listener of this.#listeners) listener({ key });
  }
}

/** Lets others go first by chance, the same way for the same seed. */
export function byTurns(seed: number): () => Promise<void> {
  let state = seed * 2_654_435_761 + 1;
  return async () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    for (let turns = state % 7; turns > 0; turns -= 1)
      await new Promise<void>((resolve) => setImmediate(resolve));
  };
}
