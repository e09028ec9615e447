import assert from 'node:assert/strict';

import type { RecordedRequest } from '../../service/recorder.ts';
import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { send, upload } from './client.ts';
import { sampleStatement } from './sampleFiles.ts';

describe('stand-in: its own addresses', () => {
  let service: CasParserService;
  beforeEach(async () => {
    service = await startCasParserService();
  });
  afterEach(() => service.close());

  const credits = async () => (await send(service, '/v1/credits', { key: service.key })).status;
  const misbehave = (json: unknown) => send(service, '/stand-in/misbehave', { json });

  it('misbehaves and behaves again', async () => {
    assert.equal((await misbehave({ on: 'any', status: 503 })).status, 200);
    assert.equal(await credits(), 503);
    assert.equal((await send(service, '/stand-in/misbehave', { method: 'DELETE' })).status, 200);
    assert.equal(await credits(), 200);
  });

  it('refuses a rule it does not know, and keeps none of it', async () => {
    for (const rule of [
      {},
      { on: 'everything' },
      { on: 'parse', how: 'slowly' },
      { on: 'parse', delay: 5 },
      { on: 'parse', status: 20 },
    ]) {
      assert.equal((await misbehave(rule)).status, 422);
    }
    assert.equal(await credits(), 200);
  });

  it('lists what came, without keys and passwords', async () => {
    const { path } = await sampleStatement('cdsl-ecas.pdf');
    const form = await upload(path, 'ABCDE1234F');
    await send(service, '/v4/smart/parse', { key: service.key, form });
    const { text, json } = await send(service, '/stand-in/requests', { method: 'GET' });

    assert.ok(!text.includes(service.key));
    assert.ok(!text.includes('ABCDE1234F'));
    const requests = json as RecordedRequest[];
    assert.equal(requests.length, 1, 'its own addresses are not listed');
    assert.equal(requests[0]?.path, '/v4/smart/parse');
    assert.equal(requests[0].headers['x-api-key'], '***');
    assert.equal(requests[0].parts?.[1]?.text, '***');
    assert.equal(service.requests[0]?.parts?.[1]?.text, 'ABCDE1234F', 'kept for tests in process');
  });

  it('refuses anything else', async () => {
    assert.equal((await send(service, '/stand-in/nothing', { method: 'GET' })).status, 404);
  });
});
