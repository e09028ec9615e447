import type { HttpAnswer, SendHttp } from './http.ts';
import { parseJson } from './json.ts';
import { AppError, type AppErrorKind, isAppError } from './appError.ts';
import { problemBody } from './schemas.ts';
import type { Timing } from './timing.ts';

const FAILURES = 3;
const FIRST_REST_MS = 15_000;
const LONGEST_REST_MS = 300_000;
/** While the probe is under way nobody knows more; this is when to look again. */
const PROBE_MS = 5_000;

/** Failures that say: the service, or the way to it, is dead. */
const deadly: readonly AppErrorKind[] = [
  'connectionRefused',
  'connectionLost',
  'nameNotFound',
  'timeout',
  'proxyRefused',
];

interface State {
  failures: number;
  restingSince: number;
  /** Milliseconds; 0 while requests go through. */
  rest: number;
  probing: boolean;
}

const goingThrough: Readonly<State> = { failures: 0, restingSince: 0, rest: 0, probing: false };

/**
 * Stops hammering a dead service: after three failures in a row nothing is sent for 15 s, then a single request is, and
 * as long as it fails too the rest doubles, up to five minutes. Any answer that shows life ends it. Each origin on its
 * own.
 */
export class CircuitBreaker {
  readonly #timing: Timing;
  readonly #states = new Map<string, State>();

  constructor(timing: Timing) {
    this.#timing = timing;
  }

  /** @throws AppError `circuitOpen` if a request would not be sent now */
  check({ origin }: URL): void {
    const state = this.#of(origin);
    if (state.rest === 0) return;
    const now = this.#timing.now();
    const passed = now - state.restingSince;
    // Before it began means that the clock was set back: then nobody knows how long it has been.
    if (passed >= 0 && passed < state.rest) throw resting(state.restingSince + state.rest);
    if (state.probing) throw resting(now + PROBE_MS);
  }

  /**
   * @param insist sent even while the service rests: the person asked for it just now
   * @throws AppError as `send` does, and `circuitOpen`, unsent
   */
  guarded(send: SendHttp, insist: boolean): SendHttp {
    return async (request) => {
      if (!insist) this.check(request.url);
      const state = this.#of(request.url.origin);
      const isProbe = !insist && state.rest > 0;
      if (isProbe) state.probing = true;
      try {
        const answer = await send(request);
        if (showsLife(answer)) Object.assign(state, goingThrough);
        else if (!('retry-after' in answer.headers)) this.#failed(state, isProbe);
        return answer;
      } catch (error) {
        if (isAppError(error, ...deadly)) this.#failed(state, isProbe);
        throw error;
      } finally {
        if (isProbe) state.probing = false;
      }
    };
  }

  #failed(state: State, isProbe: boolean): void {
    if (state.rest === 0) {
      state.failures += 1;
      if (state.failures >= FAILURES) this.#rest(state, FIRST_REST_MS);
    } else if (isProbe) {
      this.#rest(state, Math.min(state.rest * 2, LONGEST_REST_MS));
    }
    // Otherwise it was under way before the rest began, or the person insisted: neither says anything new.
  }

  #rest(state: State, milliseconds: number): void {
    state.restingSince = this.#timing.now();
    state.rest = milliseconds;
  }

  #of(origin: string): State {
    let state = this.#states.get(origin);
    if (!state) {
      state = { ...goingThrough };
      this.#states.set(origin, state);
    }
    return state;
  }
}

function resting(retryAt: number): AppError {
  return new AppError('circuitOpen', { retryAt, mayBeBilled: false });
}

/** Any answer of the service itself; a 500 about one PDF comes from a service that is well. */
function showsLife({ status, text }: HttpAnswer): boolean {
  if (status < 500) return true;
  const body = problemBody.safeParse(parseJson(text));
  return body.success && body.data.code === 'PARSING_ERROR';
}
