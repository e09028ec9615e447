import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { keyMark } from '../../../src/service/keyMark.ts';
import { newRequestId } from '../../../src/service/requestId.ts';
import { ServiceClock } from '../../../src/service/serviceClock.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import type { Timing } from '../../../src/service/timing.ts';
import type { SentNote } from '../../../src/statements/storage/sentJournal.ts';
import { resolveBilling, settledAfter } from '../../../src/statements/lostAnswer.ts';
import { SendClock } from '../../../src/statements/sendClock.ts';
import type { Misbehaviour } from '../../service/misbehaviour.ts';
import type { InventedStatement } from '../../soak/inventStatements.ts';
import { problemOf } from '../http/extensionClient.ts';
import { type HeldTimeouts, holdTimeouts } from '../http/heldTimeouts.ts';
import { until } from '../../patience.ts';
import { Stage } from './stage.ts';
import type { Manner, TestWindow } from './testWindow.ts';

type Rule = Omit<Misbehaviour, 'on'>;

const page = '<h1>Bad Gateway</h1>';

describe('a statement whose answer is lost', () => {
  let stage: Stage;
  let timeouts: HeldTimeouts | undefined;
  let window: TestWindow;
  let statement: InventedStatement;
  let pdf: Buffer;
  beforeEach(async () => {
    stage = await Stage.open();
    window = stage.window();
    [statement] = (await stage.invent(1)) as [InventedStatement];
    pdf = await readFile(statement.path);
  });
  afterEach(async () => {
    timeouts?.restore();
    timeouts = undefined;
    await stage.close();
  });

  /** Parses something whose time is over as soon as `isReached`, and not by the clock. */
  async function parseUntil(isReached: () => boolean, one: TestWindow, manner?: Partial<Manner>) {
    timeouts = holdTimeouts();
    const failing = problemOf(one.parse(pdf, manner));
    await until(isReached);
    timeouts.pass();
    return failing;
  }

  /** A note on a request that never arrived, a minute ago. */
  const noteOf = (requestId: string): SentNote => ({
    requestId,
    sentAt: Date.now() - 60_000,
    origin: stage.service.origin,
    accountId: 'account',
    keyMark: keyMark(stage.service.key, requestId),
  });

  const lose = (rule: Rule) => stage.service.misbehave({ on: 'parse', times: 1, ...rule });
  const hasArrived = (upload: number) => stage.uploads[upload]?.parts !== undefined;
  const notes = () => readdir(join(stage.storage, 'sent')).catch(() => []);

  describe('after it was paid for', () => {
    const ways: Record<string, Rule> = {
      'the connection is closed': { how: 'drop-after' },
      'the answer is cut off': { how: 'cut-off' },
      'HTTP 500 comes instead': { how: 'late', status: 500 },
      'HTTP 502 in HTML comes instead': { how: 'late', status: 502, body: page },
      'a page comes instead': { how: 'late', status: 200, body: page },
      'half of the JSON comes': { how: 'late', status: 200, body: '{"meta":{' },
    };
    for (const [what, rule] of Object.entries(ways))
      it(`is not sent again without a word: ${what}`, async () => {
        lose(rule);
        const { kind, details } = await problemOf(window.parse(pdf));
        assert.deepEqual([kind, details.mayBeBilled], ['answerLost', true]);
        assert.equal(details.requestId, stage.uploads[0]?.headers['x-request-id']);
        assert.equal((await problemOf(window.parse(pdf))).kind, 'answerLost');
        assert.equal((await problemOf(stage.window().parse(pdf))).kind, 'answerLost');
        assert.equal(stage.uploads.length, 1);
        assert.equal(stage.paidFor(statement), 1);
      });

    it('is not sent again without a word: the answer comes after the timeout', async () => {
      lose({ how: 'late', delayMs: 3_600_000 });
      const { kind, details } = await parseUntil(() => stage.paid === 1, window);
      assert.deepEqual([kind, details.mayBeBilled], ['answerLost', true]);
      assert.equal((await problemOf(window.parse(pdf))).kind, 'answerLost');
      assert.equal(stage.uploads.length, 1);
    });

    it('is sent once when the person agrees to pay again', async () => {
      lose({ how: 'drop-after' });
      await problemOf(window.parse(pdf));
      assert.equal((await window.parse(pdf, { payAgain: true }))?.text, statement.text);
      assert.ok((await window.parse(pdf))?.keptAt);
      assert.deepEqual(await notes(), []);
      assert.equal(stage.paidFor(statement), 2);
    });

    it('is asked about again when that is lost, too', async () => {
      stage.service.misbehave({ on: 'parse', how: 'drop-after' });
      await problemOf(window.parse(pdf));
      assert.equal((await problemOf(window.parse(pdf, { payAgain: true }))).kind, 'answerLost');
      assert.equal((await problemOf(window.parse(pdf))).kind, 'answerLost');
      assert.equal(stage.uploads.length, 2);
    });
  });

  describe('and that is sent again, since the person agreed to pay for it', () => {
    const payAgain = async () => (await problemOf(window.parse(pdf, { payAgain: true }))).kind;
    const plainTry = async (one = window) => {
      const { kind, details } = await problemOf(one.parse(pdf));
      return [kind, details.mayBeBilled, details.requestId];
    };
    let paidFor: unknown;
    beforeEach(async () => {
      lose({ how: 'drop-after' });
      await problemOf(window.parse(pdf));
      paidFor = stage.uploads[0]?.headers['x-request-id'];
    });

    const ways: Record<string, [Rule, AppErrorKind]> = {
      refused: [{ status: 413, body: '<h1>413</h1>' }, 'payloadTooLarge'],
      'lost without having been paid for': [{ how: 'drop-before' }, 'connectionLost'],
    };
    for (const [what, [rule, expected]] of Object.entries(ways))
      it(`is still known to have been paid for when the second is ${what}`, async () => {
        lose(rule);
        assert.equal(await payAgain(), expected);
        assert.deepEqual(await plainTry(), ['answerLost', true, paidFor]);
        assert.deepEqual(await plainTry(stage.window()), ['answerLost', true, paidFor]);
        assert.equal(stage.paidFor(statement), 1);
      });

    it('is still known to have been paid for when the window dies with the second under way', async () => {
      const dying = stage.window();
      await dying.storage.sent.wrote(statement.hash, noteOf('req_neverArrived'));
      assert.deepEqual(await plainTry(), ['answerLost', true, paidFor]);
      assert.equal((await window.parse(pdf, { payAgain: true }))?.text, statement.text);
      assert.deepEqual(await notes(), []);
    });

    it('is sent without a word once it turns out that neither was paid for', async () => {
      const other = (await stage.invent(1))[0] ?? assert.fail();
      for (const requestId of ['req_first', 'req_second'])
        await window.storage.sent.wrote(other.hash, noteOf(requestId));
      assert.equal((await window.parse(await readFile(other.path)))?.text, other.text);
      assert.equal(stage.paidFor(other), 1);
    });
  });

  describe('without having been paid for', () => {
    const ways: Record<string, [Rule, AppErrorKind]> = {
      'the connection is closed': [{ how: 'drop-before' }, 'connectionLost'],
      'HTTP 500': [{ status: 500 }, 'serviceDown'],
      'HTTP 502 in HTML': [{ status: 502, body: page }, 'serviceDown'],
      'HTTP 503 without Retry-After': [{ status: 503 }, 'serviceDown'],
      'HTTP 504': [{ status: 504 }, 'serviceDown'],
      'a page of a proxy': [{ status: 200, body: page }, 'answerNotJson'],
    };
    for (const [what, [rule, expected]] of Object.entries(ways))
      it(`is said to have cost nothing, and can be tried again: ${what}`, async () => {
        lose(rule);
        const { kind, details } = await problemOf(window.parse(pdf));
        assert.deepEqual([kind, details.mayBeBilled], [expected, false]);
        assert.deepEqual(await notes(), []);
        assert.equal((await window.parse(pdf))?.text, statement.text);
        assert.equal(stage.paidFor(statement), 1);
      });

    it('is said to have cost nothing, and can be tried again: no answer comes', async () => {
      lose({ how: 'hang' });
      const { kind, details } = await parseUntil(() => hasArrived(0), window);
      assert.deepEqual([kind, details.mayBeBilled], ['timeout', false]);
      assert.deepEqual(await notes(), []);
      assert.equal((await window.parse(pdf))?.text, statement.text);
      assert.equal(stage.paidFor(statement), 1);
    });

    it('is not said to have cost nothing before the service has had its time', async () => {
      const patient = stage.window({ settledAfterMs: 1_500 });
      const steps: string[] = [];
      lose({ how: 'hang' });
      await parseUntil(() => hasArrived(0), patient, { onStep: ({ at }) => steps.push(at) });
      const [upload] = stage.uploads;
      const last = stage.lookUps.at(-1);
      assert.ok((last?.at ?? 0) >= (upload?.at ?? Infinity) + 1_000);
      assert.deepEqual(steps, ['sending', 'lookingUp']);
    });

    for (const [what, rule, expected] of [
      ['no answer came', { how: 'drop-before' }, 'connectionLost'],
      ['it failed', { status: 500 }, 'serviceDown'],
    ] as const)
      it(`keeps nobody waiting for all that time, and looks again the next time: ${what}`, async () => {
        const timing = skippingTiming();
        const busy = stage.window({ timing, settledAfterMs: 100_000 });
        lose(rule);
        const begin = timing.now();
        const { kind, details } = await problemOf(busy.parse(pdf));
        assert.deepEqual([kind, details.mayBeBilled], [expected, true]);
        assert.ok(timing.now() < begin + 90_000);
        assert.equal((await busy.parse(pdf))?.text, statement.text);
        assert.ok(timing.now() >= begin + 100_000);
        assert.equal(stage.paidFor(statement), 1);
      });

    it('is found when it is in the log a moment later only', async () => {
      const patient = stage.window({ settledAfterMs: 3_600_000 });
      stage.service.misbehave({ on: 'usage', times: 1, body: { status: 'success', logs: [] } });
      lose({ how: 'drop-after' });
      assert.equal((await problemOf(patient.parse(pdf))).kind, 'answerLost');
      assert.equal(stage.lookUps.length, 3, 'twice, and once for the days before');
    });
  });

  describe('while the usage log cannot be asked', () => {
    const refuseLog = () => stage.service.misbehave({ on: 'usage', status: 403 });

    it('may have been paid for, and is looked up again the next time', async () => {
      refuseLog();
      lose({ how: 'drop-after' });
      const { kind, details } = await problemOf(window.parse(pdf));
      assert.deepEqual([kind, details.mayBeBilled], ['connectionLost', true]);
      const second = await problemOf(window.parse(pdf));
      assert.deepEqual([second.kind, second.details.mayBeBilled], ['answerLost', undefined]);
      stage.service.behave();
      const third = await problemOf(window.parse(pdf));
      assert.deepEqual([third.kind, third.details.mayBeBilled], ['answerLost', true]);
      assert.equal(stage.uploads.length, 1);
    });

    it('is parsed the next time when it turns out that it was not paid for', async () => {
      refuseLog();
      lose({ how: 'drop-before' });
      assert.equal((await problemOf(window.parse(pdf))).details.mayBeBilled, true);
      stage.service.behave();
      assert.equal((await window.parse(pdf))?.text, statement.text);
      assert.equal(stage.paidFor(statement), 1);
    });

    it('is not sent again for whoever has another account', async () => {
      lose({ how: 'drop-after' });
      await problemOf(window.parse(pdf));
      window.accountId = 'another';
      const { kind, details } = await problemOf(window.parse(pdf));
      assert.deepEqual([kind, details.mayBeBilled], ['answerLost', undefined]);
      assert.equal(stage.uploads.length, 1);
    });

    it('is not sent again when the note on it is broken', async () => {
      lose({ how: 'drop-after' });
      await problemOf(window.parse(pdf));
      for (const note of await notes())
        await writeFile(join(stage.storage, 'sent', note), 'broken');
      assert.equal((await problemOf(window.parse(pdf))).kind, 'answerLost');
      assert.equal(stage.uploads.length, 1);
    });
  });

  it('is shown what came instead of a portfolio, and looked up only the next time', async () => {
    lose({ how: 'late', status: 200, body: { other: 'shape' } });
    const { kind, details } = await problemOf(window.parse(pdf));
    assert.equal(kind, 'answerUnknown');
    assert.equal(details.answer, '{"other":"shape"}');
    assert.equal(stage.lookUps.length, 0);
    assert.equal((await problemOf(window.parse(pdf))).kind, 'answerLost');
  });

  it('ends its look-up when it is cancelled, and is looked up the next time', async () => {
    const patient = stage.window({ settledAfterMs: 60_000 });
    const cancelling = new AbortController();
    lose({ how: 'drop-before' });
    const onStep = ({ at }: { at: string }) => {
      if (at === 'lookingUp') setTimeout(() => cancelling.abort(), 100);
    };
    const { details } = await problemOf(patient.parse(pdf, { signal: cancelling.signal, onStep }));
    assert.equal(details.mayBeBilled, true);
    assert.equal((await notes()).length, 1);
    await until(() => stage.lookUps.length > 0);
    assert.equal((await window.parse(pdf))?.text, statement.text);
  });

  it('counts from the time that it was sent at last, after a pause that the service asked for', async () => {
    const headers = { 'retry-after': '2' };
    lose({ status: 429, headers });
    lose({ how: 'hang' });
    const patient = stage.window({ settledAfterMs: 1_000 });
    await parseUntil(() => hasArrived(1), patient);
    const [, second] = stage.uploads;
    assert.ok((stage.lookUps.at(-1)?.at ?? 0) >= (second?.at ?? Infinity) + 900);
  });

  it('is not noted as sent while it waits for its turn', async () => {
    lose({ status: 429, headers: { 'retry-after': '60' } });
    const cancelling = new AbortController();
    const { promise: waits, resolve } = Promise.withResolvers<undefined>();
    const onStep = ({ at }: { at: string }) => at === 'pausing' && resolve(undefined);
    const parsing = problemOf(window.parse(pdf, { signal: cancelling.signal, onStep }));
    await waits;
    assert.deepEqual(await notes(), []);
    cancelling.abort();
    assert.equal((await parsing).details.mayBeBilled, false);
  });

  describe('on its second send, while the first is in the log as refused', () => {
    const noFile = { status: 400, body: { detail: 'No file provided' } };
    const limited = { status: 429, headers: { 'retry-after': '1' } };
    for (const [what, refusal] of [
      ['for want of the other part', noFile],
      ['for the rate limit', limited],
    ] as const)
      it(`is not called free for the sake of the first: ${what}`, async () => {
        const slow = stage.window({ timing: skippingTiming(), settledAfterMs: settledAfter(60) });
        lose(refusal);
        lose({ how: 'hang' });
        const { details } = await parseUntil(() => hasArrived(1), slow);
        assert.equal(details.mayBeBilled, true);
        assert.equal((await notes()).length, 1);
        assert.equal(stage.uploads.length, 2);
        assert.notEqual(
          stage.uploads[0]?.headers['x-request-id'],
          stage.uploads[1]?.headers['x-request-id'],
        );
      });
  });

  it('is not sent again because of a 503 for what the usage log has as paid for', async () => {
    const headers = { 'retry-after': '0' };
    lose({ how: 'late', status: 503, headers });
    const { kind, details } = await problemOf(window.parse(pdf));
    assert.deepEqual([kind, details.mayBeBilled], ['answerLost', true]);
    assert.equal(stage.uploads.length, 1);
  });

  it('is not free for the sake of a 503 before it that was', async () => {
    lose({ status: 503, headers: { 'retry-after': '0' } });
    lose({ how: 'late', status: 504 });
    const { kind, details } = await problemOf(window.parse(pdf));
    assert.deepEqual([kind, details.mayBeBilled], ['answerLost', true]);
    assert.equal(stage.uploads.length, 2);
  });

  it('is settled no sooner than the service can have ended, however short the timeout', () => {
    assert.equal(settledAfter(5), 120_000);
    assert.equal(settledAfter(60), 120_000);
    assert.equal(settledAfter(90), 180_000);
  });

  it('is not called free by the log of another key that the account has since', async () => {
    lose({ how: 'drop-after' });
    stage.service.misbehave({ on: 'usage', status: 403, times: 1 });
    await problemOf(window.parse(pdf));
    const replaced = stage.window({ service: { origin: stage.service.origin, key: 'another' } });
    stage.service.misbehave({ on: 'usage', body: { logs: [] } });
    const { kind, details } = await problemOf(replaced.parse(pdf));
    assert.deepEqual([kind, details.mayBeBilled], ['answerLost', undefined]);
    assert.equal(stage.uploads.length, 1);
  });

  it('is not settled by a clock that is set forward while it is under way', async () => {
    const timing = skippingTiming();
    const busy = stage.window({ timing, settledAfterMs: 120_000 });
    lose({ how: 'drop-before' });
    const onStep = ({ at }: { at: string }) => at === 'lookingUp' && timing.setClock(3_600_000);
    const { details } = await problemOf(busy.parse(pdf, { onStep }));
    assert.equal(details.mayBeBilled, true);
    assert.equal((await notes()).length, 1);
  });

  it('is not settled for a new window by a clock that was set forward before it was opened', async () => {
    const timing = skippingTiming();
    const first = stage.window({ timing, settledAfterMs: 120_000 });
    lose({ how: 'drop-before' });
    await problemOf(first.parse(pdf));
    const later = skippingTiming();
    later.setClock(3_600_000);
    const begin = later.monotonic();
    const second = stage.window({ timing: later, settledAfterMs: 120_000 });
    assert.equal((await second.parse(pdf))?.text, statement.text);
    assert.ok(later.monotonic() >= begin + 100_000);
  });

  it('is not called free by a log that is behind with the questions that it lists', async () => {
    const timing = skippingTiming();
    const late = stage.window({ timing, settledAfterMs: 400 });
    await late.askUsage();
    await late.askUsage();
    stage.service.misbehave({ on: 'usage', body: { logs: [] } });
    lose({ how: 'drop-after' });
    await problemOf(late.parse(pdf));
    const { kind, details } = await problemOf(late.parse(pdf));
    assert.deepEqual([kind, details.mayBeBilled], ['answerLost', undefined]);
    assert.equal(stage.uploads.length, 1);
  });

  it('is not called free by a log that lists nothing at all', async () => {
    const quick = stage.window({ timing: skippingTiming() });
    stage.service.misbehave({ on: 'usage', body: { logs: [] } });
    lose({ how: 'drop-after' });
    await problemOf(quick.parse(pdf));
    const { kind, details } = await problemOf(quick.parse(pdf));
    assert.deepEqual([kind, details.mayBeBilled], ['answerLost', undefined]);
    assert.equal(stage.uploads.length, 1);
  });

  it('is called free by a log without questions that lists something of ours, after a while', async () => {
    const quick = stage.window({ timing: skippingTiming() });
    const earlier = { request_id: newRequestId(), credits: 1, path: '/v4/smart/parse' };
    const timestamp = new Date(Date.now() - 86_400_000).toISOString();
    stage.service.misbehave({ on: 'usage', body: { logs: [{ ...earlier, timestamp }] } });
    lose({ how: 'drop-before' });
    await problemOf(quick.parse(pdf));
    assert.equal((await quick.parse(pdf))?.text, statement.text);
  });

  it('is not called free for an entry of the log before the service has had its time, unless it answered', async () => {
    const [one, other] = await stage.invent(2, 'Pass@1234');
    const type = () => ({ password: 'wrong', remember: false });
    const wrong = stage.window({ timing: skippingTiming(), settledAfterMs: 120_000, type });
    const charged = async ({ path = '' } = {}) =>
      (await problemOf(wrong.parse(await readFile(path)))).details.mayBeBilled;
    lose({ how: 'drop-after' });
    assert.equal(await charged(one), true);
    lose({ how: 'late', status: 500 });
    assert.equal(await charged(other), false);
  });

  it('is not called free for an entry beside which another of it may have been paid for', async () => {
    const timing = skippingTiming();
    const note = { ...noteOf('req_sentOnTwice'), hash: statement.hash };
    const look = (conclusive: boolean) =>
      resolveBilling(
        note,
        {
          find: () => Promise.resolve({ status: 'free', httpStatus: 500, conclusive }),
          timing,
          clock: new SendClock(timing, new ServiceClock(timing)),
          settledAfterMs: 400,
          onLookingUp: () => undefined,
        },
        new AbortController().signal,
      );
    assert.equal(await look(true), 'notBilled');
    assert.equal(await look(false), 'notKnown');
  });

  it('stays noted while what was paid for is in the memory of one window only', async () => {
    const store = (name: string) =>
      name === 'casParser.storeKey'
        ? Promise.reject(new Error('the keyring is locked'))
        : Promise.resolve();
    Object.assign(stage.secrets, { store });
    assert.equal((await window.parse(pdf))?.text, statement.text);
    assert.ok((await window.parse(pdf))?.keptAt);
    assert.equal((await notes()).length, 1);
    assert.equal((await problemOf(stage.window().parse(pdf))).kind, 'answerLost');
    assert.equal(stage.uploads.length, 1);
  });

  describe('but arrived in a form that is not understood', () => {
    const halfOfIt = '{"meta":{';

    it('can be looked at although it is lost', async () => {
      lose({ how: 'late', status: 200, body: halfOfIt });
      const first = await problemOf(window.parse(pdf));
      assert.deepEqual([first.kind, first.details.answer], ['answerLost', halfOfIt]);
      const later = await problemOf(stage.window().parse(pdf));
      assert.deepEqual([later.kind, later.details.answer], ['answerLost', halfOfIt]);
    });

    it('is kept sealed', async () => {
      lose({ how: 'late', status: 200, body: halfOfIt });
      await problemOf(window.parse(pdf));
      const [name = ''] = await readdir(join(stage.storage, 'unread'));
      const bytes = await readFile(join(stage.storage, 'unread', name));
      assert.ok(bytes.length > halfOfIt.length && !bytes.includes('meta'));
    });

    it('is read at no cost once it is understood', async () => {
      lose({ how: 'late', status: 200, body: halfOfIt });
      await problemOf(window.parse(pdf));
      const [upload] = stage.uploads;
      const requestId = upload?.headers['x-request-id'];
      await window.storage.unread.keep(statement.hash, String(requestId), statement.text);
      const read = await stage.window().parse(pdf);
      assert.ok(read?.text === statement.text && read.keptAt);
      assert.deepEqual([await notes(), stage.uploads.length], [[], 1]);
      assert.deepEqual(await readdir(join(stage.storage, 'unread')), []);
      assert.ok((await stage.window().parse(pdf))?.keptAt);
    });

    it('stays in memory where nothing is to be kept', async () => {
      const fleeting = stage.window({ mayKeep: () => false });
      lose({ how: 'late', status: 200, body: halfOfIt });
      await problemOf(fleeting.parse(pdf));
      assert.equal((await problemOf(fleeting.parse(pdf))).details.answer, halfOfIt);
      assert.deepEqual(await readdir(join(stage.storage, 'unread')).catch(() => []), []);
    });
  });
});

/** Time that is waited for is over at once; no other time passes. */
function skippingTiming(): Timing & { setClock: (by: number) => void } {
  let now = Date.now();
  let setBy = 0;
  return {
    now: () => now + setBy,
    monotonic: () => now,
    setClock: (by) => void (setBy += by),
    sleep: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    random: () => 0,
  };
}
