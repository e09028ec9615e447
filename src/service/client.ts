import { Circuit } from './circuit.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from './http.ts';
import { Pacer } from './pacer.ts';
import { isProblem } from './problem.ts';
import { type Timing, realTiming } from './timing.ts';

/** A key and the only origin it may be sent to. */
export interface Credential {
  readonly key: string;
  readonly origin: string;
  /** Names the account. The service counts a key and its access tokens together: with the same name, so does the pacer. */
  readonly countedAs?: string | undefined;
}

/** What may be logged of an exchange: the template of its path, never its URL, headers or bodies. */
export interface ExchangeLine {
  readonly what: string;
  readonly milliseconds: number;
  readonly outcome: string;
  readonly requestId: string | undefined;
}

export interface ClientOptions {
  readonly send: SendHttp;
  /** The setting `casParser.apiBaseUrl`, checked. @throws Problem `addressInvalid` */
  readonly baseUrl: () => URL;
  readonly onExchange: (line: ExchangeLine) => void;
  readonly timing?: Timing;
  /** Keeps the rate limits. */
  readonly pacer?: Pacer;
  /** Keeps away from a dead service. */
  readonly circuit?: Circuit;
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
}

/** Carries out a call. @throws Problem of the "no answer" kinds */
export type CallService = (call: Call) => Promise<HttpAnswer>;

/** The door to the CAS Parser service. */
export function serviceClient({
  send,
  baseUrl,
  onExchange,
  timing = realTiming,
  pacer = new Pacer(timing),
  circuit = new Circuit(timing),
}: ClientOptions): CallService {
  /** Whatever carries a key keeps the rate limit and away from a dead service, each time that it is sent. */
  function sendCarefully({ onWait, insist, credential }: Call): SendHttp {
    if (!credential) return send;
    const { countedAs } = credential;
    const paced = pacer.paced(circuit.guarded(send, insist === true), { onWait, countedAs });
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
      const what = `${call.method} ${call.loggedPath ?? call.path}`;
      onExchange({ what, outcome, requestId, milliseconds });
    };
    try {
      const answer = await through(request);
      tell(`HTTP ${answer.status}`, answer.headers['x-request-id']);
      return answer;
    } catch (error) {
      if (isProblem(error))
        tell([error.kind, error.facts.code].filter(Boolean).join(' '), error.facts.requestId);
      throw error;
    }
  };
}

function requestFor(call: Call, base: URL): HttpRequest {
  const url = new URL(`${base.origin}${base.pathname.replace(/\/$/, '')}${call.path}`);
  // The last barrier: whoever asks, a key never leaves for an origin it was not issued for.
  if (call.credential && call.credential.origin !== url.origin)
    throw new Error('This key was issued for another address.');
  return {
    method: call.method,
    url,
    headers: {
      accept: 'application/json',
      ...call.headers,
      ...(call.credential ? { 'x-api-key': call.credential.key } : {}),
    },
    ...(call.body === undefined ? {} : { body: call.body }),
    timeoutMs: call.timeoutMs,
    signal: call.signal,
  };
}
