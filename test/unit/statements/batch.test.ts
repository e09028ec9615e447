import assert from 'node:assert/strict';
import { setImmediate as settled } from 'node:timers/promises';

import {
  AppError,
  type AppErrorDetails,
  type AppErrorKind,
} from '../../../src/service/appError.ts';
import { Batch, type BatchItem, type ItemWork } from '../../../src/statements/batch.ts';
import type { ParsedStatement } from '../../../src/statements/parseRequest.ts';

type Outcome = ParsedStatement | undefined | Error;

/** A batch whose statements end when, and as, a test says. */
class Bench {
  /** Begun and not ended yet, in order. */
  readonly begun: (ItemWork & { end: (outcome: Outcome) => Promise<void> })[] = [];
  readonly ends: BatchItem[] = [];
  readonly bugs: unknown[] = [];
  readonly rests: { until: number; wake: () => Promise<void> }[] = [];
  onEnd: (item: BatchItem) => Promise<void> = () => Promise.resolve();
  begins = 0;

  readonly batch = new Batch({
    work: (work) =>
      new Promise((resolve, reject) => {
        this.begins += 1;
        const end = (outcome: Outcome) => {
          this.begun.splice(this.begun.indexOf(one), 1);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
          return settled();
        };
        const one = { ...work, end };
        this.begun.push(one);
        work.signal.addEventListener('abort', () => void end(problem('cancelled', false)));
      }),
    onChange: () => undefined,
    onEnd: (item) => {
      this.ends.push(item);
      return this.onEnd(item);
    },
    onBug: (error) => this.bugs.push(error),
    sleepUntil: (until, signal) =>
      new Promise((resolve, reject) => {
        const wake = () => {
          this.rests.splice(this.rests.indexOf(one), 1);
          resolve();
          return settled();
        };
        const one = { until, wake };
        this.rests.push(one);
        signal.addEventListener('abort', () => reject(problem('cancelled', false)));
      }),
  });

  /** Ends the one with this file, once it is begun. */
  end(file: string, outcome: ParsedStatement | Error = parsed(file)): Promise<void> {
    return this.#begun(file).end(outcome);
  }

  /** The person gives up on one. */
  giveUp(file: string): Promise<void> {
    return this.#begun(file).end(undefined);
  }

  #begun(file: string) {
    return this.begun.find((begun) => begun.file === file) ?? assert.fail(`${file} was not begun`);
  }

  /** Ends whatever begins, all alike, until nothing more does. */
  async endAll(outcome?: Outcome): Promise<void> {
    for (let next = this.begun[0]; next; next = this.begun[0])
      await next.end(outcome ?? parsed(next.file));
  }

  get states(): string {
    return this.batch.items.map(({ file, state }) => `${file}:${state.status}`).join(' ');
  }
}

function parsed(hash: string): ParsedStatement {
  return { hash, text: '{}', keptAt: undefined };
}

function problem(kind: AppErrorKind, mayBeBilled?: boolean, facts: AppErrorDetails = {}): AppError {
  return new AppError(kind, { ...facts, mayBeBilled });
}

const many = (count: number) => Array.from({ length: count }, (_, at) => `f${at}`);

