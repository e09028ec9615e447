import { mock } from 'node:test';

export interface HeldTimeouts {
  /** Lets the time of all that is waited for be over. */
  pass(): void;
  restore(): void;
}

/** From now on the time of a request is over when a test says so, and not by the clock. */
export function holdTimeouts(): HeldTimeouts {
  const held: AbortController[] = [];
  const { mock: mocked } = mock.method(AbortSignal, 'timeout', () => {
    const deadline = new AbortController();
    held.push(deadline);
    return deadline.signal;
  });
  return {
    pass: () => {
      for (const deadline of held.splice(0)) deadline.abort(new DOMException('', 'TimeoutError'));
    },
    restore: () => mocked.restore(),
  };
}
