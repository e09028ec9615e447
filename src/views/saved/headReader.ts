import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { HeadResult } from './statementHead.ts';

/** A file that swells to more than this in memory ends the thread, not the extension host. */
const MOST_MEMORY_MB = 1024;

/** Reads heads of saved portfolios in a thread of its own, which lives from the first file to `end`. */
export class HeadReader {
  readonly #script: string;
  #worker: Worker | undefined;

  /** @param script the built `headWorker.ts` */
  constructor(script: string) {
    this.#script = script;
  }

  /**
   * One file after the other: the next is given when the one before is answered.
   * @param bytes which are gone afterwards: they move to the thread
   */
  async read(bytes: Uint8Array<ArrayBuffer>): Promise<HeadResult> {
    const worker = (this.#worker ??= this.#start());
    try {
      const answer = once(worker, 'message') as Promise<[HeadResult]>;
      worker.postMessage(bytes, [bytes.buffer]);
      const [head] = await answer;
      return head;
    } catch {
      // Out of memory, most likely. The next file gets a new thread.
      this.end();
      return { ok: false, reason: 'too-large' };
    }
  }

  end(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY_MB };
    const worker = new Worker(this.#script, { env: {}, resourceLimits });
    worker.unref();
    return worker;
  }
}
