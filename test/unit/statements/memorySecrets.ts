import type { Secrets } from '../../../src/statements/storage/secrets.ts';

/** A SecretStorage in memory. */
export class MemorySecrets implements Secrets {
  readonly kept = new Map<string, string>();

  get(name: string): Promise<string | undefined> {
    return Promise.resolve(this.kept.get(name));
  }

  store(name: string, value: string): Promise<void> {
    this.kept.set(name, value);
    return Promise.resolve();
  }

  delete(name: string): Promise<void> {
    this.kept.delete(name);
    return Promise.resolve();
  }
}
