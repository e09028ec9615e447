import { readFile } from 'node:fs/promises';

import type { CasParserService } from '../../service/server.ts';

/** An answer of the stand-in, read whole. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** undefined when the text is not JSON */
  json: unknown;
}

export interface Sent {
  method?: string;
  key?: string;
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Sends a request over real HTTP: POST unless told otherwise. */
export async function send(
  service: CasParserService,
  path: string,
  sent: Sent = {},
): Promise<Reply> {
  const { method = 'POST', key, json, form, headers, signal } = sent;
  const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
  const response = await fetch(service.origin + path, {
    method,
    headers: {
      ...(key !== undefined && { 'x-api-key': key }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A multipart upload of a file. */
export async function upload(path: string, password?: string | null, part = 'pdf_file') {
  const form = new FormData();
  form.append(part, new Blob([await readFile(path)], { type: 'application/pdf' }), 'sample.pdf');
  if (password) form.append('password', password);
  return form;
}
