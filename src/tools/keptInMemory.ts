import { setImmediate } from 'node:timers/promises';
import type { Timing } from '../service/timing.ts';
import type { StatementStore } from '../statements/storage/statementStore.ts';
import { type ReadingLimit, mayBeTold } from './readingLimit.ts';
import { type KnownStatement, knownStatement } from './statementLibrary.ts';

/** A model asks several times in one conversation, and then no more. */
const FORGOTTEN_AFTER_MS = 10 * 60 * 1000;

interface Opened {
  readonly version: string;
  /** Characters of its text. */
  readonly size: number;
  /** Undefined for what is no portfolio, and for one that is too large to be told. */
  readonly statement: KnownStatement | undefined;
}

/**
 * The statements that are kept on this computer, opened for models: each is decrypted once for the calls of a conversation, and
 * forgotten some minutes after the last one, when it is no longer kept, and when the key to it is out of reach.
 */
export class KeptInMemory {
  readonly #store: Pick<StatementStore, 'versions' | 'find'>;
  readonly #timing: Pick<Timing, 'sleep'>;
  #opened = new Map<string, Opened>();
  #waiting = new AbortController();

  constructor(store: Pick<StatementStore, 'versions' | 'find'>, timing: Pick<Timing, 'sleep'>) {
    this.#store = store;
    this.#timing = timing;
  }

  /** All that is kept and can be opened, as far as the limit goes. */
  async read(limit: ReadingLimit): Promise<KnownStatement[]> {
    this.#forgetLater();
    const opened = this.#opened;
    const versions = await this.#store.versions();
    for (const hash of opened.keys()) if (!versions.has(hash)) opened.delete(hash);
    const found: KnownStatement[] = [];
    for (const [hash, version] of versions) {
      const before = opened.get(hash);
      const one = before?.version === version ? before : await this.#open(hash, version);
      if (!one) continue;
      // What was forgotten meanwhile is not remembered again.
      if (opened === this.#opened) opened.set(hash, one);
      if (limit.takes(one.size) && one.statement) found.push(one.statement);
    }
    return found;
  }

  forget(): void {
    this.#waiting.abort();
    this.#opened = new Map();
  }

  async #open(hash: string, version: string): Promise<Opened | undefined> {
    // The editor has its turn between two statements.
    await setImmediate();
    const kept = await this.#store.find(hash);
    if (!kept) return undefined;
    const size = kept.text.length;
    const statement = mayBeTold(size) ? knownStatement(kept.text, null) : undefined;
    return { version, size, statement };
  }

  #forgetLater(): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    this.#timing.sleep(FORGOTTEN_AFTER_MS, this.#waiting.signal).then(
      () => {
        this.forget();
      },
      () => undefined,
    );
  }
}
