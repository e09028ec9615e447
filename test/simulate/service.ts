import type { HttpAnswer, HttpRequest } from '../../src/service/http.ts';
import { SANDBOX_KEY } from '../../src/service/sandbox.ts';
import type { Upload } from './attempts.ts';
import type { SimulatedClock } from './clock.ts';
import type { Setting } from './events.ts';
import { PASSWORD } from './statements.ts';

interface LogEntry {
  /** As the log tells it. */
  readonly told: Readonly<Record<string, string | number>>;
  /** By the service's clock. */
  readonly at: number;
  /** When the log begins to tell of it, in milliseconds since the begin. */
  readonly toldFrom: number;
}

/** Who pays at the service. */
export interface Customer {
  readonly email: string;
  readonly key: string;
  credits: number;
  readonly log: LogEntry[];
  /** When requests came, in milliseconds since the begin. */
  readonly came: number[];
}

/** What became of an upload that was taken on, once the work on it is over. */
export type Ending = 'parsed' | 'failed' | 'garbled' | 'strange';

const MINUTE_MS = 60_000;
/** Documented: 60 requests a minute for a key, 10 in the sandbox. */
const PER_MINUTE = { key: 60, sandbox: 10 };
const MOST_LISTED = 500;

/** The service as its documentation has it: keys, credits, refusals, the usage log, approvals. */
export class SimulatedService {
  readonly first: Customer;
  readonly other: Customer;
  readonly #sandbox: Customer;
  /** The log tells of a request so much later than it ended. */
  logLateMs = 0;
  /** Until when the log tells of nothing, in milliseconds since the begin. */
  silentUntil = 0;
  /** The service gives ids of its own, whatever ids come. */
  replacesIds: boolean;
  readonly #setting: Setting;
  readonly #clock: SimulatedClock;
  /** Tokens of sign-ins, and whose key waits for each. */
  readonly #approved = new Map<string, Customer>();
  #ids = 0;

  constructor(setting: Setting, clock: SimulatedClock) {
    this.#setting = setting;
    this.#clock = clock;
    this.replacesIds = setting.replacesIds;
    const customer = (email: string, key: string, credits: number): Customer => ({
      email,
      key,
      credits,
      log: [],
      came: [],
    });
    this.first = customer(
      'first@example.com',
      'sk_11111111111111111111',
      setting.credits ?? Infinity,
    );
    this.other = customer('other@example.com', 'sk_22222222222222222222', Infinity);
    this.#sandbox = customer('', SANDBOX_KEY, Infinity);
  }

