import type { AccountSecrets } from '../../../src/connections/accountStore.ts';

/** What a browser keeps for all tabs of one editor. */
export class BrowserSecrets {
  #kept: ReadonlyMap<string, string> = new Map();

  /**
   * SecretStorage of a tab, as it is in the browser: it knows what was kept when it was opened and what it stored itself, and writes
   * all of that with each change.
   */
  openTab(): AccountSecrets {
    const known = new Map(this.#kept);
    const changed = (change: () => unknown) => {
      change();
      this.#kept = new Map(known);
      return Promise.resolve();
    };
    return {
      keys: () => Promise.resolve([...known.keys()]),
      get: (name) => Promise.resolve(known.get(name)),
      store: (name, value) => changed(() => known.set(name, value)),
      delete: (name) => changed(() => known.delete(name)),
      onDidChange: () => ({ dispose: () => undefined }),
    };
  }
}
