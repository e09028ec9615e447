import type { Credential } from '../service/credential.ts';
import { keyMark } from '../service/keyMark.ts';
import { newRequestId } from '../service/requestId.ts';
import type { Send, Sends } from '../service/sends.ts';
import type { PendingNote, SentJournal, SentNote } from './storage/sentJournal.ts';
import type { LookUp } from './lostAnswer.ts';

export interface NotedSendsOptions {
  /** SHA-256 of the PDF, in hex. */
  readonly hash: string;
  readonly accountId: string;
  readonly sent: SentJournal;
  readonly lookUp: Pick<LookUp, 'find' | 'timing' | 'clock'>;
}

/** The sends of one statement, each with a note on disk from before its first byte leaves until it is known to be free. */
export class NotedSends implements Sends {
  readonly #options: NotedSendsOptions;
  readonly #notes = new Map<string, SentNote>();
  #last: SentNote | undefined;

  constructor(options: NotedSendsOptions) {
    this.#options = options;
  }

  /** The note on the last send that may have been charged; those before it were free, or it would not have been sent. */
  get last(): PendingNote | undefined {
    const note = this.#last;
    return note && this.#notes.has(note.requestId)
      ? { hash: this.#options.hash, ...note }
      : undefined;
  }

  async begin({ key, mintedFrom, origin }: Credential): Promise<Send> {
    const { hash, accountId, sent, lookUp } = this.#options;
    const requestId = newRequestId();
    const note: SentNote = {
      requestId,
      origin,
      accountId,
      sentAt: lookUp.timing.now(),
      byService: lookUp.clock.byService(origin),
      keyMark: keyMark(mintedFrom ?? key, requestId),
    };
    await sent.wrote(hash, note);
    lookUp.clock.begin(requestId);
    this.#notes.set(requestId, note);
    this.#last = note;
    return { requestId, free: () => this.#free(requestId) };
  }

  async isFree(requestId: string, signal: AbortSignal): Promise<boolean> {
    const note = this.#notes.get(requestId);
    if (!note) return true;
    const { hash, lookUp } = this.#options;
    const found = await lookUp.find({ hash, ...note }, signal).catch(() => undefined);
    const isFree = found?.status === 'free' || (found?.status === 'absent' && found.conclusive);
    if (isFree) await this.#free(requestId);
    return isFree;
  }

  /** None of them was charged. Never rejects. */
  async allFree(): Promise<void> {
    for (const requestId of [...this.#notes.keys()]) await this.#free(requestId);
  }

  async #free(requestId: string): Promise<void> {
    const { hash, sent, lookUp } = this.#options;
    this.#notes.delete(requestId);
    lookUp.clock.forget(requestId);
    await sent.notBilled({ hash, requestId });
  }
}
