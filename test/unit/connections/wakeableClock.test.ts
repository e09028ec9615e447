import assert from 'node:assert/strict';
import { mock } from 'node:test';

import { WakeableClock } from '../../../src/connections/wakeableClock.ts';
import { isAppError } from '../../../src/service/appError.ts';

describe('the wakeable clock', () => {
  let clock: WakeableClock;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 8, 12) });
    clock = new WakeableClock();
  });
  afterEach(() => mock.timers.reset());

  /** Falls asleep; `awake()` lets the event loop turn and tells whether the sleep is over. */
  function sleep(milliseconds: number, signal = new AbortController().signal) {
    let over = false;
    const done = clock.sleep(milliseconds, signal).finally(() => (over = true));
    return {
      done,
      awake: async () => {
        await new Promise<void>((resolve) => setImmediate(resolve));
        return over;
      },
    };
  }

  it('tells the time of day, which goes on while the machine sleeps', () => {
    const before = clock.now();
    mock.timers.tick(3_600_000);
    assert.equal(before, Date.UTC(2026, 8, 12));
    assert.equal(clock.now(), before + 3_600_000);
  });

  it('sleeps as long as it was told to', async () => {
    const { awake } = sleep(5_000);
    mock.timers.tick(4_999);
    assert.equal(await awake(), false);
    mock.timers.tick(1);
    assert.equal(await awake(), true);
  });

  it('is awake at once when woken', async () => {
    const { awake } = sleep(5_000);
    mock.timers.tick(3_000);
    clock.wake();
    mock.timers.tick(0);
    assert.equal(await awake(), true);
  });

  it('sleeps for a second at least, however often it is woken', async () => {
    const { awake } = sleep(5_000);
    for (let n = 0; n < 9; n += 1) {
      mock.timers.tick(100);
      clock.wake();
    }
    mock.timers.tick(99);
    assert.equal(await awake(), false);
    mock.timers.tick(1);
    assert.equal(await awake(), true);
  });

  it('wakes at most once a second over several sleeps', async () => {
    let woken = 0;
    const signal = new AbortController().signal;
    void (async () => {
      for (;;) {
        await clock.sleep(5_000, signal);
        woken += 1;
      }
    })();
    for (let tenth = 0; tenth < 100; tenth += 1) {
      clock.wake();
      mock.timers.tick(100);
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    assert.equal(woken, 10);
  });

  it('does not sleep longer for being woken', async () => {
    const { awake } = sleep(400);
    clock.wake();
    mock.timers.tick(399);
    assert.equal(await awake(), false);
    mock.timers.tick(1);
    assert.equal(await awake(), true);
  });

  it('does not keep a wake-up for the next sleep', async () => {
    clock.wake();
    const first = sleep(5_000);
    mock.timers.tick(5_000);
    assert.equal(await first.awake(), true);
    clock.wake();
    const second = sleep(5_000);
    mock.timers.tick(4_999);
    assert.equal(await second.awake(), false);
  });

  it('ends as cancelled when its signal is aborted', async () => {
    const cancelling = new AbortController();
    const { done } = sleep(5_000, cancelling.signal);
    cancelling.abort();
    await assert.rejects(done, (error) => isAppError(error, 'cancelled'));
  });

  it('does not fall asleep when it is cancelled already', async () => {
    const { done } = sleep(5_000, AbortSignal.abort());
    await assert.rejects(done, (error) => isAppError(error, 'cancelled'));
  });

  it('can be woken again from the next sleep, after one that was cut short', async () => {
    const first = sleep(5_000);
    mock.timers.tick(3_000);
    clock.wake();
    mock.timers.tick(0);
    assert.equal(await first.awake(), true);

    const next = sleep(10_000);
    mock.timers.tick(5_000); // past the moment that the first would have slept until
    clock.wake();
    mock.timers.tick(0);
    assert.equal(await next.awake(), true);
  });

  it('can be woken although the signal of an earlier sleep is aborted', async () => {
    const cancelling = new AbortController();
    const { done } = sleep(5_000, cancelling.signal);
    mock.timers.tick(5_000);
    await done;
    const next = sleep(5_000);
    cancelling.abort();
    assert.equal(await next.awake(), false);
    mock.timers.tick(2_000);
    clock.wake();
    mock.timers.tick(0);
    assert.equal(await next.awake(), true);
  });
});
