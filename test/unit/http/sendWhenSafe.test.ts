import assert from 'node:assert/strict';

import type { HttpAnswer, HttpRequest } from '../../../src/service/http.ts';
import { AppError } from '../../../src/service/appError.ts';
import { sendWhenSafe } from '../../../src/service/sendWhenSafe.ts';
import { never, problemOf } from './extensionClient.ts';
import { ManualTiming } from './fakeTiming.ts';

describe('sending when it is safe, with the time in hand', () => {
  let timing: ManualTiming;
  beforeEach(() => (timing = new ManualTiming()));

  const request: HttpRequest = {
    method: 'POST',
    url: new URL('https://casparser.test/'),
    headers: {},
    timeoutMs: 1_000,
    signal: never(),
  };
  const refused = () =>
    Promise.reject(new AppError('connectionRefused', { code: 'ECONNREFUSED', mayBeBilled: false }));

  it('tries a refused connection three times, after one and after two seconds', async () => {
    let tries = 0;
    const waits: number[] = [];
    const send = () => {
      tries += 1;
      return refused();
    };
    const tell = (until: number) => waits.push(until - timing.begin);
    const sending = problemOf(sendWhenSafe(send, request, tell, timing));
    await timing.advance(999);
    assert.equal(tries, 1, 'not before its time');
    await timing.advance(1);
    assert.equal(tries, 2);
    await timing.advance(2_000);
    assert.equal((await sending).kind, 'connectionRefused');
    assert.equal(tries, 3);
    assert.deepEqual(waits, [1_000, 3_000]);
  });

  it('waits up to a half less by chance, so that many clients do not come back at once', async () => {
    timing.chance = 0.5;
    const waits: number[] = [];
    const tell = (until: number) => waits.push(until - timing.now());
    const sending = problemOf(sendWhenSafe(refused, request, tell, timing));
    await timing.advance(10_000);
    await sending;
    assert.deepEqual(waits, [750, 1_500]);
  });

  it('sits out Retry-After before it tries again, without chance', async () => {
    timing.chance = 0.5;
    const answers: HttpAnswer[] = [
      { status: 429, headers: { 'retry-after': '17' }, text: '' },
      { status: 200, headers: {}, text: '{}' },
    ];
    const left = [...answers];
    const send = () => Promise.resolve(left.shift() ?? assert.fail('one too many'));
    const sending = sendWhenSafe(send, request, () => 0, timing);
    await timing.advance(16_999);
    assert.equal(left.length, 1, 'not before its time');
    await timing.advance(1);
    assert.equal(await sending, answers[1]);
  });

  it('reads a date in Retry-After against the clock of the answer, not against its own', async () => {
    const hourAhead = timing.begin + 3_600_000;
    const headers = {
      date: new Date(hourAhead).toUTCString(),
      'retry-after': new Date(hourAhead + 20_000).toUTCString(),
    };
    const waits: number[] = [];
    const answers: HttpAnswer[] = [
      { status: 503, headers, text: '{"status":"failed","msg":"Maintenance"}' },
      { status: 200, headers: {}, text: '{}' },
    ];
    const send = () => Promise.resolve(answers.shift() ?? assert.fail('one too many'));
    const tell = (until: number) => waits.push(until - timing.begin);
    const sending = sendWhenSafe(send, request, tell, timing);
    await timing.advance(20_000);
    assert.equal((await sending).status, 200);
    assert.deepEqual(waits, [20_000]);
  });

  for (const kind of [
    'connectionLost',
    'nameNotFound',
    'tlsRefused',
    'proxyRefused',
    'timeout',
    'cancelled',
    'answerCutOff',
  ] as const) {
    it(`does not try again after ${kind}`, async () => {
      let tries = 0;
      const problem = await problemOf(
        sendWhenSafe(
          () => {
            tries += 1;
            return Promise.reject(new AppError(kind));
          },
          request,
          () => assert.fail('nothing was to be waited for'),
        ),
      );
      assert.equal(problem.kind, kind);
      assert.equal(tries, 1);
    });
  }
});
