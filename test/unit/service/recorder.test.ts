import assert from 'node:assert/strict';
import { connect } from 'node:net';

import { startCasParserService } from '../../service/server.ts';
import type { CasParserService } from '../../service/server.ts';
import { until } from '../../patience.ts';
import { send, upload } from './client.ts';
import { sampleStatement } from './sampleFiles.ts';

const now = Date.UTC(2026, 8, 12);

describe('stand-in: recorded requests', () => {
  let service: CasParserService;
  beforeEach(async () => {
    service = await startCasParserService({ now: () => now });
  });
  afterEach(() => service.close());

  it('has everything that came, in order', async () => {
    await send(service, '/v1/credits?a=b', { key: service.key });
    await send(service, '/nowhere', { method: 'GET' });
    const [first, second] = service.requests;
    assert.ok(first && second);
    assert.equal(first.headers['x-api-key'], service.key);
    const { at, method, path, bodyBytes, answered, billed } = first;
    assert.deepEqual(
      { at, method, path, bodyBytes, answered, billed },
      { at: now, method: 'POST', path: '/v1/credits?a=b', bodyBytes: 0, answered: 200, billed: 0 },
    );
    assert.equal(second.path, '/nowhere');
    assert.equal(second.answered, 404);
  });

  it('has the parts of an upload: the hash of a file, the text of a field', async () => {
    const { path, sha256 } = await sampleStatement('cdsl-ecas.pdf');
    const form = await upload(path, 'Pass@1234');
    await send(service, '/v4/smart/parse', { key: service.key, form });

    const parts = service.requests[0]?.parts ?? [];
    const { bytes, ...file } = parts[0] ?? {};
    assert.deepEqual(file, {
      name: 'pdf_file',
      filename: 'sample.pdf',
      contentType: 'application/pdf',
      sha256,
    });
    assert.deepEqual(parts[1], { name: 'password', bytes: 9, text: 'Pass@1234' });
    const total = service.requests[0]?.bodyBytes ?? 0;
    assert.ok(bytes !== undefined && total > bytes);
  });

  it('has an upload that the client gave up, with what arrived of it', async () => {
    const socket = connect(Number(new URL(service.origin).port), '127.0.0.1');
    socket.write(
      'POST /v4/smart/parse HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n0123456789',
    );
    await until(() => service.requests[0]?.bodyBytes === 10);
    socket.destroy();
    await send(service, '/v1/credits');
    assert.equal(service.requests[0]?.answered, 'unanswered');
    assert.equal(service.requests[0].bodyBytes, 10);
  });
});
