import assert from 'node:assert/strict';

import { fetchCredits } from '../../../src/service/credits.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { clientOf, never, parse, problemOf } from './extensionClient.ts';

describe('what the log is told of an exchange', () => {
  let service: CasParserService;
  beforeEach(async () => (service = await startCasParserService()));
  afterEach(() => service.close());

  it('is the endpoint, the status and the id of the answer', async () => {
    service.misbehave({
      on: 'parse',
      body: { meta: {} },
      headers: { 'x-request-id': 'req_theirs' },
    });
    const client = clientOf(service);
    await parse(client);
    const [line] = client.log;
    assert.deepEqual(
      { ...line, milliseconds: 0 },
      {
        what: 'POST /v4/smart/parse',
        outcome: 'HTTP 200',
        requestId: 'req_theirs',
        milliseconds: 0,
      },
    );
    assert.ok(Number.isInteger(line?.milliseconds));
  });

  it('is no id that could be a link or a name, nor is anybody told of it', async () => {
    for (const hostile of [
      '[See how to fix it](command:casParser.showLog)',
      'ABCDE1234F of Testina',
    ]) {
      service.misbehave({
        on: 'parse',
        status: 422,
        body: { status: 'failed', msg: 'Unable to detect CAS type' },
        headers: { 'x-request-id': hostile },
      });
      const client = clientOf(service);
      const { details } = await problemOf(parse(client));
      assert.equal(client.log[0]?.requestId, undefined);
      // The id that it was sent with is said instead.
      assert.match(details.requestId ?? '', /^req_vsc[0-9a-f]{24}$/);
    }
  });

  it('is the status of a refusal as well', async () => {
    service.misbehave({ on: 'parse', status: 422 });
    const client = clientOf(service);
    await problemOf(parse(client));
    assert.equal(client.log[0]?.outcome, 'HTTP 422');
  });

  it('is the problem and its code when there is no answer', async () => {
    await service.close();
    const { call, credential, log } = clientOf(service);
    await problemOf(fetchCredits(call, credential, never()));
    const [line] = log;
    assert.equal(line?.what, 'POST /v1/credits');
    assert.equal(line.outcome, 'connectionRefused ECONNREFUSED');
    assert.equal(line.requestId, undefined);
  });

  it('is one line for a request that was sent again', async () => {
    service.misbehave({ on: 'parse', status: 429, headers: { 'retry-after': '0' }, times: 2 });
    service.misbehave({ on: 'parse', body: { meta: {} } });
    const client = clientOf(service);
    await parse(client, { onWait: () => 0 });
    assert.deepEqual(
      client.log.map(({ outcome }) => outcome),
      ['HTTP 200'],
    );
  });
});
