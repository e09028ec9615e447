import assert from 'node:assert/strict';
import { WorkUnderWay } from '../../../src/commands/workUnderWay.ts';

describe('Work under way', () => {
  const never = new AbortController().signal;
  /** Ends some turns after it is told to, and says so. */
  const slow = (ended: () => void) => (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () =>
        setImmediate(() => {
          ended();
          resolve();
        }),
      );
    });

  it('is stopped, and its end waited for', async () => {
    const work = new WorkUnderWay();
    let ended = 0;
    const running = [1, 2].map(() =>
      work.run(
        never,
        slow(() => (ended += 1)),
      ),
    );
    assert.equal(work.count, 2);
    await work.stop();
    assert.deepEqual([ended, work.count], [2, 0]);
    await Promise.all(running);
  });

  it('is stopped with what it begins while it ends', async () => {
    const work = new WorkUnderWay();
    let ended = 0;
    const first = work.run(never, async (signal) => {
      await slow(() => undefined)(signal);
      void work.run(
        never,
        slow(() => (ended += 1)),
      );
    });
    await work.stop();
    assert.deepEqual([ended, work.count], [1, 0]);
    await first;
  });

  it('can be ended by who began it, gives back what it gives and passes on what it throws', async () => {
    const work = new WorkUnderWay();
    const cancelling = new AbortController();
    const cancelled = work.run(
      cancelling.signal,
      slow(() => undefined),
    );
    cancelling.abort();
    await cancelled;
    assert.equal(await work.run(never, () => Promise.resolve(1)), 1);
    await assert.rejects(
      work.run(never, () => Promise.reject(new Error('it failed'))),
      /it failed/,
    );
    assert.equal(work.count, 0);
    await work.stop();
  });
});
