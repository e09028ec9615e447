import type { LocalParseCode } from './localParseError.ts';
import type { LocalAnswer } from './readPages.ts';

/** What the worker is started with. */
export interface WorkerTask {
  readonly what: 'answer' | 'layout';
  readonly bytes: Uint8Array;
  readonly password: string;
}

/** The portfolio, or the text of a layout report. */
export type WorkerResult = LocalAnswer | string;

export type WorkerMessage =
  | { readonly kind: 'page'; readonly page: number; readonly of: number }
  | { readonly kind: 'result'; readonly result: WorkerResult }
  | { readonly kind: 'error'; readonly code: LocalParseCode };
