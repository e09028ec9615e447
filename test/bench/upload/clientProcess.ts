/**
 * The extension's own client in a process of its own, wired as `src/container.ts` does with VS Code's default settings.
 * It loads undici and sends one small statement, says that it is ready, and on a word sends the one that is measured.
 */
import { readFile } from 'node:fs/promises';
import { serviceClient } from '../../../src/service/client.ts';
import { parseOnService } from '../../../src/service/parse.ts';
import { undiciTransport } from '../../../src/service/undiciTransport.ts';
import type { ClientUpload } from './client.ts';
import { forgetPeak, memoryOf } from './peakMemory.ts';

const [origin = '', key = '', warmUp = '', statement = '', password = ''] = process.argv.slice(2);

const call = serviceClient({
  send: undiciTransport(() => ({
    support: 'override',
    proxy: '',
    noProxy: [],
    strictSsl: true,
    systemCertificates: true,
  })),
  baseUrl: () => new URL(origin),
  onExchange: () => undefined,
});

await parse(await readFile(warmUp));
process.once('message', () => void measure());
process.send?.('ready');

async function measure(): Promise<void> {
  forgetPeak();
  const idle = memoryOf('self');
  const pdf = await readFile(statement);
  const started = performance.now();
  await parse(pdf);
  const milliseconds = performance.now() - started;
  const after = memoryOf('self');
  const memory = idle && after && { idle: idle.resident, peak: after.peak };
  const upload: ClientUpload = { milliseconds, memory };
  process.send?.(upload);
  process.disconnect();
}

function parse(pdf: Uint8Array): Promise<unknown> {
  return parseOnService(call, {
    credential: { key, origin },
    pdf,
    password,
    timeoutSeconds: 60,
    signal: new AbortController().signal,
    onWait: () => undefined,
  });
}
