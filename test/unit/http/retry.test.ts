import assert from 'node:assert/strict';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { clientOf, parse, problemOf } from './extensionClient.ts';

describe('a parse that the service provably did not process', () => {
  let service: CasParserService;
  beforeEach(async () => (service = await startCasParserService()));
  afterEach(() => service.close());

  const now = { 'retry-after': '0' };
  const portfolio = { meta: {} };
  const secondsTo = (until: number) => Math.ceil((until - Date.now()) / 1000) + 0;

  for (const status of [429, 503]) {
    it(`is sent again after HTTP ${status} with Retry-After, the same under an id of its own each time`, async () => {
      service.misbehave({ on: 'parse', status, headers: now, times: 2 });
      service.misbehave({ on: 'parse', body: portfolio });
      const waits: number[] = [];
      await parse(clientOf(service), { onWait: (until) => waits.push(secondsTo(until)) });
      assert.deepEqual(waits, [0, 0]);
      assert.equal(service.requests.length, 3);
      const sent = service.requests.map(({ headers, parts }) => [headers['x-request-id'], parts]);
      assert.equal(new Set(sent.map(([id]) => id)).size, 3);
      for (const [, parts] of sent) assert.deepEqual(parts, sent[0]?.[1]);
    });

    it(`is given up after three times HTTP ${status}, and was not billed`, async () => {
      service.misbehave({ on: 'parse', status, headers: now });
      const { kind, details } = await problemOf(parse(clientOf(service), { onWait: () => 0 }));
      assert.equal(kind, status === 429 ? 'rateLimited' : 'serviceDown');
      assert.equal(details.httpStatus, status);
      assert.equal(details.mayBeBilled, false);
      assert.equal(details.retryAfter, 0);
      assert.equal(service.requests.length, 3);
    });
  }

  it('stops at the first answer that leaves it open', async () => {
    service.misbehave({ on: 'parse', status: 429, headers: now, times: 1 });
    service.misbehave({ on: 'parse', how: 'drop-after' });
    const { kind, details } = await problemOf(parse(clientOf(service), { onWait: () => 0 }));
    assert.equal(kind, 'connectionLost');
    assert.equal(details.mayBeBilled, true);
    assert.equal(service.requests.length, 2);
  });

  describe('waits', () => {
    /** Cancels at the first wait and gives its seconds; `undefined` when there was none. */
    async function firstWait(headers: Record<string, string>, status = 429) {
      service.misbehave({ on: 'parse', status, headers });
      const cancelling = new AbortController();
      let waited: number | undefined;
      const problem = await problemOf(
        parse(clientOf(service), {
          signal: cancelling.signal,
          onWait: (until) => {
            waited ??= secondsTo(until);
            setImmediate(() => cancelling.abort()); // once the waiting has begun
          },
        }),
      );
      assert.equal(service.requests.length, 1);
      assert.equal(problem.details.mayBeBilled, false);
      assert.equal(problem.kind, waited === undefined ? 'rateLimited' : 'cancelled');
      return { waited, problem };
    }

    it('as many seconds as Retry-After says, and can be cancelled meanwhile', async () => {
      assert.equal((await firstWait({ 'retry-after': '17' })).waited, 17);
    });

    it('a minute after HTTP 429 without Retry-After', async () => {
      assert.equal((await firstWait({})).waited, 60);
    });

    it('a minute after HTTP 503 with a Retry-After that makes no sense', async () => {
      assert.equal((await firstWait({ 'retry-after': 'soon' }, 503)).waited, 60);
    });

    it('300 seconds, and no more: a longer wait is told instead', async () => {
      assert.equal((await firstWait({ 'retry-after': '300' })).waited, 300);
      service.behave();
      service.requests.length = 0;
      const { waited, problem } = await firstWait({ 'retry-after': '301' });
      assert.equal(waited, undefined);
      assert.equal(problem.details.retryAfter, 301);
    });

    it('until the date that Retry-After names: a past one is now, a far one is told', async () => {
      service.misbehave({
        on: 'parse',
        status: 503,
        headers: { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' },
        times: 1,
      });
      service.misbehave({ on: 'parse', body: portfolio });
      const waits: number[] = [];
      await parse(clientOf(service), { onWait: (until) => waits.push(secondsTo(until)) });
      assert.deepEqual(waits, [0]);

      service.behave();
      service.requests.length = 0;
      const tomorrow = new Date(Date.now() + 24 * 3_600_000).toUTCString();
      const { waited, problem } = await firstWait({ 'retry-after': tomorrow });
      assert.equal(waited, undefined);
      assert.ok((problem.details.retryAfter ?? 0) > 23 * 3_600);
    });
  });

  it('reaches a service that accepts connections only at the second try', async () => {
    const { origin, key } = service;
    const port = Number(new URL(origin).port);
    await service.close();
    const waits: number[] = [];
    let starting: Promise<CasParserService> | undefined;
    const answer = parse(clientOf({ origin, key }), {
      onWait: (until) => {
        waits.push(secondsTo(until));
        starting ??= startCasParserService({ port }).then((started) => {
          started.misbehave({ on: 'parse', body: portfolio });
          return (service = started);
        });
      },
    });
    assert.equal((await answer).text, '{"meta":{}}');
    assert.deepEqual(waits, [1]);
    assert.equal((await starting)?.requests.length, 1);
  });

  it('was not sent when the connection is refused, which can be cancelled too', async () => {
    await service.close();
    const cancelling = new AbortController();
    const { kind, details } = await problemOf(
      parse(clientOf(service), {
        signal: cancelling.signal,
        onWait: () => cancelling.abort(),
      }),
    );
    assert.equal(kind, 'cancelled');
    assert.equal(details.mayBeBilled, false);
  });
});
