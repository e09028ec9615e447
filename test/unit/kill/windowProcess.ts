import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { build } from 'esbuild';

/** Makes the program of a window one file, which starts in a fraction of the time. @returns its path */
export async function bundleWindow(folder: string): Promise<string> {
  const outfile = join(folder, 'batchWindow.cjs');
  const entryPoints = [join(import.meta.dirname, 'batchWindow.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', logLevel: 'error' });
  return outfile;
}

/** What a window is to do. */
export interface WindowTask {
  readonly service: { readonly origin: string; readonly key: string };
  /** Of the extension's storage. */
  readonly folder: string;
  /** File that stands for SecretStorage. */
  readonly secrets: string;
  readonly settledAfterMs: number;
  /** PDFs of a new batch; none to go on with those that were interrupted only. */
  readonly files: readonly string[];
}

/** A window that works on batches as a process of its own, and can be killed at any moment. */
export class WindowProcess {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #output = '';
  #errors = '';
  #heard: () => void = () => undefined;

  /** @param program as `bundleWindow` made it */
  constructor(program: string, task: WindowTask) {
    this.#process = spawn(process.execPath, [program, JSON.stringify(task)]);
    this.#process.stdout?.on('data', (text: Buffer) => {
      this.#output += text.toString();
      this.#heard();
    });
    this.#process.stderr?.on('data', (text: Buffer) => (this.#errors += text.toString()));
    this.#ended = once(this.#process, 'close').then(() => this.#heard());
  }

  /** What it has said so far, the words of each line. */
  get lines(): string[][] {
    const lines = this.#output.split('\n').slice(0, -1);
    return lines.map((line) => line.split(' '));
  }

  hasSaid(word: string): boolean {
    return this.lines.some(([first]) => first === word);
  }

  /** Resolves once it has said a word, or has ended. */
  async heard(...words: string[]): Promise<void> {
    while (!words.some((word) => this.hasSaid(word)) && this.#process.exitCode === null)
      await new Promise<void>((resolve) => (this.#heard = resolve));
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  /** @throws what it died of, unless it ended well */
  async end(): Promise<void> {
    await this.#ended;
    if (this.#process.exitCode !== 0 || this.#errors) throw new Error(this.#errors);
  }
}
