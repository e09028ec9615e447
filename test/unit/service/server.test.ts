import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';

import { startCasParserService } from '../../service/server.ts';
import { until } from '../../patience.ts';
import { send } from './client.ts';
import { newFolder } from './sampleFiles.ts';

const fixture = (name: string) =>
  readFile(new URL(`../../fixtures/tls/${name}`, import.meta.url), 'utf8');

describe('stand-in: server', () => {
  it('listens on loopback only, on the port asked for, and lets it go when closed', async () => {
    const service = await startCasParserService();
    assert.match(service.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
    const port = Number(new URL(service.origin).port);
    await assert.rejects(fetch(`http://127.0.0.2:${port}`), 'not on every address');
    await assert.rejects(startCasParserService({ port }), { code: 'EADDRINUSE' });

    await service.close();
    await assert.rejects(fetch(service.origin));
    const again = await startCasParserService({ port });
    await again.close();
  });

  it('refuses a body over 32 MB in the manner of a web server in front of it', async () => {
    const service = await startCasParserService();
    const json = 'x'.repeat(32 * 1024 * 1024);
    const { status, text } = await send(service, '/v4/smart/parse', { key: service.key, json });
    assert.equal(status, 413);
    assert.match(text, /^<html>/);
    assert.ok((service.requests[0]?.bodyBytes ?? 0) > json.length);
    await service.close();
  });

  it('serves https with the certificate given', async () => {
    const cert = await fixture('cert.pem');
    const service = await startCasParserService({ tls: { cert, key: await fixture('key.pem') } });
    assert.match(service.origin, /^https:/);
    await assert.rejects(fetch(`${service.origin}/v1/credits`), 'not trusted by itself');

    const asked = request(`${service.origin}/v1/credits`, {
      method: 'POST',
      ca: cert,
      agent: false,
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    assert.equal(answer.statusCode, 401);
    await service.close();
  });

  it('runs by itself, says where it is and what its key is, and stops when told to', async () => {
    const main = fileURLToPath(new URL('../../service/main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, '--port', '0', '--statements', newFolder()]);
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await until(() => printed.includes('drop-before'));

    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? '';
    const key = /sk_[0-9a-f]{32}/.exec(printed)?.[0] ?? '';
    const answer = await fetch(`${origin}/v1/credits`, {
      method: 'POST',
      headers: { 'x-api-key': key },
    });
    assert.equal(answer.status, 200);

    child.kill();
    const [code] = (await once(child, 'exit')) as [number | null];
    assert.equal(code, 0);
  });
});