describe('a batch', () => {
  let bench: Bench;
  let batch: Batch;
  beforeEach(() => {
    bench = new Bench();
    ({ batch } = bench);
  });

  it('parses every file once, and tells each end', async () => {
    batch.add(many(40));
    const running = batch.run();
    await bench.endAll();
    await running;
    assert.deepEqual(bench.ends.map(({ file }) => file).sort(), many(40).sort());
    assert.ok(batch.items.every(({ state }) => state.status === 'parsed'));
    assert.equal(bench.begins, 40);
  });

  it('has a few under way at a time, and the next one begins when one ends', async () => {
    batch.add(many(40));
    void batch.run();
    const atOnce = bench.begun.length;
    assert.ok(atOnce > 1 && atOnce < 40);
    await bench.end('f1');
    assert.equal(bench.begun.length, atOnce);
    assert.equal(bench.begun.at(-1)?.file, `f${atOnce}`);
  });

  it('ends at once when there is nothing to do', async () => {
    await batch.run();
    assert.equal(batch.running, false);
  });

  it('has a file once however often it is added', () => {
    batch.add(['a', 'b', 'a']);
    batch.add(['b']);
    assert.equal(bench.states, 'a:waiting b:waiting');
  });

  it('takes up what is added while it runs, with all its lanes', async () => {
    batch.add(['a']);
    const running = batch.run();
    batch.add(many(3));
    const joined = batch.run();
    assert.equal(bench.begun.length, 4);
    await bench.endAll();
    await Promise.all([running, joined]);
    assert.equal(batch.running, false);
  });

  it('parses a file once more when it is added after its end, and not while it is under way', async () => {
    batch.add(['a', 'b']);
    void batch.run();
    await bench.end('a', problem('fileMissing'));
    batch.add(['a', 'b']);
    void batch.run();
    await bench.endAll();
    assert.equal(bench.begins, 3);
    assert.equal(bench.states, 'a:parsed b:parsed');
  });

  it('says which was free', async () => {
    batch.add(['a']);
    void batch.run();
    await bench.end('a', { ...parsed('a'), keptAt: '2026-08-01T00:00:00Z' });
    assert.deepEqual(batch.items[0]?.state, { status: 'parsed', hash: 'a', free: true });
  });

  it('shows what is being done, and nothing of it after the end', async () => {
    batch.add(['a']);
    void batch.run();
    const [one] = bench.begun;
    one?.onStep({ at: 'sending' });
    assert.deepEqual(batch.items[0]?.state, { status: 'working', step: { at: 'sending' } });
    await bench.end('a');
    one?.onStep({ at: 'pausing', until: 1 });
    assert.equal(bench.states, 'a:parsed');
  });

  describe('with one that fails', () => {
    it('goes on with the others', async () => {
      batch.add(['a', 'b']);
      void batch.run();
      await bench.end('a', problem('notStatement', false));
      await bench.end('b');
      assert.equal(bench.states, 'a:failed b:parsed');
      assert.equal(batch.stopped, undefined);
    });

    it('leaves out the one that the person gave up on', async () => {
      batch.add(['a']);
      void batch.run();
      await bench.giveUp('a');
      assert.equal(bench.states, 'a:cancelled');
    });

    it('reports an error that nobody expected, and goes on', async () => {
      const bug = new TypeError('a bug');
      batch.add(['a', 'b']);
      const running = batch.run();
      await bench.end('a', bug);
      await bench.end('b');
      await running;
      assert.deepEqual(bench.bugs, [bug]);
      const { state } = batch.items[0] ?? {};
      assert.equal(state?.status === 'failed' && state.problem.kind, 'unexpected');
      assert.equal(bench.states, 'a:failed b:parsed');
    });

    it('reports when an end cannot be told, and goes on', async () => {
      bench.onEnd = () => Promise.reject(new Error('a bug'));
      batch.add(many(30));
      const running = batch.run();
      await bench.endAll();
      await running;
      assert.equal(bench.bugs.length, 30);
    });

    it('does not begin again before its end is noted', async () => {
      const noting = Promise.withResolvers<undefined>();
      bench.onEnd = () => noting.promise;
      batch.add(['a']);
      void batch.run();
      await bench.end('a', problem('timeout', true));
      const again = batch.retry(['a']);
      assert.equal(bench.begins, 1);
      noting.resolve(undefined);
      await settled();
      assert.equal(bench.begins, 2);
      await bench.endAll();
      await again;
      assert.equal(bench.states, 'a:parsed');
    });

    it('tries again just those that failed', async () => {
      batch.add(['a', 'b']);
      void batch.run();
      await bench.end('a', problem('timeout', true));
      await bench.end('b');
      const again = batch.retry(['a', 'b']);
      assert.deepEqual(
        bench.begun.map(({ file }) => file),
        ['a'],
      );
      await bench.endAll();
      await again;
      assert.equal(bench.states, 'a:parsed b:parsed');
    });
  });

  describe('when the person agrees to pay again', () => {
    const lost = () => problem('answerLost', true);
    beforeEach(async () => {
      batch.add(['a', 'b']);
      void batch.run();
      await bench.endAll(lost());
    });
    const agreed = () => bench.begun.map(({ payAgain }) => payAgain);

    it('does so for that one only', () => {
      void batch.retry(['a'], true);
      void batch.retry(['b']);
      assert.deepEqual(agreed(), [true, false]);
    });

    for (const [what, outcome] of [
      ['it is parsed', parsed('a')],
      ['it is lost again', lost()],
      ['it is cancelled', problem('cancelled', false)],
    ] as const)
      it(`takes it for one time, until ${what}`, async () => {
        void batch.retry(['a'], true);
        await bench.end('a', outcome);
        batch.add(['a']);
        void batch.run();
        assert.deepEqual(agreed(), [false]);
      });

    it('remembers it for one that had to wait, and was not sent', async () => {
      void batch.retry(['a'], true);
      await bench.end('a', problem('keyRefused', false));
      assert.equal(bench.states, 'a:waiting b:failed');
      void batch.run();
      assert.deepEqual(agreed(), [true]);
    });
  });

  describe('that is cancelled', () => {
    it('ends what waits and what is under way', async () => {
      batch.add(many(30));
      const running = batch.run();
      batch.cancel();
      await running;
      assert.ok(batch.items.every(({ state }) => state.status === 'cancelled'));
      assert.equal(bench.ends.length, 30);
      assert.equal(batch.stopped, 'cancelled');
      assert.equal(batch.running, false);
    });

    it('in one file only goes on with the others', async () => {
      batch.add(many(30));
      const running = batch.run();
      batch.cancel('f0');
      batch.cancel('f29');
      await settled();
      await bench.endAll();
      await running;
      assert.deepEqual(
        batch.items.filter(({ state }) => state.status !== 'parsed').map(({ file }) => file),
        ['f0', 'f29'],
      );
      assert.equal(batch.stopped, undefined);
    });

    it('reports what may have been paid for', async () => {
      batch.add(['a']);
      void batch.run();
      const ending = bench.end('a', problem('cancelled', true));
      batch.cancel();
      await ending;
      assert.equal(bench.states, 'a:failed');
    });

    it('goes on with what is added afterwards, while the last ones still end', async () => {
      batch.add(['a']);
      void batch.run();
      batch.cancel();
      batch.add(['b']);
      void batch.run();
      await settled();
      await bench.endAll();
      assert.equal(bench.states, 'a:cancelled b:parsed');
    });
  });

  describe('that meets what every statement would meet', () => {
    const stops: [string, AppError][] = [
      ['HTTP 401', problem('keyRefused', false, { httpStatus: 401 })],
      ['HTTP 402', problem('creditsUsedUp', false, { httpStatus: 402 })],
      ['HTTP 403', problem('refused', false, { httpStatus: 403 })],
      ['a plan without the feature', problem('planLacksFeature', false)],
      ['no key', problem('keyMissing', false)],
      ['a locked secret storage', problem('secretsLocked', false)],
      ['a storage that takes no note', problem('journalNotWritten', false)],
      ['a limit that holds for long', problem('rateLimited', false, { retryAfter: 3600 })],
      ['a proxy that refuses', problem('proxyRefused', false)],
    ];
    for (const [what, why] of stops)
      it(`stops, and what is not parsed keeps waiting: ${what}`, async () => {
        batch.add(many(20));
        const running = batch.run();
        const underWay = bench.begun.map(({ file }) => file);
        await bench.end('f0', why);
        for (const file of underWay.slice(1)) await bench.end(file);
        await running;
        assert.equal(batch.stopped, why);
        const left = batch.items.filter(({ state }) => state.status === 'waiting');
        assert.equal(left.length, 20 - underWay.length + 1);
        assert.equal(bench.begins, underWay.length);
        assert.equal(bench.ends.length, underWay.length - 1);
      });

    it('goes on later with all that waits', async () => {
      batch.add(many(20));
      const running = batch.run();
      await bench.endAll(problem('keyRefused', false));
      await running;
      assert.ok(batch.items.every(({ state }) => state.status === 'waiting'));
      const later = batch.retry([]);
      assert.equal(batch.stopped, undefined);
      await bench.endAll();
      await later;
      assert.ok(batch.items.every(({ state }) => state.status === 'parsed'));
    });

    it('goes on when it is told to while the last ones still end', async () => {
      batch.add(many(20));
      void batch.run();
      await bench.end('f0', problem('keyRefused', false));
      const later = batch.retry([]);
      await bench.endAll();
      await later;
      assert.ok(batch.items.every(({ state }) => state.status === 'parsed'));
    });

    it('reports the one that may have been paid for', async () => {
      batch.add(['a', 'b']);
      void batch.run();
      await bench.end('a', problem('proxyRefused', true));
      assert.equal(bench.states, 'a:failed b:working');
    });
  });

  describe('whose service rests', () => {
    const resting = (retryAt: number) => problem('circuitOpen', false, { retryAt });
    const begin = 1_000_000;

    it('waits until it may be tried again, and shows until when', async () => {
      batch.add(['a']);
      const running = batch.run();
      await bench.end('a', resting(begin));
      assert.deepEqual(batch.items[0]?.state, {
        status: 'working',
        step: { at: 'pausing', until: begin },
      });
      assert.equal(bench.rests[0]?.until, begin);
      await bench.rests[0].wake();
      await bench.end('a');
      await running;
      assert.equal(bench.states, 'a:parsed');
      assert.equal(bench.ends.length, 1);
    });

    it('waits on while another statement is the trial, however often it has to look', async () => {
      batch.add(['a']);
      void batch.run();
      for (let look = 0; look < 20; look++) {
        await bench.end('a', resting(begin + look * 5_000));
        await bench.rests[0]?.wake();
      }
      await bench.end('a');
      assert.equal(bench.states, 'a:parsed');
    });

    it('stops when the service stays dead, and loses nothing', async () => {
      batch.add(['a']);
      const running = batch.run();
      for (const [at, rest] of [0, 30, 90, 210].entries()) {
        assert.equal(bench.begins, at + 1);
        await bench.end('a', resting(begin + rest * 1000));
        await bench.rests[0]?.wake();
      }
      await bench.end('a', resting(begin + 510_000));
      await running;
      assert.equal(bench.states, 'a:waiting');
      assert.ok(batch.stopped instanceof AppError);
    });

    it('ends the wait of one that is cancelled', async () => {
      batch.add(['a']);
      const running = batch.run();
      await bench.end('a', resting(begin));
      batch.cancel('a');
      await running;
      assert.equal(bench.states, 'a:cancelled');
    });
  });
});
