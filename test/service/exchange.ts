import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import type { Answer } from './answer.ts';
import { largestBody } from './call.ts';
import type { Call } from './call.ts';
import { replacedAnswer } from './misbehaviour.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { readParts } from './multipart.ts';
import { recordPart } from './recorder.ts';
import type { RecordedRequest } from './recorder.ts';

/** Thrown when the client, or the whole service, is gone before an answer could be sent. */
export class ClientLeft extends Error {}

/** One request and its response. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  requestId: string;
  /** Aborted when the service closes. */
  closing: AbortSignal;
}

/** The client's own `X-Request-ID` if it is well formed, otherwise a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const own = String(request.headers['x-request-id']);
  return /^req_[A-Za-z0-9]+$/.test(own) ? own : `req_${randomBytes(8).toString('hex')}`;
}

/**
 * Reads a request, has it processed and sends the answer, going wrong as the rule says.
 * @throws ClientLeft
 */
export async function converse(
  exchange: Exchange,
  record: RecordedRequest,
  rule: Misbehaviour | undefined,
  process: (call: Call) => Promise<Answer>,
): Promise<void> {
  const { response } = exchange;
  const { how, delayMs = 0, until } = rule ?? {};
  const gone = AbortSignal.any([exchange.closing, clientLeft(response)]);

  if (how === 'drop-before') {
    await pause(delayMs, gone);
    drop(response, record);
    return;
  }
  const call = await readCall(exchange, record);
  if (how !== 'late') await pause(delayMs, gone);
  if (until) await unlessAborted(until, gone);
  if (how === 'hang') return;

  const answer = await processUnlessReplaced(rule, () => process(call), record);
  if (how === 'late') await pause(delayMs, exchange.closing);
  if (how === 'drop-after') drop(response, record);
  else if (how === 'cut-off') cutOff(exchange, record, answer);
  else send(exchange, record, answer);
}

/** A replaced answer stands in for processing, except where the rule says it is processed. */
async function processUnlessReplaced(
  rule: Misbehaviour | undefined,
  process: () => Promise<Answer>,
  record: RecordedRequest,
): Promise<Answer> {
  const replaced = rule && replacedAnswer(rule);
  if (replaced && rule.how === undefined) return replaced;
  const answer = await process();
  record.billed = answer.credits;
  return replaced ?? { ...answer, headers: { ...answer.headers, ...rule?.headers } };
}

/** Reads the whole request and completes its record as the bytes come in. */
export async function readCall(exchange: Exchange, record?: RecordedRequest): Promise<Call> {
  const { request, url, requestId } = exchange;
  const { 'x-api-key': key, 'content-type': contentType = '' } = request.headers;
  const body = await readBody(request, (bytes) => {
    if (record) record.bodyBytes += bytes;
  });
  const parts = await readParts(body, contentType);
  if (record && parts) record.parts = parts.map(recordPart);
  return { requestId, url, apiKey: key?.toString(), contentType, body, parts };
}

async function readBody(
  request: IncomingMessage,
  arrived: (bytes: number) => void,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      arrived(chunk.length);
      // One chunk too many is kept, so that an oversized body is seen to be one.
      if (size <= largestBody) chunks.push(chunk);
      size += chunk.length;
    }
  } catch {
    throw new ClientLeft();
  }
  return Buffer.concat(chunks);
}

export function send(
  exchange: Exchange,
  record: RecordedRequest | undefined,
  answer: Answer,
): void {
  const { response } = exchange;
  if (response.destroyed) return;
  if (record) record.answered = answer.status;
  writeHead(exchange, answer);
  response.end(answer.body);
}

function cutOff(exchange: Exchange, record: RecordedRequest, answer: Answer): void {
  const { response } = exchange;
  record.answered = 'cut off';
  const bytes = Buffer.from(answer.body);
  writeHead(exchange, answer);
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

function drop(response: ServerResponse, record: RecordedRequest): void {
  record.answered = 'dropped';
  response.destroy();
}

function writeHead({ response, requestId }: Exchange, { status, headers, body }: Answer): void {
  response.statusCode = status;
  response.setHeader('X-Request-ID', requestId);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function clientLeft(response: ServerResponse): AbortSignal {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) left.abort();
  });
  return left.signal;
}

async function unlessAborted(what: Promise<unknown>, until: AbortSignal): Promise<void> {
  const aborted = new Promise<never>((_, reject) => {
    until.addEventListener('abort', () => reject(new ClientLeft()));
  });
  await Promise.race([what, aborted]);
}

async function pause(ms: number, until: AbortSignal): Promise<void> {
  if (ms === 0) return;
  try {
    await wait(ms, undefined, { signal: until });
  } catch {
    throw new ClientLeft();
  }
}