  customerOf({ headers }: HttpRequest): Customer | undefined {
    const key = headers['x-api-key'];
    return [this.first, this.other, this.#sandbox].find((one) => one.key === key);
  }

  /** The id that an answer and the log have a request under. */
  idOf({ headers }: HttpRequest): string {
    const own = headers['x-request-id'];
    return own === undefined || this.replacesIds ? `req_own${++this.#ids}` : own;
  }

  /** Why a request is not looked at, if it is not. It is in the log then. */
  refused(request: HttpRequest, id: string): HttpAnswer | undefined {
    const customer = this.customerOf(request);
    if (!customer) return this.json(id, 401, { status: 'failed', msg: 'Invalid API key' });
    const { elapsed } = this.#clock;
    const perMinute = customer === this.#sandbox ? PER_MINUTE.sandbox : PER_MINUTE.key;
    while ((customer.came[0] ?? elapsed) <= elapsed - MINUTE_MS) customer.came.shift();
    if (customer.came.length >= perMinute) {
      this.log(customer, request, id, 429, 0);
      return this.limited(id, 20);
    }
    customer.came.push(elapsed);
    return undefined;
  }

  /** Why an upload is not worked on, if it is not. It is in the log then. */
  refusedUpload(request: HttpRequest, upload: Upload, id: string): HttpAnswer | undefined {
    const refused = this.refused(request, id);
    if (refused) return refused;
    const customer = this.customerOf(request);
    const { body } = request;
    if (!customer || typeof body !== 'object') throw new Error('an upload has a form');
    const refuse = (status: number, msg: string) => {
      this.log(customer, request, id, status, 0);
      return this.json(id, status, { status: 'failed', msg });
    };
    if (body.file.part !== this.#setting.part) return refuse(400, 'No PDF file provided');
    if (customer.credits < 1)
      return refuse(403, 'Authentication failed: API quota exceeded or invalid API key.');
    if (upload.statement.locked && body.fields.password !== PASSWORD && customer !== this.#sandbox)
      return refuse(400, 'Incorrect password');
    return undefined;
  }

  /** The work on an upload is over: what parsed is billed. */
  ended(request: HttpRequest, upload: Upload, id: string, ending: Ending): HttpAnswer {
    const customer = this.customerOf(request);
    if (!customer) throw new Error('it was refused');
    if (ending === 'failed') {
      this.log(customer, request, id, 500, 0);
      return this.json(id, 500, { status: 'failed', msg: 'Parsing failed', code: 'PARSING_ERROR' });
    }
    const { portfolio } = upload.statement;
    const text =
      ending === 'parsed'
        ? portfolio
        : ending === 'garbled'
          ? portfolio.slice(0, 40)
          : JSON.stringify({ another: 'shape' });
    if (customer !== this.#sandbox) {
      upload.billedAt ??= this.#clock.elapsed;
      upload.answer ??= text;
      customer.credits -= 1;
    }
    this.log(customer, request, id, 200, customer === this.#sandbox ? 0 : 1);
    return this.answer(id, 200, text);
  }

  /** Credits, usage, approvals: what costs nothing. */
  free(request: HttpRequest, id: string): HttpAnswer {
    const { pathname } = request.url;
    const token = /^\/v1\/agent-auth\/token\/(.+)$/.exec(pathname)?.[1];
    if (token !== undefined) return this.#poll(token, id);
    const refused = this.refused(request, id);
    if (refused) return refused;
    const customer = this.customerOf(request);
    if (!customer) throw new Error('it was refused');
    this.log(customer, request, id, 200, 0);
    if (pathname === '/v1/credits')
      return this.json(id, 200, {
        used: 0,
        remaining: Number.isFinite(customer.credits) ? customer.credits : null,
        limit: 1_000,
        enabled_features: ['smart_parser'],
      });
    if (pathname === '/v1/usage') return this.json(id, 200, this.#usage(customer, request));
    return this.json(id, 404, { detail: 'Not Found' });
  }

  approve(token: string, customer: Customer): void {
    this.#approved.set(token, customer);
  }

  limited(id: string, retryAfter: number): HttpAnswer {
    const body = { status: 'failed', msg: 'Too many requests', code: 'RATE_LIMITED' };
    return this.json(id, 429, body, { 'retry-after': String(retryAfter) });
  }

  json(
    id: string,
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): HttpAnswer {
    return this.answer(id, status, JSON.stringify(body), headers);
  }

  answer(
    id: string,
    status: number,
    text: string,
    headers: Readonly<Record<string, string>> = {},
  ): HttpAnswer {
    const date = new Date(this.#clock.trueNow()).toUTCString();
    return {
      status,
      text,
      headers: { 'content-type': 'application/json', 'x-request-id': id, date, ...headers },
    };
  }

  log(
    customer: Customer,
    { url }: Pick<HttpRequest, 'url'>,
    id: string,
    status: number,
    credits: number,
  ): void {
    const at = this.#clock.trueNow();
    const path = url.pathname;
    const told = {
      request_id: id,
      feature: path === '/v4/smart/parse' ? 'smart_parser' : 'account',
      path,
      status_code: status,
      credits,
      timestamp: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
    };
    customer.log.push({
      told,
      at,
      toldFrom: this.#clock.elapsed + this.logLateMs,
    });
  }

  /** The key is handed over a single time. */
  #poll(token: string, id: string): HttpAnswer {
    const customer = this.#approved.get(token);
    if (!customer) return this.json(id, 200, { status: 'pending' });
    this.#approved.delete(token);
    return this.json(id, 200, {
      status: 'approved',
      api_key: customer.key,
      email: customer.email,
    });
  }

  #usage({ log }: Customer, { body }: HttpRequest): unknown {
    const asked = JSON.parse(typeof body === 'string' ? body : '{}') as {
      start_time?: string;
      end_time?: string;
      limit?: number;
    };
    const from = asked.start_time === undefined ? 0 : Date.parse(asked.start_time);
    const to = asked.end_time === undefined ? Infinity : Date.parse(asked.end_time);
    const { elapsed } = this.#clock;
    const logs =
      elapsed < this.silentUntil
        ? []
        : log
            .filter(({ at, toldFrom }) => at >= from && at <= to && toldFrom <= elapsed)
            .reverse()
            .slice(0, Math.min(asked.limit ?? 100, MOST_LISTED))
            .map(({ told }) => told);
    return { status: 'success', count: logs.length, logs };
  }
}
