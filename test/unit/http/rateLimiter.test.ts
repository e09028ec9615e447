import assert from 'node:assert/strict';

import type { HttpAnswer, HttpRequest, SendHttp } from '../../../src/service/http.ts';
import { RateLimiter } from '../../../src/service/rateLimiter.ts';
import type { RateLimiterOptions } from '../../../src/service/rateLimiter.ts';
import { never, problemOf } from './extensionClient.ts';
import { ManualTiming } from './fakeTiming.ts';

const sandbox = 'sandbox-with-json-responses';

describe('the pacer', () => {
  let timing: ManualTiming;
  let pacer: RateLimiter;
  /** Seconds since the beginning at which each request was sent, with its name. */
  let sent: [string, number][];
  let answer: (name: string) => Partial<HttpAnswer> | Promise<Partial<HttpAnswer>>;
  beforeEach(() => {
    timing = new ManualTiming();
    pacer = new RateLimiter(timing);
    sent = [];
    answer = () => ({});
  });

  const seconds = () => (timing.now() - timing.begin) / 1000;
  const times = () => sent.map(([, at]) => at);
  const send: SendHttp = async ({ url }) => {
    const name = url.pathname.slice(1);
    sent.push([name, seconds()]);
    return { status: 200, headers: {}, text: '', ...(await answer(name)) };
  };
  function ask(
    name: string,
    more: Partial<HttpRequest> & { key?: string | null } & Omit<RateLimiterOptions, 'key'> = {},
  ) {
    const { key = 'sk_one', onWait, countedAs, ...request } = more;
    return pacer.paced(send, { onWait, countedAs })({
      method: 'POST',
      url: new URL(`https://casparser.test/${name}`),
      headers: key === null ? {} : { 'x-api-key': key },
      timeoutMs: 1_000,
      signal: never(),
      ...request,
    });
  }
  const askMany = (count: number, more: Parameters<typeof ask>[1] = {}) =>
    Array.from({ length: count }, (_none, n) => ask(String(n), more));

  describe('keeps the documented limit', () => {
    for (const [what, key, limit] of [
      ['60 a minute', 'sk_one', 60],
      ['10 a minute in the sandbox', sandbox, 10],
    ] as const) {
      it(`of ${what}, with a second to spare`, async () => {
        const asked = askMany(2 * limit + 1, { key });
        await timing.advance(60_999);
        assert.equal(sent.length, limit);
        await timing.advance(1);
        assert.equal(sent.length, 2 * limit);
        await timing.advance(61_000);
        await Promise.all(asked);
        assert.deepEqual(
          times(),
          Array.from({ length: 2 * limit + 1 }, (_none, n) => 61 * Math.floor(n / limit)),
        );
      });
    }

    it('over any 61 seconds, not from one minute to the next', async () => {
      await Promise.all(askMany(4, { key: sandbox }));
      await timing.advance(50_000);
      const asked = askMany(16, { key: sandbox });
      await timing.advance(70_000);
      await Promise.all(asked);
      const at = times();
      for (const time of at)
        assert.ok(at.filter((other) => other >= time && other < time + 61).length <= 10);
      assert.deepEqual([...new Set(at)], [0, 50, 61, 111]);
    });

    it('in the order in which the requests came', async () => {
      const asked = askMany(25, { key: sandbox });
      await timing.advance(130_000);
      await Promise.all(asked);
      assert.deepEqual(
        sent.map(([name]) => name),
        Array.from({ length: 25 }, (_none, n) => String(n)),
      );
    });

    it('of each key and each origin on its own, and of what is counted together as one', async () => {
      const asked = [
        ...askMany(60, { key: 'sk_one' }),
        ...askMany(60, { key: 'sk_other' }),
        ...askMany(60, { key: 'sk_one', url: new URL('https://other.test/') }),
        ...askMany(59, { key: 'sk_third', countedAs: 'my account' }),
        ...askMany(2, { key: 'at_third', countedAs: 'my account' }),
      ];
      await timing.advance(0);
      assert.equal(sent.length, 240);
      await timing.advance(61_000);
      await Promise.all(asked);
    });

    it('of one key while others come and go', async () => {
      await Promise.all(askMany(10, { key: sandbox }));
      await ask('other', { key: 'sk_other' });
      const asked = ask('late', { key: sandbox });
      await timing.advance(60_999);
      assert.equal(sent.length, 11);
      await timing.advance(1);
      await asked;
    });

    it('but not of requests without a key', async () => {
      await Promise.all(askMany(100, { key: null }));
      assert.equal(sent.length, 100);
    });

    it('also when requests fail', async () => {
      answer = () => Promise.reject(new Error('lost'));
      const asked = Promise.allSettled(askMany(11, { key: sandbox }));
      await timing.advance(60_000);
      assert.equal(sent.length, 10);
      await timing.advance(1_000);
      await asked;
    });

    it('when the clock is set back, without standing still for as long', async () => {
      await Promise.all(askMany(10, { key: sandbox }));
      await timing.advance(10_000);
      timing.setClock(-3_600_000);
      const asked = ask('late', { key: sandbox });
      await timing.advance(50_999);
      assert.equal(sent.length, 10);
      await timing.advance(1);
      await asked;
    });

    it('when the clock is set forward', async () => {
      await Promise.all(askMany(10, { key: sandbox }));
      await timing.advance(10_000);
      timing.setClock(3_600_000);
      const asked = ask('late', { key: sandbox });
      await timing.advance(50_999);
      assert.equal(sent.length, 10);
      await timing.advance(1);
      await asked;
    });

    it('at no less than 95 percent of what is permitted', async () => {
      const asked = askMany(600);
      await timing.advance(9 * 61_000);
      await Promise.all(asked);
      const minutes = seconds() / 60;
      assert.ok(540 / minutes >= 0.95 * 60);
      assert.equal(sent.length, 600);
    });
  });

  describe('while it waits', () => {
    it('tells everyone once when it will be their turn', async () => {
      const told: [number, number][] = [];
      const asked = Array.from({ length: 22 }, (_none, n) =>
        ask(String(n), {
          key: sandbox,
          onWait: (until) => told.push([n, (until - timing.begin) / 1000]),
        }),
      );
      await timing.advance(122_000);
      await Promise.all(asked);
      assert.deepEqual(
        told,
        Array.from({ length: 12 }, (_none, n) => [10 + n, n < 10 ? 61 : 122]),
      );
    });

    it('does not stand still because someone fails to be told', async () => {
      await Promise.all(askMany(10, { key: sandbox }));
      const onWait = () => {
        throw new Error('nobody listens');
      };
      await assert.rejects(ask('deaf', { key: sandbox, onWait }), { message: 'onWait failed' });
      const asked = ask('next', { key: sandbox });
      await timing.advance(61_000);
      await asked;
    });

    it('loses no answer because someone else fails to be told', async () => {
      let reply: ((answer: Partial<HttpAnswer>) => void) | undefined;
      answer = (name) => (name === '0' ? new Promise((resolve) => (reply = resolve)) : {});
      const [first, ...others] = askMany(10, { key: sandbox });
      let calls = 0;
      const onWait = () => {
        calls += 1;
        if (calls === 2) throw new Error('nobody listens any more');
      };
      const deaf = assert.rejects(ask('deaf', { key: sandbox, onWait }));
      await timing.advance(1_000);
      reply?.({ status: 429, headers: { 'retry-after': '100' }, text: 'paid for' });
      assert.equal((await first)?.text, 'paid for');
      await Promise.all(others);
      await timing.advance(1_000);
      await deaf;
    });

    it('can be cancelled, unsent, and whoever is behind moves up', async () => {
      await Promise.all(askMany(9, { key: sandbox }));
      const cancelling = new AbortController();
      const first = ask('first', { key: sandbox });
      const second = problemOf(ask('second', { key: sandbox, signal: cancelling.signal }));
      const third = problemOf(ask('third', { key: sandbox, signal: cancelling.signal }));
      const fourth = ask('fourth', { key: sandbox });
      await first;
      cancelling.abort();
      for (const { kind, details } of [await second, await third]) {
        assert.equal(kind, 'cancelled');
        assert.equal(details.mayBeBilled, false);
      }
      await timing.advance(60_999);
      assert.equal(sent.length, 10, 'those who left have not let anyone by');
      await timing.advance(1);
      await fourth;
      assert.deepEqual(
        sent.slice(9).map(([name]) => name),
        ['first', 'fourth'],
      );
      assert.equal(timing.sleepers, 0, 'nobody sleeps on');
    });

    it('keeps the order when someone in the middle leaves', async () => {
      let reply: ((answer: Partial<HttpAnswer>) => void) | undefined;
      answer = (name) => (name === '0' ? new Promise((resolve) => (reply = resolve)) : {});
      const cancelling = new AbortController();
      const asked = [...askMany(10, { key: sandbox }), ask('first', { key: sandbox })];
      const left = problemOf(ask('second', { key: sandbox, signal: cancelling.signal }));
      asked.push(ask('third', { key: sandbox }));
      await timing.advance(500);
      cancelling.abort();
      await left;
      await timing.advance(600);
      reply?.({ headers: { 'x-ratelimit-limit': '40' } });
      await timing.advance(1_000);
      await Promise.all(asked);
      assert.deepEqual(
        sent.slice(10).map(([name]) => name),
        ['first', 'third'],
      );
    });

    it('looks at the clock again when the computer has slept', async () => {
      answer = () => ({ status: 429, headers: { 'retry-after': '200' } });
      await ask('refused', { key: sandbox });
      const asked = ask('late', { key: sandbox });
      await timing.advance(1_500);
      timing.setClock(3_600_000);
      await timing.advance(1_000);
      await asked;
      assert.equal(sent.length, 2);
    });
  });

  describe('obeys', () => {
    const limits = (limit: number, remaining: number, reset: number) => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(reset),
    });
    const unixTime = (inSeconds: number) => timing.begin / 1000 + inSeconds;

    it('a lower limit', async () => {
      answer = () => ({ headers: { 'x-ratelimit-limit': '5' } });
      await ask('first');
      const asked = askMany(6);
      await timing.advance(60_000);
      assert.equal(sent.length, 5);
      await timing.advance(1_000);
      await Promise.all(asked);
    });

    it('a higher limit, also for those who wait already', async () => {
      let reply: ((answer: Partial<HttpAnswer>) => void) | undefined;
      answer = (name) => (name === '0' ? new Promise((resolve) => (reply = resolve)) : {});
      const asked = askMany(30, { key: sandbox });
      await timing.advance(5_000);
      assert.equal(sent.length, 10);
      reply?.({ headers: { 'x-ratelimit-limit': '40' } });
      await timing.advance(1_000);
      await Promise.all(asked);
      assert.equal(sent.length, 30);
    });

    for (const [what, reset] of [
      ['as unix seconds', () => unixTime(200)],
      ['as seconds from now', () => 200],
    ] as const) {
      it(`the end of what remains: nothing is sent before the reset, told ${what}`, async () => {
        answer = () => ({ headers: limits(60, 0, reset()) });
        const told: number[] = [];
        await ask('first');
        answer = () => ({});
        const asked = askMany(3, { onWait: (until) => told.push((until - timing.begin) / 1000) });
        await timing.advance(199_999);
        assert.equal(sent.length, 1);
        await timing.advance(1);
        await Promise.all(asked);
        assert.deepEqual(told, [200, 200, 200]);
      });
    }

    it('the reset by the clock of the answer, not by its own', async () => {
      const hour = 3_600;
      const date = new Date(timing.begin + hour * 1000).toUTCString();
      answer = () => ({ headers: { ...limits(60, 0, unixTime(hour + 30)), date } });
      await ask('first');
      const asked = ask('second');
      await timing.advance(29_999);
      assert.equal(sent.length, 1);
      await timing.advance(1);
      await asked;
    });

    it('what remains, when others use the same key', async () => {
      answer = () => ({ headers: limits(60, 2, unixTime(40)) });
      await ask('first');
      answer = () => ({});
      const asked = askMany(4);
      await timing.advance(39_999);
      assert.equal(sent.length, 3);
      await timing.advance(1);
      await Promise.all(asked);
    });

    it('the newest word on what remains, and counts what was sent since', async () => {
      const replies: Record<string, (answer: Partial<HttpAnswer>) => void> = {};
      answer = (name) => new Promise((resolve) => (replies[name] = resolve));
      const asked = askMany(4);
      await timing.advance(0);
      replies[1]?.({ headers: limits(60, 4, unixTime(40)) }); // two more were sent since: two remain
      replies[0]?.({ headers: limits(60, 50, unixTime(40)) }); // older, though it came later
      replies[2]?.({});
      replies[3]?.({});
      await Promise.all(asked);
      answer = () => ({});
      const later = askMany(3);
      await timing.advance(39_999);
      assert.equal(sent.length, 6);
      await timing.advance(1);
      await Promise.all(later);
    });

    for (const status of [429, 503, 200]) {
      it(`Retry-After of HTTP ${status}, for all requests of the key`, async () => {
        let reply: ((answer: Partial<HttpAnswer>) => void) | undefined;
        answer = (name) => (name === 'slow' ? new Promise((resolve) => (reply = resolve)) : {});
        const slow = ask('slow');
        await timing.advance(0);
        reply?.({ status, headers: { 'retry-after': '17' } });
        await slow;
        const asked = askMany(2);
        const other = ask('other', { key: 'sk_other' });
        await timing.advance(16_999);
        assert.deepEqual(
          sent.map(([name]) => name),
          ['slow', 'other'],
        );
        await timing.advance(1);
        await Promise.all([...asked, other]);
      });
    }

    it('HTTP 429 that names no time: a minute, or its reset', async () => {
      answer = () => ({ status: 429 });
      await ask('first');
      answer = () => ({ status: 429, headers: { 'x-ratelimit-reset': '20' } });
      const second = ask('second');
      await timing.advance(60_000);
      await second;
      const third = ask('third');
      await timing.advance(20_000);
      await third;
      assert.deepEqual(times(), [0, 60, 80]);
    });

    it('a hold that comes while others wait, and tells them the new time', async () => {
      let reply: ((answer: Partial<HttpAnswer>) => void) | undefined;
      answer = (name) => (name === '0' ? new Promise((resolve) => (reply = resolve)) : {});
      const first = askMany(10, { key: sandbox });
      const told: number[] = [];
      const late = ask('late', {
        key: sandbox,
        onWait: (until) => told.push((until - timing.begin) / 1000),
      });
      await timing.advance(30_000);
      reply?.({ status: 429, headers: { 'retry-after': '100' } });
      await timing.advance(99_999);
      assert.equal(sent.length, 10);
      await timing.advance(1);
      await Promise.all([...first, late]);
      assert.deepEqual(told, [61, 130]);
    });

    it('a wait of five minutes; a longer one is told at once, unsent', async () => {
      answer = () => ({ status: 429, headers: { 'retry-after': '3600' } });
      await ask('first');
      answer = () => ({});
      const { kind, details } = await problemOf(ask('second'));
      assert.equal(kind, 'rateLimited');
      assert.equal(details.retryAfter, 3600);
      assert.equal(details.mayBeBilled, false);
      assert.equal(sent.length, 1);
      await timing.advance(3_300_000);
      const third = ask('third');
      await timing.advance(299_000);
      assert.equal(sent.length, 1);
      await timing.advance(1_000);
      await third;
    });

    it('no nonsense', async () => {
      for (const [limit, remaining, reset] of [
        ['0', '0', 'tomorrow'],
        ['sixty', '-1', '-5'],
        ['', '', ''],
        ['60', '0', '0'],
        ['60', '0', '1.5'],
      ]) {
        answer = () => ({
          headers: {
            'x-ratelimit-limit': limit ?? '',
            'x-ratelimit-remaining': remaining ?? '',
            'x-ratelimit-reset': reset ?? '',
            'retry-after': 'soon',
          },
        });
        await ask('x');
      }
      await Promise.all(askMany(55));
      assert.equal(sent.length, 60);
    });
  });
});
