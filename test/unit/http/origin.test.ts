import assert from 'node:assert/strict';

import { fetchCredits } from '../../../src/service/credits.ts';
import { isAppError } from '../../../src/service/appError.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { clientOf, never, parse, problemOf } from './extensionClient.ts';

describe('a key', () => {
  let service: CasParserService;
  let other: CasParserService;
  before(async () => {
    service = await startCasParserService();
    other = await startCasParserService();
  });
  after(async () => {
    await service.close();
    await other.close();
  });
  beforeEach(() => {
    for (const one of [service, other]) {
      one.behave();
      one.requests.length = 0;
    }
  });

  const nothingSent = () => assert.equal(service.requests.length + other.requests.length, 0);

  for (const what of ['parse', 'credits'] as const) {
    it(`is not sent to another origin than its own: ${what}`, async () => {
      const { call, log } = clientOf(service);
      const credential = { key: other.key, origin: other.origin };
      await assert.rejects(
        what === 'parse'
          ? parse({ call, log, credential })
          : fetchCredits(call, credential, never()),
        (error) =>
          error instanceof Error && !isAppError(error) && !error.message.includes(other.key),
        'a bug of ours, not a failure that a user could mend',
      );
      nothingSent();
      assert.deepEqual(log, []);
    });
  }

  for (const key of ['sk_“first”', 'sk_fi\nrst', 'sk_first\r', 'sk first', 'sk_é'])
    it(`is not sent, nor is anything else, where no header can hold it: ${JSON.stringify(key)}`, async () => {
      const { call, log, credential } = clientOf(service);
      const { kind, details } = await problemOf(
        parse({ call, log, credential: { ...credential, key } }),
      );
      assert.deepEqual([kind, details.mayBeBilled], ['keyMalformed', false]);
      nothingSent();
    });

  it('is not sent to another port, protocol or name of the same computer', async () => {
    const { port } = new URL(service.origin);
    for (const origin of [
      'http://127.0.0.1',
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      `http://127.0.0.1:${port}/`,
      '',
    ]) {
      const { call, log, credential } = clientOf(service);
      await assert.rejects(parse({ call, log, credential: { ...credential, origin } }));
    }
    nothingSent();
  });

  it('is not sent to a host that stands in the path of the address', async () => {
    const { host } = new URL(other.origin);
    const client = clientOf({ origin: `${service.origin}//${host}`, key: service.key });
    await problemOf(parse(client));
    assert.equal(other.requests.length, 0);
    assert.equal(service.requests[0]?.path, `//${host}/v4/smart/parse`);
  });

  it('is sent below the path of the address', async () => {
    for (const path of ['/casparser', '/casparser/']) {
      service.requests.length = 0;
      await problemOf(parse(clientOf({ origin: service.origin + path, key: service.key })));
      assert.equal(service.requests[0]?.path, '/casparser/v4/smart/parse');
      assert.equal(service.requests[0].headers['x-api-key'], service.key);
    }
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`does not follow a redirect: HTTP ${status}`, async () => {
      const headers = { location: `${other.origin}/v4/smart/parse` };
      service.misbehave({ on: 'parse', status, headers, body: '<h1>Moved</h1>' });
      const { kind, details } = await problemOf(parse(clientOf(service)));
      assert.equal(kind, 'addressMoved');
      assert.deepEqual([details.httpStatus, details.movedTo], [status, other.origin]);
      assert.equal(details.mayBeBilled, false);
      assert.equal(service.requests.length, 1);
      assert.equal(other.requests.length, 0);
    });
  }

  it('does not follow a redirect within its own origin either', async () => {
    service.misbehave({ on: 'credits', status: 308, headers: { location: '/credits' } });
    const { call, credential } = clientOf(service);
    const { kind, details } = await problemOf(fetchCredits(call, credential, never()));
    assert.deepEqual([kind, details.movedTo], ['addressMoved', undefined]);
    assert.equal(service.requests.length, 1);
  });
});
