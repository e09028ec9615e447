import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { until } from '../../patience.ts';
import { send, upload } from './client.ts';
import { sampleStatement, statementFolder } from './sampleFiles.ts';

describe('stand-in: delays and broken connections', () => {
  let service: CasParserService;
  beforeEach(async () => {
    service = await startCasParserService({
      statements: statementFolder,
      credits: { limit: 50, used: 0, resets_at: null },
    });
  });
  afterEach(() => service.close());

  async function parse(signal?: AbortSignal) {
    const { path, password } = await sampleStatement('cdsl-ecas.pdf');
    const form = await upload(path, password);
    return send(service, '/v4/smart/parse', { key: service.key, form, ...(signal && { signal }) });
  }
  const last = () => {
    const request = service.requests.at(-1);
    assert.ok(request);
    return request;
  };

  describe('a delay', () => {
    it('comes before the processing', async () => {
      service.misbehave({ on: 'parse', delayMs: 3_600_000 });
      const answer = parse().catch(() => 'never');
      await until(() => service.requests[0]?.parts !== undefined);
      assert.equal(last().billed, 0);
      await service.close();
      assert.equal(await answer, 'never');
      assert.equal(last().answered, 'unanswered');
    });

    it('ends in the real answer', async () => {
      service.misbehave({ on: 'parse', delayMs: 20 });
      assert.equal((await parse()).status, 200);
      assert.equal(last().billed, 1);
    });

    it('costs nothing when the client leaves meanwhile', async () => {
      service.misbehave({ on: 'parse', delayMs: 1_000, times: 1 });
      const leaving = new AbortController();
      const answer = parse(leaving.signal).catch(() => 'never');
      await until(() => service.requests[0]?.parts !== undefined);
      leaving.abort();
      assert.equal(await answer, 'never');

      service.misbehave({ on: 'credits', delayMs: 2_000 });
      await send(service, '/v1/credits'); // answered long after the delay of the upload
      assert.equal(service.requests[0]?.billed, 0);
      assert.equal(service.requests[0].answered, 'unanswered');
      assert.equal(service.account.used, 0);
    });
  });

  describe('a connection that fails', () => {
    it('drop-before: the body is not read and nothing is billed', async () => {
      service.misbehave({ on: 'parse', how: 'drop-before' });
      await assert.rejects(parse());
      assert.equal(last().answered, 'dropped');
      assert.equal(last().bodyBytes, 0);
      assert.equal(last().parts, undefined);
      assert.equal(service.account.used, 0);
    });

    it('drop-after: processed and billed, without an answer', async () => {
      service.misbehave({ on: 'parse', how: 'drop-after' });
      await assert.rejects(parse());
      assert.equal(last().answered, 'dropped');
      assert.equal(last().billed, 1);
      assert.equal(service.account.used, 1);
    });

    it('cut-off: processed and billed, half of the announced body arrives', async () => {
      service.misbehave({ on: 'parse', how: 'cut-off' });
      const { path, answerPath } = await sampleStatement('no-password.pdf');
      const whole = (await readFile(answerPath)).length;
      const asked = request(`${service.origin}/v4/smart/parse`, {
        method: 'POST',
        headers: { 'x-api-key': service.key, 'content-type': 'application/json' },
      });
      asked.end(JSON.stringify({ pdf_file: (await readFile(path)).toString('base64') }));
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      assert.equal(answer.statusCode, 200);
      assert.equal(answer.headers['content-length'], String(whole));

      let arrived = 0;
      answer.on('data', (chunk: Buffer) => (arrived += chunk.length));
      await assert.rejects(once(answer, 'end'), { code: 'ECONNRESET' });
      assert.equal(arrived, Math.floor(whole / 2));
      assert.equal(last().answered, 'cut off');
      assert.equal(last().billed, 1);
    });

    it('hang: neither processed nor answered', async () => {
      service.misbehave({ on: 'parse', how: 'hang' });
      const leaving = new AbortController();
      const answer = parse(leaving.signal).catch(() => 'never');
      await until(() => service.requests[0]?.parts !== undefined);
      leaving.abort();
      assert.equal(await answer, 'never');
      assert.equal(last().answered, 'unanswered');
      assert.equal(last().parts?.length, 2);
      assert.equal(service.account.used, 0);
    });

    it('late: billed at once, answered after the delay', async () => {
      service.misbehave({ on: 'parse', how: 'late', delayMs: 20 });
      assert.equal((await parse()).status, 200);
      assert.equal(last().answered, 200);
    });

    it('late: billed even though the client has left', async () => {
      service.misbehave({ on: 'parse', how: 'late', delayMs: 1_000 });
      const leaving = new AbortController();
      const answer = parse(leaving.signal).catch(() => 'never');
      await until(() => service.requests[0]?.billed === 1);
      leaving.abort();
      assert.equal(await answer, 'never');
      assert.equal(service.account.used, 1);

      service.misbehave({ on: 'credits', delayMs: 2_000 });
      await send(service, '/v1/credits'); // answered long after the late answer was due
      assert.equal(service.requests[0]?.answered, 'unanswered');
    });

    it('still processes and bills when the answer is replaced as well', async () => {
      service.misbehave({ on: 'parse', how: 'late', status: 504, body: '<h1>Timeout</h1>' });
      assert.equal((await parse()).status, 504);
      assert.equal(last().billed, 1);
    });
  });
});
