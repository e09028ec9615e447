import { Worker } from 'node:worker_threads';
import { LocalParseError } from './localParseError.ts';
import type { LocalAnswer } from './readPages.ts';
import type { OnPage } from './readStatement.ts';
import type { WorkerMessage, WorkerResult, WorkerTask } from './workerMessages.ts';

/** The service takes no larger ones either. */
const LARGEST_PDF_BYTES = 50 * 1024 * 1024;
/** A statement of 300 pages takes some 300 MB. */
const MOST_MEMORY_MB = 1024;
/** Left to itself, V8 lets 150 MB of rubbish gather before it looks; a smaller heap for what is new costs no time. */
const YOUNG_MEMORY_MB = 32;
/** `resourceLimits` does not count what a PDF unpacks to: that lies outside of the heap, and grows the whole process. */
const MOST_GROWTH_BYTES = 1280 * 1024 * 1024;
const LOOK_AT_MEMORY_MS = 100;
/** No page of a statement takes longer than this; a hostile one does. */
const LONGEST_WITHOUT_A_PAGE_MS = 20_000;
const LONGEST_MS = 120_000;

export interface LocalParseOptions {
  /** Empty when there is none. */
  readonly password?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnPage;
  /** The bundled worker; the sources run their own. */
  readonly workerPath?: string | URL;
  /** For tests: other limits, in milliseconds and bytes. */
  readonly limits?: {
    readonly withoutPage?: number;
    readonly whole?: number;
    readonly growth?: number;
  };
}

/**
 * Reads a Consolidated Account Statement on this computer, in a worker of its own: nothing is uploaded, nothing is kept, and
 * whatever the PDF does, it ends.
 * @throws LocalParseError the only error: by its code, what is wrong with the PDF and what to do
 */
export async function parseLocally(
  bytes: Uint8Array,
  options: LocalParseOptions = {},
): Promise<LocalAnswer> {
  const result = await runWorker('answer', bytes, options);
  if (typeof result === 'string') throw new LocalParseError('crashed');
  return result;
}

/**
 * The layout of a PDF without a letter or digit of it, for a bug report. Works for PDFs that are no statement too.
 * @throws LocalParseError
 */
export async function reportLayout(
  bytes: Uint8Array,
  options: LocalParseOptions = {},
): Promise<string> {
  const result = await runWorker('layout', bytes, options);
  if (typeof result !== 'string') throw new LocalParseError('crashed');
  return result;
}

async function runWorker(
  what: WorkerTask['what'],
  bytes: Uint8Array,
  options: LocalParseOptions,
): Promise<WorkerResult> {
  const { signal, onProgress, limits, password = '' } = options;
  if (signal?.aborted) throw new LocalParseError('cancelled');
  if (bytes.length > LARGEST_PDF_BYTES) throw new LocalParseError('too-large');
  const task: WorkerTask = { what, bytes, password };
  const worker = new Worker(options.workerPath ?? new URL('worker.ts', import.meta.url), {
    workerData: task,
    // Nothing of this process's environment is needed there, and nothing is to be printed.
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: MOST_MEMORY_MB,
      maxYoungGenerationSizeMb: YOUNG_MEMORY_MB,
      stackSizeMb: 4,
    },
  });
  const growth = limits?.growth ?? MOST_GROWTH_BYTES;
  const pause = limits?.withoutPage ?? LONGEST_WITHOUT_A_PAGE_MS;
  let stop: () => void = () => undefined;
  try {
    return await new Promise<WorkerResult>((resolve, reject) => {
      const fail = (code: LocalParseError['code']): void => reject(new LocalParseError(code));
      const whole = setTimeout(fail, limits?.whole ?? LONGEST_MS, 'timed-out');
      let page = setTimeout(fail, pause, 'timed-out');
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > growth) fail('too-complex');
      }, LOOK_AT_MEMORY_MS);
      const cancel = (): void => fail('cancelled');
      signal?.addEventListener('abort', cancel);
      stop = () => {
        clearTimeout(whole);
        clearTimeout(page);
        clearInterval(watch);
        signal?.removeEventListener('abort', cancel);
      };
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'result') resolve(message.result);
        else if (message.kind === 'error') fail(message.code);
        else {
          clearTimeout(page);
          page = setTimeout(fail, pause, 'timed-out');
          onProgress?.(message.page, message.of);
        }
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-complex' : 'crashed');
      });
      worker.on('exit', () => fail('crashed'));
    });
  } finally {
    stop();
    // Not waited for: what is under way in the worker ends at once, but a busy machine takes its time to say so.
    void worker.terminate();
  }
}
