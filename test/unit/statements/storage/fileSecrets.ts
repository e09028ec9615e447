import { readFile, rename, writeFile } from 'node:fs/promises';

import type { Secrets } from '../../../../src/statements/storage/secrets.ts';

/** A SecretStorage that several processes share. */
export class FileSecrets implements Secrets {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async get(name: string): Promise<string | undefined> {
    return (await this.#all())[name];
  }

  async store(name: string, value: string): Promise<void> {
    await this.#write({ ...(await this.#all()), [name]: value });
  }

  async delete(name: string): Promise<void> {
    const all = Object.entries(await this.#all());
    await this.#write(Object.fromEntries(all.filter(([other]) => other !== name)));
  }

  async #all(): Promise<Record<string, string>> {
    const text = await readFile(this.#path, 'utf8').catch(() => '{}');
    return JSON.parse(text) as Record<string, string>;
  }

  async #write(all: Record<string, string>): Promise<void> {
    const temp = `${this.#path}.${process.pid}`;
    await writeFile(temp, JSON.stringify(all));
    await rename(temp, this.#path);
  }
}
