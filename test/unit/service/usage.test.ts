import assert from 'node:assert/strict';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { until } from '../../patience.ts';
import { send, upload } from './client.ts';
import { sampleStatement, statementFolder } from './sampleFiles.ts';

interface Usage {
  count: number;
  logs: Record<string, unknown>[];
}

const day = 24 * 60 * 60 * 1000;

describe('stand-in: usage', () => {
  let service: CasParserService;
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2026, 8, 12, 6, 30, 15, 250);
    service = await startCasParserService({ now: () => now, statements: statementFolder });
  });
  afterEach(() => service.close());

  const usage = async (json: unknown = {}, path = '/v1/usage') =>
    (await send(service, path, { key: service.key, json })).json as Usage;
  const summary = async (json: unknown = {}, path = '/v1/usage/summary') =>
    (await send(service, path, { key: service.key, json })).json;

  async function parseTwice(): Promise<void> {
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    for (const [tried, id] of [
      [password, 'req_First'],
      ['wrong', 'req_Second'],
    ] as const) {
      const form = await upload(path, tried);
      const headers = { 'x-request-id': id };
      await send(service, '/v4/smart/parse', { key: service.key, form, headers });
    }
  }

  it('lists every request that came with the key, newest first', async () => {
    await parseTwice();
    await send(service, '/v4/smart/parse', { key: 'sk_wrong' });
    await send(service, '/v4/smart/parse', { key: 'sandbox-with-json-responses' });
    const entry = {
      feature: 'smart_parser',
      path: '/v4/smart/parse',
      timestamp: '2026-09-12T06:30:15Z',
    };
    assert.deepEqual(await usage(), {
      status: 'success',
      count: 2,
      logs: [
        { ...entry, request_id: 'req_Second', status_code: 400, credits: 0 },
        { ...entry, request_id: 'req_First', status_code: 200, credits: 1 },
      ],
    });
    assert.equal(
      (await usage({}, '/logs')).count,
      3,
      'the older address; the call before is listed',
    );
  });

  it('sums the requests by feature', async () => {
    await parseTwice();
    await send(service, '/v1/credits', { key: service.key });
    assert.deepEqual(await summary(), {
      status: 'success',
      summary: {
        total_credits: 1,
        total_requests: 3,
        by_feature: [
          { feature: 'smart_parser', credits: 1, requests: 2 },
          { feature: 'credits', credits: 0, requests: 1 },
        ],
      },
    });
    const older = (await summary({}, '/logs/summary')) as { summary: { total_requests: number } };
    assert.equal(older.summary.total_requests, 4);
  });

  it('keeps to the period and the number asked for', async () => {
    const start = now;
    await parseTwice();
    now += 40 * day;
    await send(service, '/v1/credits', { key: service.key });

    const features = async (json: unknown) =>
      (await usage(json)).logs.map(({ feature }) => feature);
    assert.deepEqual(await features({}), ['credits'], 'thirty days');
    const all = { start_time: new Date(start).toISOString() };
    assert.equal((await usage({ ...all, limit: 2 })).count, 2);
    const first = { ...all, end_time: new Date(start + day).toISOString() };
    assert.deepEqual(await features(first), ['smart_parser', 'smart_parser']);
    const { summary: sums } = (await summary(first)) as { summary: { total_requests: number } };
    assert.equal(sums.total_requests, 2);
  });

  it('refuses a limit over 500 and a time that is none', async () => {
    for (const json of [{ limit: 501 }, { limit: 0 }, { start_time: 'yesterday' }]) {
      assert.equal((await send(service, '/v1/usage', { key: service.key, json })).status, 422);
    }
  });

  describe('of an upload whose answer nobody got', () => {
    async function lose(signal?: AbortSignal): Promise<void> {
      const { path, password } = await sampleStatement('cdsl-ecas.pdf');
      const form = await upload(path, password);
      const sent = { key: service.key, form, headers: { 'x-request-id': 'req_Lost' } };
      await assert.rejects(
        send(service, '/v4/smart/parse', { ...sent, ...(signal && { signal }) }),
      );
    }
    const lost = async () =>
      (await usage()).logs.filter(({ request_id }) => request_id === 'req_Lost');

    it('has it under the client’s own id when it was processed', async () => {
      service.misbehave({ on: 'parse', how: 'drop-after' });
      await lose();
      assert.deepEqual(
        (await lost()).map(({ credits }) => credits),
        [1],
      );
    });

    it('has it when the client had left before the answer', async () => {
      service.misbehave({ on: 'parse', how: 'late', delayMs: 3_600_000 });
      const leaving = new AbortController();
      const sending = lose(leaving.signal);
      await until(() => service.requests[0]?.billed === 1);
      leaving.abort();
      await sending;
      assert.deepEqual(
        (await lost()).map(({ credits, status_code }) => [credits, status_code]),
        [[1, 200]],
      );
    });

    it('does not have it when the connection was dropped before processing', async () => {
      service.misbehave({ on: 'parse', how: 'drop-before' });
      await lose();
      assert.deepEqual(await lost(), []);
    });

    it('does not have it when the client left before processing', async () => {
      service.misbehave({ on: 'parse', delayMs: 1_000, times: 1 });
      const leaving = new AbortController();
      const sending = lose(leaving.signal);
      await until(() => service.requests[0]?.parts !== undefined);
      leaving.abort();
      await sending;
      service.misbehave({ on: 'credits', delayMs: 2_000 });
      await send(service, '/v1/credits'); // answered long after the delay of the upload
      assert.deepEqual(await lost(), []);
    });
  });
});
