import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import type { ParseUpload } from '../../../src/service/parse.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import type { Misbehaviour } from '../../service/misbehaviour.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { until } from '../../patience.ts';
import { sampleStatement, statementFolder } from '../service/sampleFiles.ts';
import { clientOf, parse, problemOf } from './extensionClient.ts';
import { holdTimeouts } from './heldTimeouts.ts';

/** A statement is never sent twice when the first time may have been paid for. */
describe('a parse that may have been billed', () => {
  let service: CasParserService;
  let statement: Partial<ParseUpload>;
  before(async () => {
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    statement = { pdf: await readFile(path), password: password ?? undefined };
  });
  beforeEach(async () => {
    service = await startCasParserService({
      statements: statementFolder,
      credits: { limit: 50, used: 0, resets_at: null },
    });
  });
  afterEach(() => service.close());

  const failures: [string, Omit<Misbehaviour, 'on'>, AppErrorKind, 0 | 1][] = [
    ['HTTP 500', { status: 500 }, 'serviceDown', 0],
    ['HTTP 500 after processing', { status: 500, how: 'late' }, 'serviceDown', 1],
    ['HTTP 502 in HTML', { status: 502, body: '<h1>Bad Gateway</h1>' }, 'serviceDown', 0],
    ['HTTP 503 without Retry-After', { status: 503 }, 'serviceDown', 0],
    // Proxies that lose patience with a service at work say when to come back, too.
    [
      'HTTP 503 with Retry-After in HTML after processing',
      {
        status: 503,
        how: 'late',
        headers: { 'retry-after': '0' },
        body: '<h1>Backend fetch failed</h1>',
      },
      'serviceDown',
      1,
    ],
    ['HTTP 504 after processing', { status: 504, how: 'late' }, 'serviceDown', 1],
    [
      'a Retry-After with HTTP 500',
      { status: 500, headers: { 'retry-after': '0' } },
      'serviceDown',
      0,
    ],
    ['a connection closed before reading', { how: 'drop-before' }, 'connectionLost', 0],
    ['a connection closed after processing', { how: 'drop-after' }, 'connectionLost', 1],
    ['an answer cut off', { how: 'cut-off' }, 'answerCutOff', 1],
    ['no answer', { how: 'hang' }, 'timeout', 0],
    ['an answer after the timeout', { how: 'late', delayMs: 3_600_000 }, 'timeout', 1],
  ];
  for (const [what, rule, kind, billed] of failures) {
    it(`is sent once and said to be possibly billed: ${what}`, async () => {
      service.misbehave({ on: 'parse', ...rule });
      const timeouts = holdTimeouts();
      const failing = problemOf(parse(clientOf(service), statement));
      if (kind === 'timeout') {
        await until(() => service.requests[0]?.parts !== undefined);
        await until(() => service.account.used === billed);
        timeouts.pass();
      }
      const problem = await failing.finally(() => timeouts.restore());
      assert.equal(problem.kind, kind);
      assert.equal(problem.details.mayBeBilled, true);
      assert.equal(service.requests.length, 1);
      assert.equal(problem.details.requestId, service.requests[0]?.headers['x-request-id']);
      await until(() => service.account.used === billed);
    });
  }

  it('is not sent again by the transport either, when a second statement follows a lost one', async () => {
    const client = clientOf(service);
    await parse(client, statement);
    service.misbehave({ on: 'parse', how: 'drop-after', times: 1 });
    assert.equal((await problemOf(parse(client, statement))).kind, 'connectionLost');
    await parse(client, statement);
    assert.equal(service.requests.length, 3);
    assert.equal(service.account.used, 3);
  });
});
