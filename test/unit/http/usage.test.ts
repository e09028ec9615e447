import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { fetchUsage, fetchUsageSummary } from '../../../src/service/usage.ts';
import { MOST_LISTED } from '../../../src/usage/report.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { sampleStatement, statementFolder } from '../service/sampleFiles.ts';
import { clientOf, never, parse, problemOf, sendsAs } from './extensionClient.ts';
import { QuickTiming } from './fakeTiming.ts';

const from = Date.UTC(2026, 8, 1);

describe('the usage', () => {
  let service: CasParserService;
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2026, 8, 12, 6, 30, 15, 250);
    service = await startCasParserService({ now: () => now, statements: statementFolder });
  });
  afterEach(() => service.close());

  const client = () => clientOf(service, undefined, new QuickTiming());
  const usage = async (ask: Partial<Parameters<typeof fetchUsage>[2]> = {}) => {
    const { call, credential } = client();
    const wanted = { from, limit: MOST_LISTED, ...ask };
    const { requests, sent } = await fetchUsage(call, credential, wanted, never());
    return { requests, sent };
  };
  const summary = (to?: number) => {
    const { call, credential } = client();
    return fetchUsageSummary(call, credential, { from, to }, never());
  };
  async function parseTwice() {
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    const pdf = await readFile(path);
    await parse(client(), { pdf, password: password ?? undefined, sends: sendsAs('req_First') });
    await problemOf(parse(client(), { pdf, password: 'wrong', sends: sendsAs('req_Second') }));
  }

  it('is the log of requests, newest first', async () => {
    await parseTwice();
    const entry = {
      feature: 'smart_parser',
      path: '/v4/smart/parse',
      at: Date.UTC(2026, 8, 12, 6, 30, 15),
    };
    assert.deepEqual((await usage()).requests, [
      { ...entry, requestId: 'req_Second', status: 400, credits: 0 },
      { ...entry, requestId: 'req_First', status: 200, credits: 1 },
    ]);
  });

  it('is asked for by period and number', async () => {
    const start = now;
    await parseTwice();
    now += 60_000;
    await parseTwice();
    const within = await usage({ from: start - 1, to: start + 1 });
    assert.equal(within.requests.length, 2);
    assert.equal((await usage({ limit: 1 })).requests.length, 1);
    assert.equal((await usage({ from: now + 1 })).requests.length, 0);
  });

  it('is summed by feature', async () => {
    await parseTwice();
    assert.deepEqual(await summary(), {
      totalCredits: 1,
      totalRequests: 2,
      byFeature: [{ feature: 'smart_parser', credits: 1, requests: 2 }],
    });
    assert.equal((await summary(from + 1)).totalRequests, 0);
  });

  it('leaves out what makes no sense and takes the rest, with what it does not say unsaid', async () => {
    const unsaid = { feature: undefined, path: undefined, status: undefined, credits: undefined };
    service.misbehave({
      on: 'usage',
      body: {
        logs: [
          null,
          'x',
          { request_id: 7, credits: 1 },
          { request_id: 'req_a', status_code: '200', credits: '1', timestamp: 'yesterday' },
          { request_id: 'req_b', credits: 0.25, feature: null, timestamp: '2026-09-12T06:30:15' },
          { request_id: 'req_c', timestamp: '2026-09-12 12:00:15.5+05:30' },
        ],
      },
    });
    const at = Date.UTC(2026, 8, 12, 6, 30, 15);
    assert.deepEqual(await usage(), {
      requests: [
        { ...unsaid, requestId: 'req_a', at: undefined },
        { ...unsaid, requestId: 'req_b', credits: 0.25, at },
        { ...unsaid, requestId: 'req_c', at: at + 500 },
      ],
      sent: 6,
    });

    service.behave();
    const by_feature = [{ feature: 'a', credits: 0.5, requests: 2 }, { feature: 'b' }, null];
    const told = { total_credits: 0.5, total_requests: 3, by_feature };
    service.misbehave({ on: 'usage', body: { summary: told } });
    assert.deepEqual(await summary(), {
      totalCredits: 0.5,
      totalRequests: 3,
      byFeature: [{ feature: 'a', credits: 0.5, requests: 2 }],
    });
  });

  for (const body of [{}, { logs: {} }, { summary: { total_credits: '1' } }, []]) {
    it(`is unknown rather than empty: ${JSON.stringify(body)}`, async () => {
      service.misbehave({ on: 'usage', body });
      assert.equal((await problemOf(usage())).kind, 'answerUnknown');
      assert.equal((await problemOf(summary())).kind, 'answerUnknown');
    });
  }

  it('of a refused key says so', async () => {
    service.account.revoked = true;
    assert.equal((await problemOf(usage())).kind, 'keyRefused');
    assert.equal((await problemOf(summary())).kind, 'keyRefused');
    assert.equal(service.requests.length, 2);
  });

  it('is asked for again when the service fails for a moment', async () => {
    service.misbehave({ on: 'usage', status: 502, times: 1 });
    service.misbehave({ on: 'usage', how: 'drop-before', times: 1 });
    assert.deepEqual(await usage(), { requests: [], sent: 0 });
    assert.equal(service.requests.length, 3);
  });
});
