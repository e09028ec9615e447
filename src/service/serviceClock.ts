import { answerDate } from './answerDate.ts';
import { answeredRequestId } from './answeredRequestId.ts';
import type { HttpAnswer } from './http.ts';
import type { Timing } from './timing.ts';

/** A time by the service's clock, as far as it is known: no earlier and no later than these, milliseconds since the epoch. */
export interface ServiceTime {
  readonly earliest: number;
  readonly latest: number;
}

interface Heard {
  /** `Date` of an answer, milliseconds since the epoch. */
  readonly date: number;
  readonly now: number;
  readonly monotonic: number;
}

/** The `Date` header shows whole seconds, and an answer takes a moment to arrive. */
const LATER_MS = 5_000;

/**
 * What the clock of each service shows, by the `Date` of its answers (RFC 9110, section 6.6.1) and the time since. This computer's
 * clock may be wrong, or be set while a request is under way; its monotonic clock may stand still while it sleeps. The truth is
 * between what the two say.
 */
export class ServiceClock {
  readonly #timing: Pick<Timing, 'now' | 'monotonic'>;
  readonly #heard = new Map<string, Heard>();

  constructor(timing: Pick<Timing, 'now' | 'monotonic'>) {
    this.#timing = timing;
  }

  /** Takes the time from an answer of the service itself, which bears a request id; a proxy's page tells the proxy's time. */
  hear(origin: string, answer: Pick<HttpAnswer, 'headers'>): void {
    const date = answerDate(answer);
    if (date === undefined || answeredRequestId(answer) === undefined) return;
    this.#heard.set(origin, {
      date,
      now: this.#timing.now(),
      monotonic: this.#timing.monotonic(),
    });
  }

  /** @returns `undefined` where no answer has told the time yet */
  now(origin: string): ServiceTime | undefined {
    const heard = this.#heard.get(origin);
    if (!heard) return undefined;
    const counted = this.#timing.monotonic() - heard.monotonic;
    const shown = this.#timing.now() - heard.now;
    return {
      earliest: heard.date + counted,
      latest: heard.date + Math.max(counted, shown) + LATER_MS,
    };
  }
}
