import assert from 'node:assert/strict';

import type { Misbehaviour } from '../../service/misbehaviour.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { send, upload } from './client.ts';
import { sampleStatement, statementFolder } from './sampleFiles.ts';

describe('stand-in: misbehaviour', () => {
  let service: CasParserService;
  beforeEach(async () => {
    service = await startCasParserService({
      statements: statementFolder,
      credits: { limit: 50, used: 0, resets_at: null },
    });
  });
  afterEach(() => service.close());

  const credits = () => send(service, '/v1/credits', { key: service.key });
  async function parse() {
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    const form = await upload(path, password);
    return send(service, '/v4/smart/parse', { key: service.key, form });
  }
  const last = () => {
    const request = service.requests.at(-1);
    assert.ok(request);
    return request;
  };

  describe('which requests it hits', () => {
    const statuses = async (count: number) => {
      const seen: number[] = [];
      for (let n = 0; n < count; n += 1) seen.push((await credits()).status);
      return seen;
    };

    it('goes on until told to behave', async () => {
      service.misbehave({ on: 'credits', status: 503 });
      assert.deepEqual(await statuses(3), [503, 503, 503]);
      service.behave();
      assert.deepEqual(await statuses(1), [200]);
    });

    it('lets the first through and ends after the number of times asked for', async () => {
      service.misbehave({ on: 'credits', status: 503, after: 1, times: 2 });
      assert.deepEqual(await statuses(4), [200, 503, 503, 200]);
    });

    it('takes rules one after the other', async () => {
      service.misbehave({ on: 'credits', status: 503, times: 1 });
      service.misbehave({ on: 'credits', status: 429, times: 1 });
      assert.deepEqual(await statuses(3), [503, 429, 200]);
    });

    const addresses: [Misbehaviour['on'], string, string][] = [
      ['approval-poll', 'GET', `/v1/agent-auth/token/${'a'.repeat(64)}`],
      ['credits', 'POST', '/v1/credits'],
      ['parse', 'POST', '/v4/smart/parse'],
      ['token', 'POST', '/v1/token'],
      ['verify', 'POST', '/v1/token/verify'],
      ['usage', 'POST', '/v1/usage'],
      ['usage', 'POST', '/v1/usage/summary'],
    ];
    for (const [on, method, path] of addresses) {
      it(`hits ${path.slice(0, 20)} by "${on}" and by "any", and by no other name`, async () => {
        const status = async () => (await send(service, path, { method })).status;
        for (const [other] of addresses) {
          if (other !== on) service.misbehave({ on: other, status: 418 });
        }
        assert.notEqual(await status(), 418);
        service.misbehave({ on, status: 418, times: 1 });
        assert.equal(await status(), 418);
        service.misbehave({ on: 'any', status: 418 });
        assert.equal(await status(), 418);
      });
    }

    it('hits the approval page and unknown addresses by "any"', async () => {
      service.misbehave({ on: 'any', status: 418 });
      const page = `/agent-auth?token=${'a'.repeat(64)}`;
      assert.equal((await send(service, page, { method: 'GET' })).status, 418);
      assert.equal((await send(service, '/nowhere')).status, 418);
    });
  });

  describe('a replaced answer', () => {
    it('sends a body that is not text as JSON, and processes nothing', async () => {
      const body = { status: 'failed', msg: 'No credits remaining', code: 'INSUFFICIENT_CREDITS' };
      service.misbehave({ on: 'parse', status: 402, body });
      const { status, json, headers } = await parse();
      assert.equal(status, 402);
      assert.deepEqual(json, body);
      assert.match(headers.get('x-request-id') ?? '', /^req_/);
      assert.equal(service.account.used, 0);
      assert.equal(last().billed, 0);
      assert.equal(last().parts?.length, 2, 'the upload is recorded all the same');
    });

    it('sends text as it is, called HTML when it looks like it', async () => {
      service.misbehave({ on: 'credits', status: 502, body: '<h1>Bad Gateway</h1>', times: 1 });
      const page = await credits();
      assert.equal(page.text, '<h1>Bad Gateway</h1>');
      assert.match(page.headers.get('content-type') ?? '', /^text\/html/);

      service.misbehave({ on: 'credits', body: '{"used": 1', times: 1 });
      const broken = await credits();
      assert.equal(broken.status, 200);
      assert.equal(broken.text, '{"used": 1');
      assert.equal(broken.headers.get('content-type'), 'application/json');
    });

    it('has a body of its own when only a status is given', async () => {
      service.misbehave({ on: 'credits', status: 503 });
      assert.deepEqual((await credits()).json, { status: 'failed', msg: 'Service Unavailable' });
    });

    it('adds headers to it, or to the real answer', async () => {
      const headers = { 'retry-after': '7', 'content-type': 'text/plain' };
      service.misbehave({ on: 'credits', status: 429, headers, times: 1 });
      const replaced = await credits();
      assert.equal(replaced.headers.get('retry-after'), '7');
      assert.equal(replaced.headers.get('content-type'), 'text/plain');

      service.misbehave({ on: 'credits', headers: { 'x-odd': 'yes' }, times: 1 });
      const real = await credits();
      assert.equal(real.headers.get('x-odd'), 'yes');
      assert.equal((real.json as { limit: number }).limit, 50);
    });
  });
});
