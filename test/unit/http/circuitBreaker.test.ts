import assert from 'node:assert/strict';

import { CircuitBreaker } from '../../../src/service/circuitBreaker.ts';
import type { HttpAnswer, HttpRequest, SendHttp } from '../../../src/service/http.ts';
import { AppError } from '../../../src/service/appError.ts';
import { never, problemOf } from './extensionClient.ts';
import { ManualTiming } from './fakeTiming.ts';

type Outcome = Partial<HttpAnswer> | AppError;

describe('the circuit', () => {
  let timing: ManualTiming;
  let circuit: CircuitBreaker;
  let sent: number;
  let outcome: Outcome | Promise<Outcome>;
  beforeEach(() => {
    timing = new ManualTiming();
    circuit = new CircuitBreaker(timing);
    sent = 0;
    outcome = {};
  });

  const send: SendHttp = async () => {
    sent += 1;
    const now = await outcome;
    if (now instanceof AppError) throw now;
    return { status: 200, headers: {}, text: '', ...now };
  };
  const request: HttpRequest = {
    method: 'POST',
    url: new URL('https://casparser.test/'),
    headers: {},
    timeoutMs: 1_000,
    signal: never(),
  };
  const ask = (insist = false, url = request.url) =>
    circuit.guarded(send, insist)({ ...request, url });
  /** What became of a request: its kind, or the status. */
  const result = (insist = false) =>
    ask(insist).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof AppError ? error.kind : assert.fail(String(error))),
    );
  const lost = new AppError('connectionLost');
  async function fail(times: number) {
    outcome = lost;
    for (let n = 0; n < times; n += 1) assert.equal(await result(), 'connectionLost');
  }

  for (const [what, dead] of [
    ['connectionRefused', new AppError('connectionRefused')],
    ['connectionLost', lost],
    ['nameNotFound', new AppError('nameNotFound')],
    ['timeout', new AppError('timeout')],
    ['proxyRefused', new AppError('proxyRefused')],
    ['HTTP 500', { status: 500 }],
    ['HTTP 502 in HTML', { status: 502, text: '<h1>Bad Gateway</h1>' }],
  ] as const) {
    it(`opens after three failures in a row: ${what}`, async () => {
      outcome = dead;
      for (let n = 0; n < 3; n += 1) assert.notEqual(await result(), 'circuitOpen');
      const { kind, details } = await problemOf(ask());
      assert.equal(kind, 'circuitOpen');
      assert.equal(details.retryAt, timing.begin + 15_000);
      assert.equal(details.mayBeBilled, false);
      assert.equal(sent, 3);
    });
  }

  for (const [what, alive] of [
    ['HTTP 429', { status: 429 }],
    ['HTTP 403', { status: 403 }],
    ['HTTP 503 that says when to come back', { status: 503, headers: { 'retry-after': '1' } }],
    ['HTTP 500 about one PDF', { status: 500, text: '{"status":"failed","code":"PARSING_ERROR"}' }],
    ['a certificate that is not trusted', new AppError('tlsRefused')],
    ['a request that was cancelled', new AppError('cancelled')],
    ['an answer cut off', new AppError('answerCutOff')],
  ] as const) {
    it(`stays closed whatever else happens: ${what}`, async () => {
      outcome = alive;
      for (let n = 0; n < 5; n += 1) assert.notEqual(await result(), 'circuitOpen');
      assert.equal(sent, 5);
    });
  }

  it('counts failures in a row only', async () => {
    for (let n = 0; n < 3; n += 1) {
      await fail(2);
      outcome = { status: 404 };
      assert.equal(await result(), 404);
    }
  });

  it('counts a failure that was under way when another request succeeded', async () => {
    let lose: ((outcome: Outcome) => void) | undefined;
    outcome = new Promise((resolve) => (lose = resolve));
    const slow = result();
    outcome = {};
    await result();
    lose?.(lost);
    await slow;
    await fail(2);
    outcome = {};
    assert.equal(await result(), 'circuitOpen');
  });

  it('lets one request try after 15, 30, 60, 120, 240 seconds and then every 5 minutes', async () => {
    await fail(3);
    for (const seconds of [15, 30, 60, 120, 240, 300, 300]) {
      await timing.advance(seconds * 1000 - 1);
      assert.equal(await result(), 'circuitOpen');
      await timing.advance(1);
      assert.equal(await result(), 'connectionLost', `after ${seconds} s`);
    }
    assert.equal(sent, 3 + 7);
  });

  it('lets only one request try at a time', async () => {
    await fail(3);
    await timing.advance(15_000);
    let reply: ((outcome: Outcome) => void) | undefined;
    outcome = new Promise((resolve) => (reply = resolve));
    const probe = result();
    const { kind, details } = await problemOf(ask());
    assert.equal(kind, 'circuitOpen');
    assert.ok((details.retryAt ?? 0) > timing.now());
    assert.equal(sent, 4);
    reply?.({});
    assert.equal(await probe, 200);
    assert.equal(await result(), 200);
  });

  it('closes on success, and begins anew', async () => {
    await fail(3);
    await timing.advance(15_000);
    await fail(1);
    await timing.advance(30_000);
    outcome = {};
    assert.equal(await result(), 200);
    await fail(3);
    assert.equal((await problemOf(ask())).details.retryAt, timing.now() + 15_000);
  });

  it('lets another try when the one that tried said nothing', async () => {
    await fail(3);
    await timing.advance(15_000);
    outcome = new AppError('cancelled');
    assert.equal(await result(), 'cancelled');
    outcome = {};
    assert.equal(await result(), 200);
  });

  it('always lets through what the person insists on, which may end the rest', async () => {
    await fail(3);
    assert.equal(await result(true), 'connectionLost');
    assert.equal((await problemOf(ask())).details.retryAt, timing.begin + 15_000, 'no longer rest');
    outcome = {};
    assert.equal(await result(true), 200);
    assert.equal(await result(), 200);
  });

  it('does not rest longer for failures that were under way', async () => {
    const slow = Array.from({ length: 6 }, () => {
      outcome = lost;
      return result();
    });
    await Promise.all(slow);
    assert.equal((await problemOf(ask())).details.retryAt, timing.begin + 15_000);
  });

  it('is of one origin', async () => {
    await fail(3);
    outcome = {};
    assert.equal((await ask(false, new URL('https://other.test/'))).status, 200);
  });

  it('does not stay open for hours when the clock is set back', async () => {
    await fail(3);
    timing.setClock(-3_600_000);
    outcome = {};
    assert.equal(await result(), 200);
  });
});
