import type { ServiceClock, ServiceTime } from '../service/serviceClock.ts';
import type { Timing } from '../service/timing.ts';
import type { PendingNote } from './storage/sentJournal.ts';

/**
 * How long ago statements were sent, whatever is done to this computer's clock meanwhile: by the monotonic clock where this process
 * sent them, by the service's clock where another one did. Counted from too early, a request that is under way is taken for one that
 * never was.
 */
export class SendClock {
  readonly #timing: Pick<Timing, 'monotonic'>;
  readonly #service: ServiceClock;
  /** By request id. */
  readonly #begun = new Map<string, number>();

  constructor(timing: Pick<Timing, 'monotonic'>, service: ServiceClock) {
    this.#timing = timing;
    this.#service = service;
  }

  /** The time by a service's clock, for a note on what is about to be sent. */
  byService(origin: string): ServiceTime | undefined {
    return this.#service.now(origin);
  }

  /** Counts from now on, unless it is counted already. */
  begin(requestId: string): void {
    if (!this.#begun.has(requestId)) this.#begun.set(requestId, this.#timing.monotonic());
  }

  forget(requestId: string): void {
    this.#begun.delete(requestId);
  }

  /** @returns milliseconds that have passed for certain; without any better clock, those since it was first asked for here */
  since({ requestId = '', origin = '', byService }: PendingNote): number {
    const now = byService && this.#service.now(origin);
    const byTheirs = byService && now ? now.earliest - byService.latest : 0;
    this.begin(requestId);
    const counted = this.#timing.monotonic() - (this.#begun.get(requestId) ?? 0);
    return Math.max(counted, byTheirs);
  }
}
