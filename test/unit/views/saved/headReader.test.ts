import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HeadReader } from '../../../../src/views/saved/headReader.ts';
import { maskedPan } from '../../../../src/views/saved/maskedPan.ts';
import { textToSave } from '../../../../src/portfolio/savedPortfolio.ts';
import { sampleText } from '../../portfolio/samples.ts';

const WORKER = fileURLToPath(new URL('../../../../src/views/saved/headWorker.ts', import.meta.url));

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

describe('The head of a saved portfolio', () => {
  const reader = new HeadReader(WORKER);
  after(() => reader.end());

  it('says whose statement of what and when it is, and whether it is sample data', async () => {
    const text = sampleText('cdsl');
    const head = {
      ok: true,
      investor: { name: 'Sample Investor', pan: 'ABCDE1234F' },
      kind: 'CDSL',
      day: '2026-08-31',
      sample: false,
    };
    assert.deepEqual(await reader.read(bytes(text)), head);
    assert.deepEqual(await reader.read(bytes(textToSave(text, true))), { ...head, sample: true });
  });

  it('is missing, with the reason, where there is no portfolio, or half of one', async () => {
    const text = sampleText('cdsl');
    for (const [content, reason] of [
      ['Dear investor', 'not-json'],
      [text.slice(0, text.length / 2), 'not-json'],
      ['[1, 2]', 'not-a-portfolio'],
      ['['.repeat(200_000), 'not-json'],
    ] as const) {
      const head = await reader.read(bytes(content));
      assert.ok(!head.ok);
      // How deep is too deep depends on the stack.
      if (!content.startsWith('[[')) assert.equal(head.reason, reason);
    }
  });

  it('is missing for a file that ends the thread, and the next one is read all the same', async () => {
    const script = join(mkdtempSync(join(tmpdir(), 'casparser-head-')), 'worker.cjs');
    writeFileSync(
      script,
      `const { parentPort } = require('node:worker_threads');
       parentPort.on('message', (bytes) => {
         if (bytes.length === 0) throw new Error('out of memory');
         parentPort.postMessage({ ok: false, reason: 'not-json' });
       });`,
    );
    const other = new HeadReader(script);
    assert.deepEqual(await other.read(bytes('')), { ok: false, reason: 'too-large' });
    assert.deepEqual(await other.read(bytes('1')), { ok: false, reason: 'not-json' });
    other.end();
  });
});

describe('A PAN in a list', () => {
  it('shows enough to tell investors apart, and never more', () => {
    assert.equal(maskedPan('ABCDE1234F'), 'AB••••••4F');
    assert.equal(maskedPan(' abcde 1234f'), 'AB••••••4F');
    assert.equal(maskedPan('ABCDE12345678'), '••••••••••');
    assert.equal(maskedPan('Sample Investor'), '••••••••••');
  });
});
