import assert from 'node:assert/strict';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService, ServiceOptions } from '../../service/server.ts';
import { send } from './client.ts';

describe('stand-in: credits', () => {
  let service: CasParserService;
  const start = async (options: ServiceOptions) => {
    service = await startCasParserService(options);
  };
  const credits = async (path = '/v1/credits') =>
    (await send(service, path, { key: service.key })).json;
  afterEach(() => service.close());

  it('tells what is used and left, when it resets, and the features', async () => {
    const resets_at = '2026-10-01T00:00:00Z';
    await start({ credits: { limit: 50, used: 49.8, resets_at, features: ['smart_parser'] } });
    const expected = {
      used: 49.8,
      remaining: 0.2,
      limit: 50,
      is_unlimited: false,
      resets_at,
      enabled_features: ['smart_parser'],
    };
    assert.deepEqual(await credits(), expected);
    assert.deepEqual(await credits('/credits'), expected, 'the older address');
  });

  it('has nothing left to tell when the plan is unlimited', async () => {
    await start({ credits: { limit: 0, used: 3, resets_at: null, unlimited: true } });
    const { used, remaining, limit, is_unlimited, resets_at } = (await credits()) as Record<
      string,
      unknown
    >;
    assert.deepEqual(
      { used, remaining, limit, is_unlimited, resets_at },
      { used: 3, remaining: null, limit: 0, is_unlimited: true, resets_at: null },
    );
  });

  it('starts with 34 of 50 left until the next month', async () => {
    await start({ now: () => Date.UTC(2026, 11, 12) });
    const { remaining, limit, resets_at } = (await credits()) as Record<string, unknown>;
    assert.deepEqual(
      { remaining, limit, resets_at },
      { remaining: 34, limit: 50, resets_at: '2027-01-01T00:00:00Z' },
    );
  });

  it('follows the account when a test changes it', async () => {
    await start({});
    service.account.used = 50;
    assert.equal(((await credits()) as { remaining: number }).remaining, 0);
  });

  it('is unlimited for the sandbox key', async () => {
    await start({});
    const { json } = await send(service, '/v1/credits', { key: 'sandbox-with-json-responses' });
    const { is_unlimited, remaining } = json as Record<string, unknown>;
    assert.deepEqual({ is_unlimited, remaining }, { is_unlimited: true, remaining: null });
  });
});
