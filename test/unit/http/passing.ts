import type { ManualTiming } from './fakeTiming.ts';

/** Lets time pass by the second while somebody waits for it, with real time for the answers in between. */
export function passingOn(timing: ManualTiming) {
  return async <T>(work: Promise<T>): Promise<T> => {
    const state = { done: false };
    const end = () => (state.done = true);
    work.then(end, end);
    while (!state.done) {
      // A request that is under way on a busy computer would arrive in a later minute than it was sent in.
      for (let waited = 0; waited < 10 && (waited === 0 || isSomeUnderWay()); waited += 1)
        await new Promise((resolve) => setTimeout(resolve, 2));
      if (timing.sleepers > 0) await timing.advance(1_000);
    }
    return work;
  };
}

/** Every request has a connection of its own, which is closed afterwards. */
function isSomeUnderWay(): boolean {
  return process.getActiveResourcesInfo().includes('TCPSocketWrap');
}
