import { AppError } from '../service/appError.ts';
import type { Clock } from './browserApproval.ts';

/** A sleeper must not be woken more often than this: a window may gain focus many times in a second. */
const SHORTEST_SLEEP_MS = 1_000;

/** The real clock, whose sleep `wake()` cuts short. */
export class WakeableClock implements Clock {
  #wake: (() => void) | undefined;

  now(): number {
    return Date.now();
  }

  wake(): void {
    this.#wake?.();
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    const asleepSince = Date.now();
    return new Promise((resolve, reject) => {
      const end = (how: () => void) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        this.#wake = undefined;
        how();
      };
      const cancel = () => end(() => reject(new AppError('cancelled', { mayBeBilled: false })));
      let timer = setTimeout(() => end(resolve), milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        const rest = Math.max(0, asleepSince + SHORTEST_SLEEP_MS - Date.now());
        timer = setTimeout(() => end(resolve), Math.min(rest, milliseconds));
      };
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });
    });
  }
}
