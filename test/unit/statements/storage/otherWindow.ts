import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const program = join(import.meta.dirname, 'window.ts');

/** A window that runs as a process of its own, and can be killed at any moment. */
export class OtherWindow {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #output = '';
  #errors = '';
  #heard: () => void = () => undefined;

  constructor(task: string, folder: string, ...rest: string[]) {
    const secrets = `${folder}-secrets`;
    this.#process = spawn(process.execPath, [program, task, folder, secrets, ...rest]);
    this.#process.stdout?.on('data', (text: Buffer) => {
      this.#output += text.toString();
      this.#heard();
    });
    this.#process.stderr?.on('data', (text: Buffer) => (this.#errors += text.toString()));
    this.#ended = once(this.#process, 'close').then(() => this.#heard());
  }

  /** Whole lines that it has said so far. */
  get lines(): string[] {
    return this.#output.split('\n').slice(0, -1);
  }

  /** @throws what it died of, when it ends before it has said so many lines */
  async hasSaid(lines: number): Promise<void> {
    while (this.lines.length < lines) {
      if (this.#process.exitCode !== null) throw new Error(this.#errors);
      await new Promise<void>((resolve) => (this.#heard = resolve));
    }
  }

  /** Lets it begin what it waits to begin. */
  begin(): void {
    this.#process.stdin?.write('now\n');
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  async end(): Promise<void> {
    await this.#ended;
    if (this.#process.exitCode !== 0) throw new Error(this.#errors);
  }
}
