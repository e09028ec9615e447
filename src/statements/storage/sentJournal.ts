import { join } from 'node:path';
import * as z from 'zod/mini';
import { parseJson } from '../../service/json.ts';
import { AppError } from '../../service/appError.ts';
import { PrivateFolder } from './privateFolder.ts';
import { type OnStorageIssue, errorCode, storageIssue } from './storageIssue.ts';

const SUFFIX = '.json';

const sentNote = z.object({
  /** SHA-256 of the PDF, in hex. */
  hash: z.string(),
  requestId: z.string(),
  /** Milliseconds since 1970, by this computer's clock. */
  sentAt: z.number(),
  /** The same by the service's clock, where that was known. */
  byService: z.optional(z.object({ earliest: z.number(), latest: z.number() })),
  /** Tells the key that it was sent with from others. */
  keyMark: z.optional(z.string()),
  /** Of the service it was sent to. */
  origin: z.string(),
  /** An id that says nothing about the person: the notes are not encrypted. */
  accountId: z.string(),
});

export type SentNote = Omit<z.infer<typeof sentNote>, 'hash'>;

/** A request for a statement that may have been paid for. What is `undefined` cannot be read any more. */
export interface PendingNote {
  readonly hash: string;
  readonly requestId: string | undefined;
  /** The time of the file when the note cannot be read, and `undefined` without even that. */
  readonly sentAt: number | undefined;
  readonly byService?: SentNote['byService'];
  readonly keyMark?: string | undefined;
  readonly origin: string | undefined;
  readonly accountId: string | undefined;
}

/**
 * Requests that were sent and not answered yet, one note each under the SHA-256 (hex) of its PDF, so that an answer lost
 * in a crash is looked up in the usage log instead of being paid for again. A statement has as many notes as it was sent: each
 * send has an id of its own, and what became of the one says nothing about the other.
 */
export class SentJournal {
  readonly #notes: PrivateFolder;
  readonly #onTrouble: OnStorageIssue;

  /**
   * @param folder of the extension's storage; the notes are in `sent` below it
   * @param now milliseconds since 1970
   */
  constructor(folder: string, now: () => number, onTrouble: OnStorageIssue) {
    this.#notes = new PrivateFolder(join(folder, 'sent'), now);
    this.#onTrouble = onTrouble;
  }

  /**
   * Notes, in place of an earlier note on this request, what is about to be sent. Resolves once the note would survive a
   * power failure; only then may anything be sent.
   * @throws AppError `journalNotWritten`
   */
  async wrote(hash: string, note: SentNote): Promise<void> {
    try {
      const text = JSON.stringify(sentNote.parse({ ...note, hash }));
      await this.#notes.write(nameOf(hash, note.requestId), text);
    } catch (error) {
      throw new AppError('journalNotWritten', { code: errorCode(error), mayBeBilled: false });
    }
  }

  /**
   * The notes on a PDF that was sent, never answered, and so may have been paid for; the oldest first.
   * A note that cannot be read counts, too; its request id is `undefined`.
   */
  async pending(hash: string): Promise<PendingNote[]> {
    try {
      return await this.#read((name) => hashIn(name) === hash);
    } catch {
      return [unreadable(hash, undefined)];
    }
  }

  /**
   * The portfolio is here and kept, so whatever was sent for it is settled. Never rejects: a note that cannot be
   * removed costs a needless look at the usage log, and is told to `onTrouble`.
   */
  async settled(hash: string): Promise<void> {
    await this.#remove(async () => {
      const names = await this.#notes.names(SUFFIX);
      return names.filter((name) => hashIn(name) === hash);
    });
  }

  /** This request was not paid for, whatever became of others for the same PDF. Never rejects, as `settled`. */
  async notBilled({ hash, requestId }: Pick<PendingNote, 'hash' | 'requestId'>): Promise<void> {
    if (requestId !== undefined)
      await this.#remove(() => Promise.resolve([nameOf(hash, requestId)]));
  }

  /** All that is pending, whichever window sent it; one of them may be waiting for its answer right now. */
  async all(): Promise<PendingNote[]> {
    try {
      return await this.#read(() => true);
    } catch (error) {
      this.#onTrouble(storageIssue(error));
      return [];
    }
  }

  async #read(isWanted: (name: string) => boolean): Promise<PendingNote[]> {
    const names = (await this.#notes.names(SUFFIX)).filter(isWanted);
    const notes = await Promise.all(names.map((name) => this.#readOne(name)));
    return notes
      .filter((note) => note !== undefined)
      .sort((one, other) => (one.sentAt ?? 0) - (other.sentAt ?? 0));
  }

  /** @returns `undefined` for a note that another window has removed meanwhile */
  async #readOne(name: string): Promise<PendingNote | undefined> {
    const text = await this.#notes.read(name).catch(() => 'unreadable');
    if (text === undefined) return undefined;
    const { data } = sentNote.safeParse(parseJson(text.toString()));
    if (data && name === nameOf(data.hash, data.requestId)) return data;
    return unreadable(hashIn(name), await this.#notes.changedAt(name).catch(() => undefined));
  }

  async #remove(names: () => Promise<readonly string[]>): Promise<void> {
    try {
      for (const name of await names()) await this.#notes.remove(name);
    } catch (error) {
      this.#onTrouble(storageIssue(error));
    }
  }
}

function nameOf(hash: string, requestId: string): string {
  return `${hash}.${requestId}${SUFFIX}`;
}

function hashIn(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

function unreadable(hash: string, sentAt: number | undefined): PendingNote {
  return { hash, sentAt, requestId: undefined, origin: undefined, accountId: undefined };
}
