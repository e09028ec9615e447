import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import { ClientLeft, readCall, requestIdOf, send } from './exchange.ts';
import { detail, answerOrRefusal } from './refusals.ts';
import { recordRequest } from './recorder.ts';
import type { RecordedRequest } from './recorder.ts';

/** An address of a stand-in: method and path, such as `GET /v1/auth/verify`. */
export type Endpoints = Readonly<
  Record<string, (call: Call, request: IncomingMessage) => Answer | Promise<Answer>>
>;

/** Takes over a connection that asks to be another protocol's; `record` is completed by it. */
export type OnUpgrade = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  record: RecordedRequest,
) => void;

export interface StandInOptions {
  readonly port?: number;
  /** ms since 1970: what the answers' Date says */
  readonly now?: () => number;
  readonly onUpgrade?: OnUpgrade;
}

/** What is answered in place of the real answer. */
export interface Replacement {
  /** Method and path; everything without it. */
  readonly on?: string;
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many requests it hits; every one without it. */
  readonly times?: number;
}

export interface StandIn {
  readonly origin: string;
  readonly requests: RecordedRequest[];
  replace(replacement: Replacement): void;
  behave(): void;
  close(): Promise<void>;
}

/** Serves addresses on loopback, records what comes, and misbehaves when told to. */
export async function startStandIn(
  endpoints: Endpoints,
  { port = 0, now = Date.now, onUpgrade }: StandInOptions = {},
): Promise<StandIn> {
  const requests: RecordedRequest[] = [];
  let replacements: { readonly by: Replacement; left: number }[] = [];
  const closing = new AbortController();

  function replaced(name: string): Answer | undefined {
    const found = replacements.find(
      ({ by, left }) => left > 0 && (by.on === undefined || by.on === name),
    );
    if (!found) return undefined;
    found.left -= 1;
    const { status, body = {}, headers = {} } = found.by;
    return {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
      credits: 0,
    };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(request.url ?? '', 'http://stand-in') ?? new URL('http://stand-in');
    const exchange = {
      request,
      response,
      url,
      requestId: requestIdOf(request),
      closing: closing.signal,
    };
    const record = recordRequest(request, now());
    requests.push(record);
    const call = await readCall(exchange, record);
    const name = `${request.method ?? ''} ${url.pathname}`;
    response.setHeader('Date', new Date(now()).toUTCString());
    const answer =
      replaced(name) ??
      (await answerOrRefusal(() => {
        const endpoint = endpoints[name];
        if (!endpoint) throw detail(404, 'Not Found');
        return endpoint(call, request);
      }));
    record.billed = answer.credits;
    send(exchange, record, answer);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (error instanceof ClientLeft) return;
      console.error('A stand-in failed:', error);
      response.destroy();
    });
  });
  if (onUpgrade)
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const record = recordRequest(request, now());
      requests.push(record);
      closing.signal.addEventListener('abort', () => socket.destroy());
      onUpgrade(request, socket, head, record);
    });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    replace: (by) => replacements.push({ by, left: by.times ?? Infinity }),
    behave: () => (replacements = []),
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
