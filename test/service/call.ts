import type { UploadedPart } from './multipart.ts';

/** A request that has come in whole. */
export interface Call {
  readonly requestId: string;
  readonly url: URL;
  readonly apiKey: string | undefined;
  readonly contentType: string;
  readonly body: Buffer;
  /** The parts of a multipart body; null for any other body, and for a multipart one that is broken. */
  readonly parts: readonly UploadedPart[] | null;
}

/** Bytes. Far above the largest PDF, also in base64: only a runaway upload gets here. */
export const largestBody = 32 * 1024 * 1024;
