import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { ProblemKind } from '../../../src/service/problem.ts';
import type { Timing } from '../../../src/service/timing.ts';
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
        const { kind, facts } = await problemOf(window.parse(pdf));
        assert.deepEqual([kind, facts.mayBeBilled], ['answerLost', true]);
        assert.equal(facts.requestId, stage.uploads[0]?.headers['x-request-id']);
        assert.equal((await problemOf(window.parse(pdf))).kind, 'answerLost');
        assert.equal((await problemOf(stage.window().parse(pdf))).kind, 'answerLost');
        assert.equal(stage.uploads.length, 1);
        assert.equal(stage.paidFor(statement), 1);
      });

    it('is not sent again without a word: the answer comes after the timeout', async () => {
      lose({ how: 'late', delayMs: 3_600_000 });
      const { kind, facts } = await parseUntil(() => stage.paid === 1, window);
      assert.deepEqual([kind, facts.mayBeBilled], ['answerLost', true]);
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
      const { kind, facts } = await problemOf(one.parse(pdf));
      return [kind, facts.mayBeBilled, facts.requestId];
    };
    let paidFor: unknown;
    beforeEach(async () => {
      lose({ how: 'drop-after' });
      await problemOf(window.parse(pdf));
      paidFor = stage.uploads[0]?.headers['x-request-id'];
    });

    const ways: Record<string, [Rule, ProblemKind]> = {
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
      await dying.storage.sent.wrote(statement.hash, {
        requestId: 'req_neverArrived',
        sentAt: Date.now() - 60_000,
        origin: stage.service.origin,
        accountId: 'account',
      });
      assert.deepEqual(await plainTry(), ['answerLost', true, paidFor]);
      assert.equal((await window.parse(pdf, { payAgain: true }))?.text, statement.text);
      assert.deepEqual(await notes(), []);
    });

    it('is sent without a word once it turns out that neither was paid for', async () => {
      const note = { sentAt: Date.now() - 60_000, origin: stage.service.origin };
      const other = (await stage.invent(1))[0] ?? assert.fail();
      for (const requestId of ['req_first', 'req_second'])
        await window.storage.sent.wrote(other.hash, { ...note, requestId, accountId: 'account' });
      assert.equal((await window.parse(await readFile(other.path)))?.text, other.text);
      assert.equal(stage.paidFor(other), 1);
    });
  });

  describe('without having been paid for', () => {
    const ways: Record<string, [Rule, ProblemKind]> = {
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
        const { kind, facts } = await problemOf(window.parse(pdf));
        assert.deepEqual([kind, facts.mayBeBilled], [expected, false]);
        assert.deepEqual(await notes(), []);
        assert.equal((await window.parse(pdf))?.text, statement.text);
        assert.equal(stage.paidFor(statement), 1);
      });

    it('is said to have cost nothing, and can be tried again: no answer comes', async () => {
      lose({ how: 'hang' });
      const { kind, facts } = await parseUntil(() => hasArrived(0), window);
      assert.deepEqual([kind, facts.mayBeBilled], ['timeout', false]);
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
        const { kind, facts } = await problemOf(busy.parse(pdf));
        assert.deepEqual([kind, facts.mayBeBilled], [expected, true]);
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
      assert.equal(stage.lookUps.length, 2);
    });
  });

  describe('while the usage log cannot be asked', () => {
    const refuseLog = () => stage.service.misbehave({ on: 'usage', status: 403 });

    it('may have been paid for, and is looked up again the next time', async () => {
      refuseLog();
      lose({ how: 'drop-after' });
      const { kind, facts } = await problemOf(window.parse(pdf));
      assert.deepEqual([kind, facts.mayBeBilled], ['connectionLost', true]);
      const second = await problemOf(window.parse(pdf));
      assert.deepEqual([second.kind, second.facts.mayBeBilled], ['answerLost', undefined]);
      stage.service.behave();
      const third = await problemOf(window.parse(pdf));
      assert.deepEqual([third.kind, third.facts.mayBeBilled], ['answerLost', true]);
      assert.equal(stage.uploads.length, 1);
    });

    it('is parsed the next time when it turns out that it was not paid for', async () => {
      refuseLog();
      lose({ how: 'drop-before' });
      assert.equal((await problemOf(window.parse(pdf))).facts.mayBeBilled, true);
      stage.service.behave();
      assert.equal((await window.parse(pdf))?.text, statement.text);
      assert.equal(stage.paidFor(statement), 1);
    });

    it('is not sent again for whoever has another account', async () => {
      lose({ how: 'drop-after' });
      await problemOf(window.parse(pdf));
      window.accountId = 'another';
      const { kind, facts } = await problemOf(window.parse(pdf));
      assert.deepEqual([kind, facts.mayBeBilled], ['answerLost', undefined]);
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
    const { kind, facts } = await problemOf(window.parse(pdf));
    assert.equal(kind, 'answerUnknown');
    assert.equal(facts.answer, '{"other":"shape"}');
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
    const { facts } = await problemOf(patient.parse(pdf, { signal: cancelling.signal, onStep }));
    assert.equal(facts.mayBeBilled, true);
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

  it('notes the time that it will be sent at, for a window that does not live to see it', async () => {
    lose({ status: 429, headers: { 'retry-after': '60' } });
    const cancelling = new AbortController();
    const parsing = window.parse(pdf, { signal: cancelling.signal }).catch(() => undefined);
    const later = Date.now() + 50_000;
    const pending = () => window.storage.sent.pending(statement.hash);
    while (((await pending())[0]?.sentAt ?? 0) < later) await wait(10);
    cancelling.abort();
    await parsing;
  });
});

/** Time that is waited for is over at once; no other time passes. */
function skippingTiming(): Timing {
  let now = Date.now();
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    random: () => 0,
  };
}
