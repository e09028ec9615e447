import assert from 'node:assert/strict';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { send } from './client.ts';

const sandbox = 'sandbox-with-json-responses';

describe('stand-in: rate limit', () => {
  let service: CasParserService;
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2026, 8, 12);
    service = await startCasParserService({ now: () => now });
  });
  afterEach(() => service.close());

  const credits = (key: string) => send(service, '/v1/credits', { key });

  it('lets the sandbox key through ten times a minute, over all endpoints', async () => {
    for (let n = 0; n < 9; n += 1) assert.equal((await credits(sandbox)).status, 200);
    assert.equal((await send(service, '/v1/usage', { key: sandbox })).status, 200);
    now += 20_000;

    const { status, json, headers } = await credits(sandbox);
    assert.equal(status, 429);
    assert.deepEqual(json, { status: 'failed', msg: 'Too many requests', code: 'RATE_LIMITED' });
    assert.equal(headers.get('retry-after'), '40');

    now += 40_000;
    assert.equal((await credits(sandbox)).status, 200);
  });

  it('lets an ordinary key through sixty times a minute, whatever the sandbox did', async () => {
    for (let n = 0; n < 11; n += 1) await credits(sandbox);
    for (let n = 0; n < 60; n += 1) assert.equal((await credits(service.key)).status, 200);
    assert.equal((await credits(service.key)).status, 429);
  });

  it('counts a key and its access tokens together', async () => {
    service.account.requestsPerMinute = 2;
    const { json } = await send(service, '/v1/token', { key: service.key });
    const { access_token: key } = json as { access_token: string };
    assert.equal((await send(service, '/v4/smart/parse', { key })).status, 400);
    assert.equal((await send(service, '/v4/smart/parse', { key })).status, 429);
  });

  it('does not count polls', async () => {
    service.account.requestsPerMinute = 1;
    for (let n = 0; n < 3; n += 1) {
      const poll = { method: 'GET', key: service.key };
      assert.equal(
        (await send(service, `/v1/agent-auth/token/${'a'.repeat(16)}`, poll)).status,
        200,
      );
    }
    assert.equal((await credits(service.key)).status, 200);
  });

  describe('tells with X-RateLimit headers', () => {
    const told = ({ headers }: { headers: Headers }) =>
      ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));
    const begin = () => now / 1000;

    it('nothing, unless told to', async () => {
      assert.deepEqual(told(await credits(service.key)), [null, null, null]);
    });

    it('the limit, what remains, and when there will be more, on every answer to a key', async () => {
      Object.assign(service.account, { rateLimitHeaders: true, requestsPerMinute: 3 });
      const first = begin();
      assert.deepEqual(told(await credits(service.key)), ['3', '2', String(first + 60)]);
      now += 20_500;
      const { json } = await send(service, '/v1/token', { key: service.key });
      const { access_token: key } = json as { access_token: string };
      const refused = await send(service, '/v4/smart/parse', { key });
      assert.equal(refused.status, 400);
      assert.deepEqual(told(refused), ['3', '0', String(first + 60)]);
      const tooMany = await credits(service.key);
      assert.equal(tooMany.status, 429);
      assert.deepEqual(told(tooMany), ['3', '0', String(first + 60)]);
      now += 39_500;
      assert.deepEqual(told(await credits(service.key)), [
        '3',
        '0',
        String(Math.ceil(first + 80.5)),
      ]);
    });

    it('nothing to a key that nobody knows, and nothing to a poll', async () => {
      service.account.rateLimitHeaders = true;
      assert.deepEqual(told(await credits('sk_unknown')), [null, null, null]);
      const poll = { method: 'GET', key: service.key };
      const answer = await send(service, `/v1/agent-auth/token/${'a'.repeat(16)}`, poll);
      assert.deepEqual(told(answer), [null, null, null]);
    });
  });
});
