import { type Disposable, EventEmitter, Uri, commands } from 'vscode';
import type { Account } from '../connections/account.ts';
import type { CreditsWatch } from '../connections/creditsWatch.ts';
import type { Log } from '../log.ts';
import type { AppError } from '../service/appError.ts';
import { realTiming } from '../service/timing.ts';
import type { BatchItem } from '../statements/batch.ts';
import { BatchPayers } from '../statements/batchPayers.ts';
import { type InterruptedBatches, JournaledBatch } from '../statements/journaledBatch.ts';
import type { BatchJournal } from '../statements/storage/batchJournal.ts';
import { fileName } from '../views/fileName.ts';
import { askPdfPassword } from '../views/passwordBox.ts';
import { type ParsingServices, parseUri } from './parseUri.ts';
import { parsingHost } from './parsingHost.ts';

interface BatchServices extends ParsingServices {
  readonly log: Pick<Log, 'bug'>;
  readonly credits: Pick<CreditsWatch, 'left' | 'refreshSoon'>;
}

/** The statements that are being parsed together in this window, with the account that pays and the view of them. */
export class BatchController implements Disposable {
  readonly #services: () => BatchServices;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #batch: JournaledBatch;
  readonly #payers = new BatchPayers<Account>();
  #ended: Promise<unknown> = Promise.resolve();

  constructor(services: () => BatchServices, journal: BatchJournal) {
    this.#services = services;
    this.#batch = new JournaledBatch({
      journal,
      timing: realTiming,
      parse: ({ file, ...manner }) =>
        parseUri(services(), this.#payers.of(file), Uri.parse(file, true), manner),
      askPassword: (file, refused, signal) =>
        askPdfPassword(
          fileName(Uri.parse(file, true)),
          parsingHost(this.#payers.of(file)),
          refused,
          signal,
        ),
      onChange: () => this.#changed.fire(),
      onBug: (error) => services().log.bug('casParser.parsePdf', error),
    });
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

  /** Parses files for an account, beside those that are under way. Resolves when all have ended or the batch stopped. */
  async run(account: Account, files: readonly string[]): Promise<void> {
    const underWay = this.#having('working');
    this.#payers.assign(
      files.filter((file) => !underWay.includes(file)),
      account,
    );
    await (this.#ended = this.#batch.run(files));
    this.#services().credits.refreshSoon();
    await this.#showView();
  }

  /** What would be paid by somebody else than before if an account paid for what waits and for these files. */
  otherPayers(account: Account, files: readonly string[]): Account[] {
    return this.#payers.otherThan(account, [...files, ...this.#having('waiting')]);
  }

  /** Tries again what failed or was cancelled, and goes on with what waits, all for an account. Resolves as `run` does. */
  async retry(account: Account, files: readonly string[], payAgain: boolean): Promise<void> {
    this.#payers.assign([...files, ...this.#having('waiting')], account);
    await (this.#ended = this.#batch.retry(files, payAgain));
    this.#services().credits.refreshSoon();
    await this.#showView();
  }

  interrupted(): Promise<InterruptedBatches> {
    return this.#batch.interrupted();
  }

  /** Goes on with interrupted batches. Resolves as `run` does. */
  async resume(account: Account, ids: readonly string[]): Promise<void> {
    this.#payers.assignOthers(account);
    await (this.#ended = this.#batch.resume(ids));
    this.#services().credits.refreshSoon();
    await this.#showView();
  }

  forgetInterrupted(ids: readonly string[]): Promise<void> {
    return this.#batch.forget(ids);
  }

  cancel(file?: string): void {
    this.#batch.cancel(file);
  }

  /** Ends all of it. Resolves once nothing of it is under way and nothing is noted any more. */
  async stop(): Promise<void> {
    this.cancel();
    await this.#ended;
  }

  /** Clears a batch that has ended away. */
  clear(): void {
    this.#batch.clear();
    if (this.items.length === 0) this.#payers.forget();
    void this.#showView();
  }

  dispose(): void {
    // The journal stays as it is: the next window goes on where this one was.
    this.#changed.dispose();
  }

  #having(status: BatchItem['state']['status']): string[] {
    return this.items.filter(({ state }) => state.status === status).map(({ file }) => file);
  }

  /** The view is there as long as there is anything in it. */
  #showView(): Thenable<unknown> {
    return commands.executeCommand('setContext', 'casParser.batch', this.items.length > 0);
  }
}
