import assert from 'node:assert/strict';

import { APPROVAL_LIFE_MS, awaitApproval } from '../../../src/connections/browserApproval.ts';
import type { ApprovalOutcome } from '../../../src/connections/browserApproval.ts';
import type { ApprovalState } from '../../../src/service/approval.ts';
import { AppError, isAppError } from '../../../src/service/appError.ts';
import type { AppErrorDetails, AppErrorKind } from '../../../src/service/appError.ts';
import { FakeClock } from './fakeClock.ts';

const pending: ApprovalState = { status: 'pending' };
const approved: ApprovalState = { status: 'approved', key: 'sk_1', email: 'a@example.com' };

describe('waiting for the approval', () => {
  let clock: FakeClock;
  /** When the service was asked, in seconds after the start. */
  let polls: number[];
  beforeEach(() => {
    clock = new FakeClock();
    polls = [];
  });

  /** Waits with a service that gives these answers, the last one for ever; an error is thrown. */
  function wait(
    answers: readonly (ApprovalState | Error)[],
    signal = new AbortController().signal,
  ): Promise<ApprovalOutcome> {
    return awaitApproval(
      () => {
        polls.push(clock.elapsed() / 1000);
        const answer = answers[polls.length - 1] ?? answers.at(-1) ?? pending;
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      clock,
      signal,
    );
  }
  const limited = (retryAfter?: number) =>
    new AppError('rateLimited', { httpStatus: 429, retryAfter });

  it('asks after every five seconds, and gives the key as soon as it is there', async () => {
    const outcome = await wait([pending, pending, approved]);
    assert.deepEqual(outcome, { status: 'approved', approval: approved });
    assert.deepEqual(polls, [5, 10, 15]);
  });

  it('takes an approval without an e-mail', async () => {
    const nameless: ApprovalState = { status: 'approved', key: 'sk_1', email: undefined };
    assert.deepEqual(await wait([nameless]), { status: 'approved', approval: nameless });
  });

  it('goes on for ten minutes, asks once more at their end, and then gives up', async () => {
    assert.deepEqual(await wait([pending]), { status: 'deadline' });
    assert.equal(polls.length, 120);
    assert.ok(polls.every((at, index) => at === 5 * (index + 1)));
    assert.equal(polls.at(-1), APPROVAL_LIFE_MS / 1000);
  });

  for (const [when, atSleep] of [
    ['between two questions', 2],
    ['while it obeys Retry-After', 3],
  ] as const)
    it(`ends after as long as ever when the clock is set back by days ${when}`, async () => {
      const back = 3 * 24 * 60 * 60_000;
      let sleeps = 0;
      clock.beforeSleep = () => {
        sleeps += 1;
        if (sleeps === atSleep) clock.setBack(back);
      };
      assert.deepEqual(await wait([pending, limited(30), pending]), { status: 'deadline' });
      const passed = clock.elapsed() + back;
      assert.ok(passed < 1.1 * APPROVAL_LIFE_MS, `it took ${passed / 60_000} minutes`);
    });

  it('finds an approval at the last moment', async () => {
    const answers = [...Array<ApprovalState>(119).fill(pending), approved];
    assert.equal((await wait(answers)).status, 'approved');
    assert.equal(polls.at(-1), 600);
  });

  it('asks at once when woken, and five seconds after that', async () => {
    clock.wakeUps.push(7_000, 8_500);
    await wait([pending, pending, pending, approved]);
    assert.deepEqual(polls, [5, 7, 8.5, 13.5]);
  });

  it('asks at the deadline to the second, however it was woken before', async () => {
    clock.wakeUps.push(598_000);
    await wait([pending]);
    assert.deepEqual(polls.slice(-2), [598, 600]);
  });

  it('asks once more when the machine slept past the deadline', async () => {
    clock.lidClosed = [7_000, 3_600_000];
    assert.deepEqual(await wait([pending]), { status: 'deadline' });
    assert.deepEqual(polls, [5, 3_600]);
  });

  it('finds the approval that was given while the machine slept', async () => {
    clock.lidClosed = [7_000, 300_000];
    assert.equal((await wait([pending, approved])).status, 'approved');
    assert.deepEqual(polls, [5, 300]);
  });

  describe('obeys Retry-After', () => {
    it('before it asks again', async () => {
      await wait([limited(30), pending, approved]);
      assert.deepEqual(polls, [5, 35, 40]);
    });

    it('even when woken', async () => {
      clock.wakeUps.push(6_000, 7_000, 34_999);
      await wait([limited(30), approved]);
      assert.deepEqual(polls, [5, 35]);
    });

    it('each time anew, with any failure that carries one', async () => {
      const down = new AppError('serviceDown', { httpStatus: 503, retryAfter: 12 });
      await wait([limited(30), down, limited(), approved]);
      assert.deepEqual(polls, [5, 35, 47, 52]);
    });

    it('but never asks more often than every five seconds for it', async () => {
      await wait([limited(0), limited(1), approved]);
      assert.deepEqual(polls, [5, 10, 15]);
    });

    it('but asks at the deadline, when it would end after that', async () => {
      assert.deepEqual(await wait([limited(100_000)]), { status: 'deadline' });
      assert.deepEqual(polls, [5, 600]);
    });
  });

  describe('waits out', () => {
    const passing: [AppErrorKind, AppErrorDetails][] = [
      ['rateLimited', { httpStatus: 429 }],
      ['serviceDown', { httpStatus: 500 }],
      ['answerCutOff', { httpStatus: 200 }],
      ['nameNotFound', {}],
      ['connectionRefused', {}],
      ['connectionLost', {}],
      ['timeout', {}],
      ['proxyRefused', {}],
    ];
    for (const [kind, facts] of passing) {
      it(`${kind}, at the usual pace`, async () => {
        const failure = new AppError(kind, facts);
        assert.equal((await wait([failure, failure, pending, approved])).status, 'approved');
        assert.deepEqual(polls, [5, 10, 15, 20]);
      });

      it(`${kind}, until the deadline`, async () => {
        assert.deepEqual(await wait([new AppError(kind, facts)]), { status: 'deadline' });
        assert.equal(polls.length, 120);
      });
    }
  });

  describe('ends', () => {
    for (const httpStatus of [404, 410]) {
      it(`with HTTP ${httpStatus}`, async () => {
        for (const kind of ['refused', 'serviceDown'] as const) {
          polls.length = 0;
          const outcome = await wait([pending, new AppError(kind, { httpStatus })]);
          assert.deepEqual(outcome, { status: 'ended', said: undefined });
          assert.equal(polls.length, 2);
        }
      });
    }

    it('with a state that nobody knows', async () => {
      const outcome = await wait([pending, { status: 'unknown', said: 'denied' }]);
      assert.deepEqual(outcome, { status: 'ended', said: 'denied' });
      assert.equal(polls.length, 2);
    });

    for (const kind of ['tlsRefused', 'refused', 'answerUnknown', 'addressInvalid'] as const) {
      it(`with ${kind}, which asking again cannot mend`, async () => {
        await assert.rejects(wait([pending, new AppError(kind)]), (error) =>
          isAppError(error, kind),
        );
        assert.equal(polls.length, 2);
      });
    }

    it('with a bug of ours, unchanged', async () => {
      const bug = new TypeError('a bug');
      await assert.rejects(wait([bug]), bug);
    });

    it('when cancelled between two questions', async () => {
      const cancelling = new AbortController();
      clock.beforeSleep = () => polls.length === 2 && cancelling.abort();
      await assert.rejects(wait([pending], cancelling.signal), (error) =>
        isAppError(error, 'cancelled'),
      );
      assert.deepEqual(polls, [5, 10]);
    });

    it('when cancelled during a question', async () => {
      await assert.rejects(wait([new AppError('cancelled')]), (error) =>
        isAppError(error, 'cancelled'),
      );
      assert.deepEqual(polls, [5]);
    });

    it('when cancelled while it obeys Retry-After', async () => {
      const cancelling = new AbortController();
      clock.wakeUps.push(6_000);
      clock.beforeSleep = () => clock.elapsed() === 6_000 && cancelling.abort();
      await assert.rejects(wait([limited(30)], cancelling.signal), (error) =>
        isAppError(error, 'cancelled'),
      );
      assert.deepEqual(polls, [5]);
    });
  });

  it('hands its signal to the question, so that cancelling reaches the network', async () => {
    const { signal } = new AbortController();
    let seen: AbortSignal | undefined;
    await awaitApproval(
      (given) => {
        seen = given;
        return Promise.resolve(approved);
      },
      clock,
      signal,
    );
    assert.equal(seen, signal);
  });
});
