import { answeredRequestId } from './answeredRequestId.ts';
import { CircuitBreaker } from './circuitBreaker.ts';
import type { Credential } from './credential.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import { RateLimiter } from './rateLimiter.ts';
import { AppError, isAppError } from './appError.ts';
import { type Sends, underOwnId } from './sends.ts';
import type { ServiceClock } from './serviceClock.ts';
import { type Timing, realTiming } from './timing.ts';

/** What may be logged of an exchange: the template of its path, never its URL, headers or bodies. */
export interface ExchangeLine {
  readonly what: string;
  readonly milliseconds: number;
  readonly outcome: string;
  readonly requestId: string | undefined;
}

export interface ClientOptions {
  readonly send: SendHttp;
  /** Where the system is, checked. @throws AppError `addressInvalid` */
  readonly baseUrl: () => URL;
  /** How the log calls a system that is not CAS Parser. */
  readonly system?: string;
  readonly onExchange: (line: ExchangeLine) => void;
  readonly timing?: Timing;
  /** Keeps the rate limits. */
  readonly pacer?: RateLimiter;
  /** Keeps away from a dead service. */
  readonly circuit?: CircuitBreaker;
  /** Learns the time from each answer. */
  readonly clock?: ServiceClock;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The path as it may be logged, where it holds a secret. */
  readonly loggedPath?: string;
  readonly credential?: Credential;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpRequest['body'];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** How to send it, when not simply once. */
  readonly through?: (send: SendHttp, timing: Timing) => SendHttp;
  /** Told when it will be sent, in milliseconds since the epoch, each time that it has to wait for the rate limit. */
  readonly onWait?: ((until: number) => void) | undefined;
  /** The person asked for it explicitly, just now: it is sent even to a service that rests. */
  readonly insist?: true | undefined;
  /** Where it may cost a credit: told of each send before it leaves. */
  readonly sends?: Pick<Sends, 'begin'>;
}

/** Carries out a call. @throws AppError of the "no answer" kinds */
export type CallService = (call: Call) => Promise<HttpAnswer>;

/** The door to a system: CAS Parser, or another one that we sign in to. */
export function serviceClient({
  send: sendOnly,
  baseUrl,
  onExchange,
  system,
  timing = realTiming,
  pacer = new RateLimiter(timing),
  circuit = new CircuitBreaker(timing),
  clock,
}: ClientOptions): CallService {
  const send: SendHttp = async (request) => {
    const answer = await sendOnly(request);
    clock?.hear(request.url.origin, answer);
    return answer;
  };
  /** Whatever carries a key keeps the rate limit and away from a dead service, each time that it is sent. */
  function sendCarefully({ onWait, insist, credential, sends }: Call): SendHttp {
    if (!credential) return send;
    const { key, countedAs, perHour, perMinute } = credential;
    // Innermost, so that what waits for its turn is not written down as sent.
    const noted = sends ? underOwnId(send, sends, credential) : send;
    const guarded = circuit.guarded(noted, insist === true);
    const paced = pacer.paced(guarded, { onWait, key, countedAs, perHour, perMinute });
    return async (request) => {
      // Here too, so that nothing waits for its turn only to learn that it is not sent.
      if (!insist) circuit.check(request.url);
      return paced(request);
    };
  }

  return async (call) => {
    const request = requestFor(call, baseUrl());
    const careful = sendCarefully(call);
    const through = call.through ? call.through(careful, timing) : careful;
    const started = performance.now();
    const tell = (outcome: string, requestId: string | undefined) => {
      const milliseconds = Math.round(performance.now() - started);
      const path = `${call.method} ${call.loggedPath ?? call.path}`;
      const what = system === undefined ? path : `${system}: ${path}`;
      onExchange({ what, outcome, requestId, milliseconds });
    };
    try {
      const answer = await through(request);
      tell(`HTTP ${answer.status}`, answeredRequestId(answer));
      return answer;
    } catch (error) {
      if (isAppError(error))
        tell([error.kind, error.details.code].filter(Boolean).join(' '), error.details.requestId);
      throw error;
    }
  };
}

function requestFor(call: Call, base: URL): HttpRequest {
  const url = new URL(`${base.origin}${base.pathname.replace(/\/$/, '')}${call.path}`);
  // The last barrier: whoever asks, a key never leaves for an origin it was not issued for.
  if (call.credential && call.credential.origin !== url.origin)
    throw new Error('This key was issued for another address.');
  if (call.credential?.presentedAs === 'query')
    url.searchParams.set('api_key', call.credential.key);
  return {
    method: call.method,
    url,
    headers: {
      accept: 'application/json',
      ...call.headers,
      ...(call.credential ? presented(call.credential) : {}),
    },
    ...(call.body === undefined ? {} : { body: call.body }),
    timeoutMs: call.timeoutMs,
    signal: call.signal,
  };
}

/** What a header can hold of a key: a quotation mark of a word processor or a line break is no part of one. */
const PRESENTABLE = /^[\x21-\x7e]+$/;

/** @throws AppError `keyMalformed`, not billed */
function presented({ key, presentedAs }: Credential): Readonly<Record<string, string>> {
  const isInHeader = presentedAs === undefined || presentedAs === 'bearer';
  if (isInHeader && !PRESENTABLE.test(key))
    throw new AppError('keyMalformed', { mayBeBilled: false });
  switch (presentedAs) {
    case 'bearer':
      return { authorization: `Bearer ${key}` };
    case 'basic':
      return { authorization: `Basic ${Buffer.from(key).toString('base64')}` };
    case 'query':
    case 'nothing':
      return {};
    case undefined:
      return { 'x-api-key': key };
  }
}
