import { AppError, isAppError } from '../service/appError.ts';
import type { ParsedStatement } from './parseRequest.ts';
import type { Step } from './steps.ts';
import { stopsBatch } from './stopsBatch.ts';

/** How it stands with one statement of a batch. */
export type ItemState =
  | { readonly status: 'waiting' }
  | { readonly status: 'working'; readonly step: Step | undefined }
  /** `free`: it was parsed before, or the same PDF was earlier in the batch. */
  | { readonly status: 'parsed'; readonly hash: string; readonly free: boolean }
  | { readonly status: 'failed'; readonly problem: AppError }
  | { readonly status: 'cancelled' };

export interface BatchItem {
  /** URI of the PDF; the same one is in a batch once. */
  readonly file: string;
  readonly state: ItemState;
}

export interface ItemWork {
  readonly file: string;
  readonly signal: AbortSignal;
  readonly payAgain: boolean;
  readonly onStep: (step: Step) => void;
}

export interface BatchPorts {
  /** Parses one statement. @returns `undefined` when the person gave up on it @throws AppError */
  readonly work: (work: ItemWork) => Promise<ParsedStatement | undefined>;
  /** Told of every change, to be shown. */
  readonly onChange: () => void;
  /** Told once for each end of an item, before another one begins in its lane. */
  readonly onEnd: (item: BatchItem) => Promise<void>;
  /** Told of an error that nobody expected. */
  readonly onBug: (error: unknown) => void;
  /** Waits until the service may be tried again. @throws AppError `cancelled` */
  readonly sleepUntil: (until: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Statements under way at a time. 60 a minute are permitted and a parse takes 5 to 30 s, so fewer lanes would be what
 * holds a batch up: twelve keep to the permitted rate as long as a parse takes up to 12 s.
 */
const LANES = 12;
/** A service that is dead for longer (four rests of the circuit) ends the batch, which can go on later. */
const LONGEST_DEAD_MS = 240_000;

/**
 * Many statements, a few at a time, each with an end of its own. What would meet every other statement just the same
 * (the key, the credits, the storage) stops the batch; what is not parsed then keeps waiting, and nothing is lost.
 */
export class Batch {
  readonly #ports: BatchPorts;
  readonly #items = new Map<string, BatchItem>();
  readonly #underWay = new Map<string, AbortController>();
  readonly #payAgain = new Set<string>();
  #stopped: AppError | 'cancelled' | undefined;
  #run: PromiseWithResolvers<void> | undefined;

  constructor(ports: BatchPorts) {
    this.#ports = ports;
  }

  get items(): readonly BatchItem[] {
    return [...this.#items.values()];
  }

  /** Why it stopped before its end, if it did. */
  get stopped(): AppError | 'cancelled' | undefined {
    return this.#stopped;
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  /** Puts files in the queue, also those that ended before: whoever chooses one once more wants it done. */
  add(files: readonly string[]): void {
    for (const file of files) {
      const status = this.#items.get(file)?.state.status;
      if (status !== 'working') this.#items.set(file, { file, state: { status: 'waiting' } });
    }
    this.#ports.onChange();
  }

  /**
   * Works on all that wait, beside what is under way already.
   * @returns when all have ended or the batch stopped; never rejects
   */
  run(): Promise<void> {
    this.#stopped = undefined;
    this.#run ??= Promise.withResolvers();
    const { promise } = this.#run;
    this.#startMore();
    return promise;
  }

  /** Ends one statement, or all that have not ended. */
  cancel(file?: string): void {
    if (file === undefined) this.#stopped = 'cancelled';
    for (const { file: one, state } of this.items) {
      if (file !== undefined && one !== file) continue;
      if (state.status === 'waiting') void this.#end(one, { status: 'cancelled' });
      else this.#underWay.get(one)?.abort();
    }
  }

  /**
   * Puts statements that failed or were cancelled back in the queue, and runs.
   * @param payAgain for a statement whose portfolio was paid for and lost: agrees to one more payment for each
   */
  retry(files: readonly string[], payAgain = false): Promise<void> {
    for (const file of files) {
      const status = this.#items.get(file)?.state.status;
      if (status !== 'failed' && status !== 'cancelled') continue;
      if (payAgain) this.#payAgain.add(file);
      this.#set(file, { status: 'waiting' });
    }
    return this.run();
  }

  #startMore(): void {
    while (!this.#stopped && this.#underWay.size < LANES) {
      const next = this.#next();
      if (!next) break;
      void this.#workOn(next.file);
    }
    if (this.#underWay.size > 0) return;
    this.#run?.resolve();
    this.#run = undefined;
    this.#ports.onChange();
  }

  #next(): BatchItem | undefined {
    return this.items.find(
      ({ file, state }) => state.status === 'waiting' && !this.#underWay.has(file),
    );
  }

  async #workOn(file: string): Promise<void> {
    const cancelling = new AbortController();
    this.#underWay.set(file, cancelling);
    this.#set(file, { status: 'working', step: undefined });
    const state = await this.#attempt(file, cancelling.signal);
    // Whoever agreed to pay once more did so for this once.
    if (state.status !== 'waiting') this.#payAgain.delete(file);
    await this.#end(file, state);
    this.#underWay.delete(file);
    this.#startMore();
  }

  /** One statement to its end; a dead service is waited for. */
  async #attempt(file: string, signal: AbortSignal): Promise<ItemState> {
    for (let deadFrom: number | undefined; ;) {
      try {
        return await this.#parse(file, signal);
      } catch (error) {
        if (!isAppError(error)) {
          this.#ports.onBug(error);
          return { status: 'failed', problem: new AppError('unexpected') };
        }
        const { retryAt, mayBeBilled } = error.details;
        if (error.kind === 'circuitOpen' && retryAt !== undefined) {
          deadFrom ??= retryAt;
          if (retryAt - deadFrom < LONGEST_DEAD_MS) {
            const rested = await this.#rest(file, retryAt, signal);
            if (rested && !this.#stopped) continue;
            return rested ? { status: 'waiting' } : { status: 'cancelled' };
          }
        }
        if (error.kind === 'cancelled' && mayBeBilled === false) return { status: 'cancelled' };
        if (stopsBatch(error)) {
          this.#stopped ??= error;
          // Nothing was wrong with this statement: it waits like the others.
          if (mayBeBilled === false) return { status: 'waiting' };
        }
        return { status: 'failed', problem: error };
      }
    }
  }

  async #parse(file: string, signal: AbortSignal): Promise<ItemState> {
    const parsed = await this.#ports.work({
      file,
      signal,
      payAgain: this.#payAgain.has(file),
      onStep: (step) => this.#stepped(file, step),
    });
    if (!parsed) return { status: 'cancelled' };
    return { status: 'parsed', hash: parsed.hash, free: parsed.keptAt !== undefined };
  }

  /** @returns false when cancelled */
  async #rest(file: string, until: number, signal: AbortSignal): Promise<boolean> {
    this.#stepped(file, { at: 'pausing', until });
    return this.#ports.sleepUntil(until, signal).then(
      () => true,
      () => false,
    );
  }

  /** What is told after the end of a statement does not bring it back. */
  #stepped(file: string, step: Step): void {
    if (this.#items.get(file)?.state.status === 'working')
      this.#set(file, { status: 'working', step });
  }

  async #end(file: string, state: ItemState): Promise<void> {
    this.#set(file, state);
    if (state.status === 'waiting') return;
    await this.#ports.onEnd({ file, state }).catch(this.#ports.onBug);
  }

  #set(file: string, state: ItemState): void {
    this.#items.set(file, { file, state });
    this.#ports.onChange();
  }
}
