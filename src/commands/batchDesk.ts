import { type Disposable, EventEmitter, Uri, commands } from 'vscode';
import type { Account } from '../connections/account.ts';
import type { Rooms } from '../rooms.ts';
import type { Problem } from '../service/problem.ts';
import { realTiming } from '../service/timing.ts';
import type { BatchItem } from '../statements/batch.ts';
import { type InterruptedBatches, JournaledBatch } from '../statements/journaledBatch.ts';
import type { BatchJournal } from '../statements/keep/batchJournal.ts';
import { fileName } from '../views/fileName.ts';
import { askPdfPassword } from '../views/passwordBox.ts';
import { parseUri } from './parseUri.ts';
import { parsingHost } from './parsingHost.ts';

/** The statements that are being parsed together in this window, with the account that pays and the view of them. */
export class BatchDesk implements Disposable {
  readonly #rooms: () => Rooms;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #batch: JournaledBatch;
  #account: Account | undefined;

  constructor(rooms: () => Rooms, journal: BatchJournal) {
    this.#rooms = rooms;
    this.#batch = new JournaledBatch({
      journal,
      timing: realTiming,
      parse: ({ file, ...manner }) =>
        parseUri(rooms(), this.#payer(), Uri.parse(file, true), manner),
      askPassword: (file, refused, signal) =>
        askPdfPassword(
          fileName(Uri.parse(file, true)),
          parsingHost(this.#payer()),
          refused,
          signal,
        ),
      onChange: () => this.#changed.fire(),
      onBug: (error) => rooms().log.bug('casParser.parsePdf', error),
    });
  }

  get items(): readonly BatchItem[] {
    return this.#batch.items;
  }

  /** Why it stopped before its end, if it did. */
  get stopped(): Problem | 'cancelled' | undefined {
    return this.#batch.stopped;
  }

  get running(): boolean {
    return this.#batch.running;
  }

  /** Parses files for an account, beside those that are under way. Resolves when all have ended or the batch stopped. */
  async run(account: Account, files: readonly string[]): Promise<void> {
    this.#account = account;
    await this.#batch.run(files);
    this.#rooms().credits.refreshSoon();
    await this.#showView();
  }

  /** Tries again what failed or was cancelled. Resolves as `run` does. */
  async retry(account: Account, files: readonly string[], payAgain: boolean): Promise<void> {
    this.#account = account;
    await this.#batch.retry(files, payAgain);
    this.#rooms().credits.refreshSoon();
    await this.#showView();
  }

  interrupted(): Promise<InterruptedBatches> {
    return this.#batch.interrupted();
  }

  /** Goes on with interrupted batches. Resolves as `run` does. */
  async resume(account: Account, ids: readonly string[]): Promise<void> {
    this.#account = account;
    await this.#batch.resume(ids);
    this.#rooms().credits.refreshSoon();
    await this.#showView();
  }

  forgetInterrupted(ids: readonly string[]): Promise<void> {
    return this.#batch.forget(ids);
  }

  cancel(file?: string): void {
    this.#batch.cancel(file);
  }

  /** Clears a batch that has ended away. */
  clear(): void {
    this.#batch.clear();
    void this.#showView();
  }

  dispose(): void {
    // The journal stays as it is: the next window goes on where this one was.
    this.#changed.dispose();
  }

  #payer(): Account {
    if (!this.#account) throw new Error('A batch runs for an account.');
    return this.#account;
  }

  /** The view is there as long as there is anything in it. */
  #showView(): Thenable<unknown> {
    return commands.executeCommand('setContext', 'casParser.batch', this.items.length > 0);
  }
}
