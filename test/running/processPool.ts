import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../editor/cache.ts';
import type { Counts } from './counts.ts';
import { Machine } from './machine.ts';
import type { FileToRun, Said } from './messages.ts';
import { tellUnderWay } from './underWay.ts';

export interface FileResult {
  readonly counts: Counts;
  readonly failures: string;
  readonly seconds: number;
}

export interface PoolOptions {
  /** How often a test that fails is tried again. */
  readonly retries: number;
  /** How many files at once; without it, as many as the machine carries. */
  readonly atOnce?: number;
}

/** How often it is looked whether the machine carries one more. */
const LOOK_EVERY_MS = 500;

/** How a file says that no other may run in its process before or after it. */
const OWN_PROCESS = /^\/\/ own process:/m;

/**
 * Runs test files in processes, several in each one after another, as many at once as the machine carries, and prints what each says
 * when it has ended.
 */
export class ProcessPool {
  readonly #options: PoolOptions;
  readonly #waiting: string[];
  readonly #results = new Map<string, FileResult>();
  readonly #machine = new Machine();
  readonly #free: Member[] = [];
  readonly #starting = new Set<string>();
  #running = 0;
  #most = 0;

  private constructor(files: readonly string[], options: PoolOptions) {
    this.#waiting = [...files];
    this.#options = options;
  }

  /** @returns how each file fared */
  static run(files: readonly string[], options: PoolOptions): Promise<Map<string, FileResult>> {
    return new ProcessPool(files, options).#run();
  }

  async #run(): Promise<Map<string, FileResult>> {
    if (this.#waiting.length === 0) return this.#results;
    await new Promise<void>((resolve) => {
      const begin = () => {
        while (this.#mayBegin()) void this.#next().then(() => (this.#isOver() ? end() : begin()));
      };
      const looking = setInterval(begin, LOOK_EVERY_MS);
      const end = () => {
        clearInterval(looking);
        resolve();
      };
      begin();
    });
    for (const member of this.#free) member.leave();
    if (this.#most > 1) console.log(`At most ${this.#most} files ran at once.`);
    return this.#results;
  }

  #isOver(): boolean {
    return this.#running === 0 && this.#waiting.length === 0;
  }

  #mayBegin(): boolean {
    if (this.#waiting.length === 0) return false;
    const { atOnce } = this.#options;
    if (atOnce !== undefined) return this.#running < atOnce;
    // What is starting takes far more than it will take later: until it has, nothing more is begun than in any case.
    if (this.#starting.size > 0) this.#machine.forget();
    return this.#machine.carriesOneMore(this.#running);
  }

  async #next(): Promise<void> {
    const file = this.#waiting.shift() ?? '';
    const place = relative(root, file);
    this.#running += 1;
    this.#most = Math.max(this.#most, this.#running);
    this.#starting.add(file);
    const isAlone = OWN_PROCESS.test(readFileSync(file, 'utf8'));
    const member = (isAlone ? undefined : this.#free.pop()) ?? new Member();
    const { retries } = this.#options;
    tellUnderWay(place, 'is loaded');
    const begin = performance.now();
    const { output, ...fared } = await member.run({ file, retries }, (title, isTest) => {
      if (isTest) this.#starting.delete(file);
      tellUnderWay(place, title);
    });
    tellUnderWay(place, undefined);
    this.#starting.delete(file);
    this.#results.set(file, { ...fared, seconds: (performance.now() - begin) / 1000 });
    process.stdout.write(output);
    if (isAlone) member.leave();
    else if (member.isThere) this.#free.push(member);
    this.#running -= 1;
  }
}

/** One process of the pool. */
class Member {
  readonly #process: ChildProcess;
  isThere = true;

  constructor() {
    this.#process = fork(join(import.meta.dirname, 'poolProcess.ts'));
    const kill = () => this.#process.kill();
    process.once('exit', kill);
    this.#process.once('exit', () => {
      this.isThere = false;
      process.off('exit', kill);
    });
  }

  /** Runs a file. A process that ends in the middle of it is a failure of that file. */
  run(
    file: FileToRun,
    onUnderWay: (title: string, isTest: boolean) => void,
  ): Promise<Omit<FileResult, 'seconds'> & { readonly output: string }> {
    return new Promise((resolve) => {
      let last = 'it was loaded';
      const hear = (message: unknown) => {
        const said = message as Said;
        if (said.what === 'under way') {
          last = said.title;
          onUnderWay(said.title, said.isTest);
          return;
        }
        this.#process.off('message', hear);
        this.#process.off('exit', ended);
        resolve(said);
      };
      const ended = (code: number | null, signal: string | null) => {
        const line = `${relative(root, file.file)}: its process ended (${signal ?? code}) at: ${last}`;
        const counts = { passed: 0, failed: 1, skipped: 0, failures: [line] };
        resolve({ counts, failures: `\n  ${line}\n`, output: '' });
      };
      this.#process.on('message', hear);
      this.#process.once('exit', ended);
      this.#process.send(file);
    });
  }

  leave(): void {
    this.#process.kill();
  }
}
