import type { AppError } from '../service/appError.ts';
import type { Timing } from '../service/timing.ts';
import { Batch, type BatchItem, type BatchPorts, type ItemWork } from './batch.ts';
import { BatchPasswords } from './batchPasswords.ts';
import type { BatchJournal } from './storage/batchJournal.ts';
import type {
  GivenPassword,
  ParsedStatement,
  PasswordRefused,
  ParseInteraction,
} from './parseRequest.ts';

/** One statement of a batch, and the passwords that it shares with the others. */
export interface BatchWork
  extends ItemWork, Pick<ParseInteraction, 'knownPasswords' | 'askPassword'> {}

export interface JournaledBatchPorts extends Pick<BatchPorts, 'onChange' | 'onBug'> {
  readonly journal: Pick<BatchJournal, 'begin' | 'ended' | 'close' | 'interrupted' | 'take'>;
  readonly timing: Pick<Timing, 'now' | 'sleep'>;
  /** Parses one statement. @returns `undefined` when the person gave up on it @throws AppError */
  readonly parse: (work: BatchWork) => Promise<ParsedStatement | undefined>;
  /** Asks the person for the password of one statement; never for two at the same time. */
  readonly askPassword: (
    file: string,
    refused: PasswordRefused | undefined,
    signal: AbortSignal,
  ) => Promise<GivenPassword | undefined>;
}

/** Batches that a window did not bring to their end. */
export interface InterruptedBatches {
  readonly ids: readonly string[];
  /** Statements that were still to be parsed. */
  readonly open: number;
}

/**
 * A batch that is noted on disk from before its first statement is sent until nothing of it waits any more, so that it
 * goes on where it was after the window was closed or the machine went off. Only clearing it away empties it: until then
 * more files may come, and what failed may be tried again.
 */
export class JournaledBatch {
  readonly #ports: JournaledBatchPorts;
  #batch: Batch;
  #passwords = new BatchPasswords();
  /** The journal's id of each file that has not ended. What is added later, or tried again, is noted apart. */
  readonly #noted = new Map<string, string>();
  /** Own notes that are not closed. */
  readonly #open = new Set<string>();

  constructor(ports: JournaledBatchPorts) {
    this.#ports = ports;
    this.#batch = this.#newBatch();
  }

  get items(): readonly BatchItem[] {
    return this.#batch.items;
  }

  /** Why it stopped before its end, if it did. */
  get stopped(): AppError | 'cancelled' | undefined {
    return this.#batch.stopped;
  }

  get running(): boolean {
    return this.#batch.running;
  }

  /**
   * Parses files, beside those that are under way.
   * @param files URIs of PDFs
   * @returns when all have ended or the batch stopped; never rejects
   */
  async run(files: readonly string[]): Promise<void> {
    await this.#note(files);
    await this.#work(files);
  }

  /**
   * Tries again what failed or was cancelled, and goes on with what waits since the batch stopped.
   * @param payAgain for a statement whose portfolio was paid for and lost: agrees to one more payment for each
   * @returns as `run` does
   */
  async retry(files: readonly string[], payAgain = false): Promise<void> {
    const ended = this.items.filter(
      ({ state }) => state.status === 'failed' || state.status === 'cancelled',
    );
    await this.#note(files.filter((file) => ended.some((item) => item.file === file)));
    await this.#batch.retry(files, payAgain);
    await this.#closeNotes();
  }

  /** Ends one statement, or all that have not ended. */
  cancel(file?: string): void {
    this.#batch.cancel(file);
    void this.#closeNotes();
  }

  /** Clears a batch that has ended away, its passwords included. One that runs stays. */
  clear(): void {
    if (this.running) return;
    this.#noted.clear();
    void this.#closeNotes();
    this.#passwords = new BatchPasswords();
    this.#batch = this.#newBatch();
    this.#ports.onChange();
  }

  /** The batches whose window is gone. A batch of which nothing is left to be parsed is forgotten at once. */
  async interrupted(): Promise<InterruptedBatches> {
    const ids: string[] = [];
    let open = 0;
    for (const { id, entries } of await this.#ports.journal.interrupted()) {
      const left = entries.filter(({ status }) => status === 'open').length;
      if (left > 0) ids.push(id);
      else await this.forget([id]);
      open += left;
    }
    return { ids, open };
  }

  /**
   * Goes on with interrupted batches, as far as another window was not faster.
   * @returns as `run` does
   */
  async resume(ids: readonly string[]): Promise<void> {
    const files: string[] = [];
    for (const id of ids) files.push(...(await this.#takeOver(id)));
    if (files.length > 0) await this.#work(files);
    else await this.#closeNotes();
  }

  /** Forgets interrupted batches: nobody wants them to go on. */
  async forget(ids: readonly string[]): Promise<void> {
    const { journal } = this.#ports;
    for (const id of ids) if (await journal.take(id)) await journal.close(id);
  }

  #newBatch(): Batch {
    const { parse, askPassword, onChange, onBug, timing } = this.#ports;
    const passwords = this.#passwords;
    return new Batch({
      work: (work) =>
        parse({
          ...work,
          knownPasswords: () => passwords.known(),
          askPassword: (refused, tried) =>
            passwords.ask(tried, () => askPassword(work.file, refused, work.signal), work.signal),
        }),
      onChange,
      onBug,
      onEnd: (item) => this.#ended(item),
      sleepUntil: (until, signal) => timing.sleep(Math.max(0, until - timing.now()), signal),
    });
  }

  async #work(files: readonly string[]): Promise<void> {
    this.#batch.add(files);
    await this.#batch.run();
    await this.#closeNotes();
  }

  /** Notes files that are about to be worked on, unless they are noted and have not ended yet. */
  async #note(files: readonly string[]): Promise<void> {
    const fresh = files.filter((file) => !this.#noted.has(file));
    if (fresh.length === 0) return;
    const entries = fresh.map((file) => ({ file, status: 'open' as const }));
    this.#own(await this.#ports.journal.begin(entries), fresh);
  }

  /** @returns the files that are still to be parsed */
  async #takeOver(id: string): Promise<string[]> {
    const taken = await this.#ports.journal.take(id);
    if (!taken) return [];
    const open = taken.entries.filter(({ status }) => status === 'open');
    const files = open.map(({ file }) => file);
    this.#own(id, files);
    return files;
  }

  #own(id: string, files: readonly string[]): void {
    this.#open.add(id);
    for (const file of files) this.#noted.set(file, id);
  }

  async #ended({ file, state }: BatchItem): Promise<void> {
    if (state.status === 'waiting' || state.status === 'working') return;
    const id = this.#noted.get(file);
    this.#noted.delete(file);
    const hash = state.status === 'parsed' ? state.hash : undefined;
    if (id !== undefined) await this.#ports.journal.ended(id, file, state.status, hash);
  }

  /** A part of the batch of which nothing waits any more needs no going on. */
  async #closeNotes(): Promise<void> {
    const stillNeeded = new Set(this.#noted.values());
    for (const id of [...this.#open].filter((id) => !stillNeeded.has(id))) {
      this.#open.delete(id);
      await this.#ports.journal.close(id);
    }
  }
}
