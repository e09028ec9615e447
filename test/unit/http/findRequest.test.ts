import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { type RequestTime, findRequest } from '../../../src/service/findRequest.ts';
import type { ParseUpload } from '../../../src/service/parse.ts';
import { newRequestId } from '../../../src/service/requestId.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { until } from '../../patience.ts';
import { sampleStatement, statementFolder } from '../service/sampleFiles.ts';
import { clientOf, never, parse, problemOf, sendsAs } from './extensionClient.ts';
import { QuickTiming } from './fakeTiming.ts';

describe('a request whose answer was lost', () => {
  let service: CasParserService;
  let now: number;
  let statement: Partial<ParseUpload>;
  let requestId: string;
  before(async () => {
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    statement = { pdf: await readFile(path), password: password ?? undefined };
  });
  beforeEach(async () => {
    now = Date.UTC(2026, 8, 12, 6, 30);
    requestId = newRequestId();
    service = await startCasParserService({ now: () => now, statements: statementFolder });
  });
  afterEach(() => service.close());

  const find = (from = now, client = clientOf(service, undefined, new QuickTiming())) =>
    findRequest(client.call, client.credential, requestId, { from }, never());
  const lose = (request: Partial<ParseUpload> = {}) =>
    problemOf(parse(clientOf(service), { ...statement, sends: sendsAs(requestId), ...request }));

  it('is found as billed when it was processed', async () => {
    service.misbehave({ on: 'parse', how: 'drop-after' });
    const { details } = await lose();
    assert.equal(details.requestId, requestId);
    assert.deepEqual(await find(), { status: 'billed', credits: 1 });
  });

  it('is found as billed when its sender had left meanwhile', async () => {
    service.misbehave({ on: 'parse', how: 'late', delayMs: 3_600_000 });
    const leaving = new AbortController();
    const lost = lose({ signal: leaving.signal });
    await until(() => service.requests[0]?.billed === 1);
    leaving.abort();
    await lost;
    assert.deepEqual(await find(), { status: 'billed', credits: 1 });
  });

  it('is found as free when it was refused', async () => {
    service.misbehave({ on: 'parse', how: 'drop-after' });
    await lose({ password: 'wrong' });
    assert.deepEqual(await find(), { status: 'free', httpStatus: 400, conclusive: true });
  });

  it('is absent when it never got there', async () => {
    service.misbehave({ on: 'parse', how: 'drop-before' });
    await lose();
    const found = await find();
    assert.ok(found.status === 'absent' && found.conclusive);
  });

  it('is found by a computer whose clock runs hours ahead', async () => {
    service.misbehave({ on: 'parse', how: 'drop-after' });
    await lose();
    const fiveAndAHalfHours = 19_800_000;
    assert.equal((await find(now + fiveAndAHalfHours)).status, 'billed');
  });

  const entry = (more: object) => ({
    request_id: requestId,
    timestamp: '2026-09-12T06:30:00Z',
    ...more,
  });
  const logs: [string, object[], object][] = [
    ['a success without credits', [{ status_code: 200 }], { status: 'billed', credits: undefined }],
    [
      'a success that cost nothing',
      [{ status_code: 200, credits: 0 }],
      { status: 'free', httpStatus: 200, conclusive: true },
    ],
    [
      'a failure without credits',
      [{ status_code: 500 }],
      { status: 'free', httpStatus: 500, conclusive: true },
    ],
    [
      'a failure that cost something',
      [{ status_code: 500, credits: 0.5 }],
      { status: 'billed', credits: 0.5 },
    ],
    ['nothing said', [{}], { status: 'billed', credits: undefined }],
    [
      'sent twice, refused and then processed',
      [
        { status_code: 200, credits: 1 },
        { status_code: 429, credits: 0 },
      ],
      { status: 'billed', credits: 1 },
    ],
    [
      'sent twice, processed and then refused',
      [
        { status_code: 429, credits: 0 },
        { status_code: 200, credits: 1 },
      ],
      { status: 'billed', credits: 1 },
    ],
  ];
  for (const [what, entries, found] of logs) {
    it(`counts as ${JSON.stringify(found)}: ${what}`, async () => {
      service.misbehave({ on: 'usage', body: { logs: entries.map(entry) } });
      assert.deepEqual(await find(), found);
    });
  }

  describe('and that the log does not have under its id', () => {
    const another = { request_id: 'req_other', path: '/v4/smart/parse', status_code: 200 };
    const conclusive = async (time: Partial<RequestTime> = {}) => {
      const { call, credential } = clientOf(service, undefined, new QuickTiming());
      const found = await findRequest(call, credential, requestId, { from: now, ...time }, never());
      return found.status === 'absent' && found.conclusive;
    };
    const log = (...logs: object[]) => service.misbehave({ on: 'usage', body: { logs } });
    const at = (milliseconds: number) => new Date(now + milliseconds).toISOString();
    const byService = () => ({ earliest: now, latest: now });

    it('may be in it under one of the service’s own', async () => {
      log({ ...another, credits: 1, timestamp: at(20_000) });
      assert.equal(await conclusive({ byService: byService() }), false);
      assert.equal(await conclusive(), false);
    });

    it('may be in it so beside an entry of its own that cost nothing', async () => {
      const failed = entry({ status_code: 500, credits: 0, timestamp: at(2_000) });
      log({ ...another, credits: 1, timestamp: at(20_000) }, failed);
      assert.deepEqual(await find(), { status: 'free', httpStatus: 500, conclusive: false });
    });

    it('is not what was paid for at another time, free, or sent by another window', async () => {
      const own = { ...another, request_id: newRequestId(), credits: 1, timestamp: at(20_000) };
      log(
        { ...another, credits: 1, timestamp: at(-7_200_000) },
        { ...another, credits: 1, timestamp: at(7_200_000) },
        { ...another, credits: 0, timestamp: at(20_000) },
        own,
      );
      assert.equal(await conclusive({ byService: byService() }), true);
    });

    it('may be under any id where the service does not keep those that it is given', async () => {
      service.misbehave({
        on: 'usage',
        headers: { 'x-request-id': 'req_theirs' },
        body: { logs: [] },
      });
      assert.equal(await conclusive(), false);
    });

    it('is looked for in all the days that this computer’s clock may be wrong by', async () => {
      service.misbehave({ on: 'parse', how: 'drop-after' });
      await lose();
      assert.equal((await find(now + 90 * 86_400_000)).status, 'billed');
    });
  });

  it('is not called absent when an entry of the log cannot be read', async () => {
    service.misbehave({ on: 'usage', body: { logs: [{ request_id: null, credits: 1 }] } });
    assert.equal((await problemOf(find())).kind, 'answerUnknown');
  });

  describe('in a long log', () => {
    /** Entries of others: one a second, the newest first; the oldest is `seconds` before now. */
    const others = (fromSecond: number, toSecond: number) =>
      Array.from({ length: toSecond - fromSecond }, (_none, n) => ({
        request_id: `req_other${fromSecond + n}`,
        status_code: 200,
        credits: 1,
        timestamp: new Date(now - (fromSecond + n) * 1000).toISOString(),
      }));

    it('is looked for page by page, from the last second of the page before', async () => {
      const mine = entry({ status_code: 200, credits: 1 });
      service.misbehave({ on: 'usage', body: { logs: others(0, 500) }, times: 1 });
      service.misbehave({ on: 'usage', body: { logs: others(499, 999) }, times: 1 });
      service.misbehave({ on: 'usage', body: { logs: [...others(998, 1200), mine] } });
      assert.equal((await find()).status, 'billed');
      assert.equal(service.requests.length, 3);
    });

    it('is absent when the last page ends without it', async () => {
      service.misbehave({ on: 'usage', body: { logs: others(0, 500) }, times: 1 });
      service.misbehave({ on: 'usage', body: { logs: others(499, 700) } });
      assert.equal((await find()).status, 'absent');
      assert.equal(service.requests.length, 3, 'both pages, and the days before');
    });

    it('is not called absent when the next page would be the same one', async () => {
      const sameSecond = others(0, 1).flatMap((one) => Array.from({ length: 500 }, () => one));
      service.misbehave({ on: 'usage', body: { logs: sameSecond } });
      assert.equal((await problemOf(find())).kind, 'answerUnknown');
      assert.equal(service.requests.length, 2);
    });

    it('is found beyond the first page of the real log', async () => {
      service.account.requestsPerMinute = 1000;
      now += 50; // within the second that the log shows
      service.misbehave({ on: 'parse', how: 'drop-after', times: 1 });
      await lose();
      const { key, origin } = service;
      for (let n = 0; n < 501; n += 1) {
        now += 100; // ten in the same second
        await fetch(`${origin}/v1/token/verify`, { method: 'POST', headers: { 'x-api-key': key } });
      }
      assert.deepEqual(await find(Date.UTC(2026, 8, 12, 6, 30)), { status: 'billed', credits: 1 });
    });
  });
});
