import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { ordinaryAccount, sandboxAccount } from './account.ts';
import type { Account, Credits } from './account.ts';
import { AgentAuth } from './agentAuth.ts';
import { answerControl } from './control.ts';
import { answerAt, endpointsOf, findEndpoint } from './endpoints.ts';
import type { Desk } from './endpoints.ts';
import { ClientLeft, converse, readCall, requestIdOf, send } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { Keys } from './keys.ts';
import { Misbehaviours } from './misbehaviour.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import { RateLimit } from './rateLimit.ts';
import { recordRequest } from './recorder.ts';
import type { RecordedRequest } from './recorder.ts';
import { KnownStatements } from './statements.ts';
import { AccessTokens } from './tokens.ts';
import { UsageLog } from './usage.ts';

export interface ServiceOptions {
  /** 0 or none: any free one */
  port?: number;
  /** Folder of PDFs the service knows: each with `<same name>.json` beside it. */
  statements?: string;
  credits?: Credits;
  /** Serves https instead. PEM. */
  tls?: { key: string; cert: string };
  /** ms since 1970 */
  now?: () => number;
}

/** A running stand-in for the CAS Parser service, on loopback. */
export interface CasParserService {
  /** such as http://127.0.0.1:8787; both the API and the approval page */
  readonly origin: string;
  /** The API key of the one account. */
  readonly key: string;
  readonly email: string;
  /** Everything that came, oldest first, without the stand-in's own addresses. */
  readonly requests: RecordedRequest[];
  readonly account: Account;
  misbehave(rule: Misbehaviour): void;
  /** Forgets all rules. */
  behave(): void;
  /** What the approval page's button does. @throws when the service would refuse it. */
  approve(token: string): void;
  close(): Promise<void>;
}

export async function startCasParserService(
  options: ServiceOptions = {},
): Promise<CasParserService> {
  const desk = openDesk(options);
  const endpoints = endpointsOf(desk);
  const misbehaviours = new Misbehaviours();
  const requests: RecordedRequest[] = [];
  const closing = new AbortController();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(request.url ?? '', 'http://stand-in') ?? new URL('http://stand-in');
    const requestId = requestIdOf(request);
    const exchange = { request, response, url, requestId, closing: closing.signal };
    if (url.pathname.startsWith('/stand-in/')) {
      const call = await readCall(exchange);
      const method = request.method ?? '';
      send(exchange, undefined, await answerControl(method, call, misbehaviours, requests));
    } else {
      await serveEndpoint(exchange);
    }
  }

  async function serveEndpoint(exchange: Exchange): Promise<void> {
    const { request, url } = exchange;
    const record = recordRequest(request, desk.now());
    requests.push(record);
    const endpoint = findEndpoint(endpoints, request.method ?? '', url.pathname);
    const rule = misbehaviours.next(endpoint.operation);
    await converse(exchange, record, rule, (call) => answerAt(endpoint, call, desk));
  }

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response).catch((error: unknown) => {
      if (error instanceof ClientLeft) return;
      console.error('The CAS Parser stand-in failed:', error);
      response.destroy();
    });
  };
  const { tls } = options;
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    key: desk.account.key,
    email: desk.account.email,
    requests,
    account: desk.account,
    misbehave: (rule) => misbehaviours.add(rule),
    behave: () => misbehaviours.forget(),
    approve: (token) => desk.agentAuth.approve(token),
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function openDesk({ credits, statements, now = Date.now }: ServiceOptions): Desk {
  const account = ordinaryAccount(credits, now());
  const tokens = new AccessTokens(now);
  return {
    account,
    tokens,
    keys: new Keys([account, sandboxAccount()], tokens),
    agentAuth: new AgentAuth(account, now),
    usage: new UsageLog(),
    rateLimit: new RateLimit(now),
    statements: new KnownStatements(statements),
    now,
  };
}
