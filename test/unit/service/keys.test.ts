import assert from 'node:assert/strict';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { send } from './client.ts';

const missing = {
  status: 'failed',
  msg: 'Authentication failed: API key is missing. Please provide a valid API key in the x-api-key header.',
};
const refused = {
  status: 'failed',
  msg: 'Authentication failed: API quota exceeded or invalid API key. Please check your API key or quota limits.',
};
const keyed = ['/v1/credits', '/v1/usage', '/v1/usage/summary', '/v1/token', '/v4/smart/parse'];

describe('stand-in: keys and addresses', () => {
  let service: CasParserService;
  beforeEach(async () => {
    service = await startCasParserService();
  });
  afterEach(() => service.close());

  it('makes a new key at each start', async () => {
    assert.match(service.key, /^sk_[0-9a-f]{32}$/);
    const another = await startCasParserService();
    await another.close();
    assert.notEqual(another.key, service.key);
  });

  for (const path of keyed) {
    it(`refuses a missing, a wrong and a revoked key at ${path}`, async () => {
      const without = await send(service, path);
      assert.equal(without.status, 401);
      assert.deepEqual(without.json, missing);

      const wrong = await send(service, path, { key: 'sk_wrong' });
      assert.equal(wrong.status, 403);
      assert.deepEqual(wrong.json, refused);

      service.account.revoked = true;
      const revoked = await send(service, path, { key: service.key });
      assert.equal(revoked.status, 403);
      assert.deepEqual(revoked.json, refused);
    });
  }

  it("answers with the client's request id when it is well formed, else with a new one", async () => {
    const id = async (own: string) => {
      const { headers } = await send(service, '/v1/credits', { headers: { 'X-Request-ID': own } });
      return headers.get('x-request-id');
    };
    assert.equal(await id('req_Own1'), 'req_Own1');
    const made = [await id('own'), await id('req_own_1')];
    for (const one of made) assert.match(one ?? '', /^req_[A-Za-z0-9]+$/);
    assert.notEqual(made[0], made[1]);
  });

  it('answers 404 for an address and 405 for a method it does not serve', async () => {
    const nowhere = await send(service, '/v4/nsdl/parse', { key: service.key });
    assert.equal(nowhere.status, 404);
    assert.deepEqual(nowhere.json, { detail: 'Not Found' });
    assert.match(nowhere.headers.get('x-request-id') ?? '', /^req_/);

    const got = await send(service, '/v1/credits', { method: 'GET', key: service.key });
    assert.equal(got.status, 405);
    assert.equal(got.headers.get('allow'), 'POST');
  });
});
