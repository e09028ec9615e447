import { availableParallelism } from 'node:os';
import { LocalParseError } from './localParseError.ts';
import type { LocalPreview } from './preview.ts';
import type { LocalAnswer } from './readPages.ts';
import type { OnPage } from './readStatement.ts';
import { WorkerPool } from './workerPool.ts';
import type { WorkerResult } from './workerMessages.ts';

/** The service takes no larger ones either. */
const LARGEST_PDF_BYTES = 50 * 1024 * 1024;
/** Statements of fewer bytes have few pages. */
const WORTH_HELP_BYTES = 150_000;
const MOST_WORKERS = 4;
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
  /** Called once, before all is read, unless the first pages do not tell what the statement is. */
  readonly onPreview?: (preview: LocalPreview) => void;
  /** The bundled worker; the sources run their own. */
  readonly workerPath?: string | URL;
  /** For tests: how many workers help the first, however large the PDF is. */
  readonly helpers?: number;
  /** For tests: other limits, in milliseconds and bytes. */
  readonly limits?: {
    readonly withoutPage?: number;
    readonly whole?: number;
    readonly growth?: number;
  };
}

/**
 * Reads a Consolidated Account Statement on this computer, in workers of its own: nothing is uploaded, nothing is kept, and
 * whatever the PDF does, it ends.
 * @throws LocalParseError the only error: by its code, what is wrong with the PDF and what to do
 */
export async function parseLocally(
  bytes: Uint8Array,
  options: LocalParseOptions = {},
): Promise<LocalAnswer> {
  const result = await runWorkers('answer', bytes, options);
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
  const result = await runWorkers('layout', bytes, options);
  if (typeof result !== 'string') throw new LocalParseError('crashed');
  return result;
}

async function runWorkers(
  what: 'answer' | 'layout',
  bytes: Uint8Array,
  options: LocalParseOptions,
): Promise<WorkerResult> {
  const { signal, onProgress, onPreview, limits, password = '' } = options;
  if (signal?.aborted) throw new LocalParseError('cancelled');
  if (bytes.length > LARGEST_PDF_BYTES) throw new LocalParseError('too-large');
  const growth = limits?.growth ?? MOST_GROWTH_BYTES;
  const pause = limits?.withoutPage ?? LONGEST_WITHOUT_A_PAGE_MS;
  const before = process.memoryUsage.rss();
  const pool = new WorkerPool(what, bytes, password, options.workerPath);
  const helpers = what === 'layout' ? 0 : (options.helpers ?? helpersFor(bytes));
  let stop: () => void = () => undefined;
  try {
    return await new Promise<WorkerResult>((resolve, reject) => {
      const fail = (code: LocalParseError['code']): void => reject(new LocalParseError(code));
      const whole = setTimeout(fail, limits?.whole ?? LONGEST_MS, 'timed-out');
      let page = setTimeout(fail, pause, 'timed-out');
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
      let read = 0;
      pool.start(helpers, {
        onPage: (of) => {
          clearTimeout(page);
          page = setTimeout(fail, pause, 'timed-out');
          read += 1;
          onProgress?.(read, of);
        },
        onPreview: (preview) => onPreview?.(preview),
        onResult: resolve,
        onFailure: fail,
      });
    });
  } finally {
    stop();
    pool.end();
  }
}

/** A second worker takes longer to start than a few pages take to read; their number is not known before the PDF is open. */
function helpersFor(bytes: Uint8Array): number {
  return bytes.length < WORTH_HELP_BYTES ? 0 : Math.min(availableParallelism(), MOST_WORKERS) - 1;
}
