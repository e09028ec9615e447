import assert from 'node:assert/strict';

import { pollApproval } from '../../../src/service/approval.ts';
import { fetchCredits } from '../../../src/service/credits.ts';
import { mintAccessToken } from '../../../src/service/token.ts';
import { fetchUsage } from '../../../src/service/usage.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { clientOf, never, parse, problemOf } from './extensionClient.ts';
import type { ExtensionClient } from './extensionClient.ts';
import { ManualTiming } from './fakeTiming.ts';
import { type HeldTimeouts, holdTimeouts } from './heldTimeouts.ts';
import { passingOn } from './passing.ts';

const sandbox = 'sandbox-with-json-responses';
const token = 'a5'.repeat(32);

describe('a client of the service', () => {
  let timing: ManualTiming;
  let service: CasParserService;
  let client: ExtensionClient;
  let timeouts: HeldTimeouts;
  beforeEach(async () => {
    // On a busy computer a request that takes its time would be sent again, which is not what is counted here.
    timeouts = holdTimeouts();
    timing = new ManualTiming();
    service = await startCasParserService({ now: timing.now });
    client = clientOf(service, undefined, timing);
  });
  afterEach(() => {
    timeouts.restore();
    return service.close();
  });

  const credits = (key = service.key, options = {}) =>
    fetchCredits(client.call, { ...client.credential, key }, never(), options);
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const passing = <T>(work: Promise<T>): Promise<T> => passingOn(timing)(work);

  describe('paces every call that has a key', () => {
    it('so that the service never answers 429, whatever is asked', async () => {
      const as = { ...client.credential, key: sandbox };
      const questions = Array.from({ length: 8 }, () => [
        credits(sandbox),
        fetchUsage(client.call, as, { from: 0, limit: 1 }, never()),
        mintAccessToken(client.call, as, 1, { signal: never() }),
        parse({ ...client, credential: as }, { onWait: () => 0 }),
      ]).flat();
      await passing(Promise.all(questions));
      assert.equal(service.requests.length, 32);
      assert.deepEqual([...new Set(service.requests.map(({ answered }) => answered))], [200]);
      assert.equal(timing.now() - timing.begin, 3 * 61_000);
    });

    it('at the pace that the service tells, where it tells one', async () => {
      service.account.requestsPerMinute = 7;
      service.account.rateLimitHeaders = true;
      const statuses = [];
      for (let n = 0; n < 16; n += 1) {
        await passing(credits());
        statuses.push(service.requests.at(-1)?.answered);
      }
      assert.deepEqual([...new Set(statuses)], [200]);
      assert.ok(timing.now() - timing.begin >= 120_000);
    });

    it('also when it is sent again, and tells both waits', async () => {
      const seconds: number[] = [];
      const onWait = (at: number) => seconds.push((at - timing.begin) / 1000);
      service.misbehave({ on: 'parse', times: 1, status: 429, headers: { 'retry-after': '5' } });
      for (let n = 0; n < 9; n += 1) await credits(sandbox);
      const as = { ...client, credential: { ...client.credential, key: sandbox } };
      const { text } = await passing(parse(as, { onWait }));
      assert.ok(text.length > 0);
      assert.deepEqual(seconds, [5, 61]);
    });

    it('but no approval poll', async () => {
      for (let n = 0; n < 70; n += 1) await pollApproval(client.call, token, never());
      assert.equal(timing.now(), timing.begin);
    });

    it('and leaves the queue when it is cancelled', async () => {
      for (let n = 0; n < 10; n += 1) await credits(sandbox);
      const leaving = new AbortController();
      const as = { ...client, credential: { ...client.credential, key: sandbox } };
      const waits: number[] = [];
      const onWait = (at: number) => waits.push(at);
      const failing = problemOf(parse(as, { signal: leaving.signal, onWait }));
      await until(() => timing.sleepers > 0);
      leaving.abort();
      const { kind, details } = await failing;
      assert.equal(kind, 'cancelled');
      assert.equal(details.mayBeBilled, false);
      assert.equal(service.requests.length, 10);
      assert.deepEqual(waits, [timing.begin + 61_000]);
    });
  });

  describe('keeps away from a dead service', () => {
    const kindOf = async (failing: Promise<unknown>) => (await problemOf(failing)).kind;

    it('after three failures, and says when it tries again', async () => {
      service.misbehave({ on: 'credits', status: 500, times: 3 });
      for (let n = 0; n < 3; n += 1) assert.equal(await kindOf(credits()), 'serviceDown');
      const { kind, details } = await problemOf(credits());
      assert.equal(kind, 'circuitOpen');
      assert.equal(details.retryAt, timing.begin + 15_000);
      assert.equal(service.requests.length, 3);
      assert.equal(client.log.at(-1)?.outcome, 'circuitOpen');
      await timing.advance(15_000);
      await credits();
      await credits();
    });

    it('without the request that rests waiting for the rate limit first', async () => {
      for (let n = 0; n < 7; n += 1) await credits(sandbox);
      service.misbehave({ on: 'credits', status: 500 });
      for (let n = 0; n < 3; n += 1) await problemOf(credits(sandbox));
      assert.equal(await kindOf(credits(sandbox)), 'circuitOpen');
    });

    it('unless the person insists', async () => {
      service.misbehave({ on: 'credits', status: 500, times: 3 });
      for (let n = 0; n < 3; n += 1) await problemOf(credits());
      await credits(service.key, { insist: true });
      assert.equal(service.requests.length, 4);
    });

    it('with an upload as well, which is then certainly not billed', async () => {
      service.misbehave({ on: 'credits', status: 500 });
      for (let n = 0; n < 3; n += 1) await problemOf(credits());
      const { kind, details } = await problemOf(parse(client));
      assert.equal(kind, 'circuitOpen');
      assert.equal(details.mayBeBilled, false);
      service.misbehave({ on: 'parse', body: { meta: {} } });
      await parse(client, { insist: true });
    });

    it('but polls for an approval, whose failures say nothing', async () => {
      service.misbehave({ on: 'approval-poll', status: 500, times: 5 });
      for (let n = 0; n < 5; n += 1) await problemOf(pollApproval(client.call, token, never()));
      await credits();
      service.misbehave({ on: 'credits', status: 500 });
      for (let n = 0; n < 3; n += 1) await problemOf(credits());
      assert.equal((await pollApproval(client.call, token, never())).status, 'pending');
    });
  });

  describe('asks for the credits', () => {
    it('again when told to, after a failure that passes', async () => {
      service.misbehave({ on: 'credits', status: 500, times: 1 });
      service.misbehave({ on: 'credits', how: 'cut-off', times: 1 });
      const waits: number[] = [];
      const onWait = (at: number) => waits.push(at - timing.begin);
      const { remaining } = await passing(credits(service.key, { retry: true, onWait }));
      assert.equal(remaining, 34);
      assert.deepEqual(waits, [1_000, 3_000]);
    });

    it('three times at most', async () => {
      service.misbehave({ on: 'credits', status: 502 });
      const { kind } = await problemOf(passing(credits(service.key, { retry: true })));
      assert.equal(kind, 'serviceDown');
      assert.equal(service.requests.length, 3);
    });

    it('once when it is refused', async () => {
      service.account.revoked = true;
      await problemOf(credits(service.key, { retry: true }));
      assert.equal(service.requests.length, 1);
    });

    it('until cancelled', async () => {
      service.misbehave({ on: 'credits', status: 500 });
      const leaving = new AbortController();
      const asked = problemOf(
        fetchCredits(client.call, client.credential, leaving.signal, { retry: true }),
      );
      await until(() => timing.sleepers > 0);
      leaving.abort();
      assert.equal((await asked).kind, 'cancelled');
      assert.equal(service.requests.length, 1);
    });
  });
});
