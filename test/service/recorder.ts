import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { UploadedPart } from './multipart.ts';

/** A request as it came, for tests to look at. Pushed on arrival and completed later. */
export interface RecordedRequest {
  /** ms since 1970 */
  at: number;
  method: string;
  /** with the query */
  path: string;
  headers: Record<string, string>;
  /** bytes of the body that arrived; fewer than announced when the client gave up */
  bodyBytes: number;
  /** only for a multipart body */
  parts?: RecordedPart[];
  answered: number | 'dropped' | 'cut off' | 'unanswered';
  /** credits */
  billed: number;
}

export interface RecordedPart {
  name: string;
  filename?: string;
  contentType?: string;
  bytes: number;
  /** only for a part that is not a file */
  text?: string;
  /** only for a file, in hex */
  sha256?: string;
}

export function recordRequest(request: IncomingMessage, at: number): RecordedRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    at,
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(headers) as Record<string, string>,
    bodyBytes: 0,
    answered: 'unanswered',
    billed: 0,
  };
}

export function recordPart({ data, ...part }: UploadedPart): RecordedPart {
  const bytes = data.length;
  return part.filename === undefined
    ? { ...part, bytes, text: data.toString('utf8') }
    : { ...part, bytes, sha256: createHash('sha256').update(data).digest('hex') };
}

const secretHeaders = new Set(['x-api-key', 'authorization', 'cookie']);

/** A copy that may leave the process: keys and passwords are replaced by `***`. */
export function withoutSecrets(request: RecordedRequest): RecordedRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    secretHeaders.has(name) ? '***' : value,
  ]);
  return {
    ...request,
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...(request.parts && {
      parts: request.parts.map((part) =>
        part.name === 'password' ? { ...part, text: '***' } : part,
      ),
    }),
  };
}
