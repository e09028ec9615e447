import type { MessagePort } from 'node:worker_threads';
import type { LocalParseCode } from './localParseError.ts';
import type { LocalPreview } from './preview.ts';
import type { LocalAnswer } from './readPages.ts';

/** What a worker is started with. */
export interface WorkerTask {
  readonly what: WorkerRole;
  /** The PDF, once for all workers. */
  readonly bytes: SharedArrayBuffer;
  readonly password: string;
  /** See `PageTurns`: all workers take from the same pages. */
  readonly turns: SharedArrayBuffer;
  /** The first worker's to those that help it; a helper's one to the first. */
  readonly ports: readonly MessagePort[];
}

/** The first reads what it gets of the pages and makes the answer; those who help only read pages. */
export type WorkerRole = 'answer' | 'layout' | 'help';

/** The portfolio, or the text of a layout report. */
export type WorkerResult = LocalAnswer | string;

/** What workers say to the thread that started them. */
export type WorkerMessage =
  | { readonly kind: 'page'; readonly of: number }
  | { readonly kind: 'preview'; readonly preview: LocalPreview }
  /** A helper has nothing left to read. */
  | { readonly kind: 'helped' }
  | { readonly kind: 'result'; readonly result: WorkerResult }
  | { readonly kind: 'error'; readonly code: LocalParseCode };
