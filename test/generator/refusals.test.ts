import assert from 'node:assert/strict';

import { generateRefusal } from '../fixtures/statementsGenerator/refusals/generateRefusal.ts';
import { refusalKinds } from '../fixtures/statementsGenerator/refusals/refusalKinds.ts';
import type { RefusalKind } from '../fixtures/statementsGenerator/refusals/refusalKinds.ts';
import { readPdf } from './readPdf.ts';

describe('statements generator: files to refuse', () => {
  it('are the same for the same seed', () => {
    for (const kind of refusalKinds) {
      assert.deepEqual(generateRefusal(kind, 1), generateRefusal(kind, 1));
    }
  });

  it('say what they are', async () => {
    assert.match(await textOf('mf-central'), /SUMMARY OF HOLDINGS AS ON[^]*LOAD STRUCTURES/);
    assert.match(
      await textOf('dp-transactions'),
      /TRANSACTION STATEMENT[^]*~~~End of Statement~~~/,
    );
    assert.match(await textOf('not-a-statement'), /letter about the weather/);
  });

  it('have no text where they are scans', async () => {
    assert.equal(await textOf('scan'), '');
  });

  it('have lost the watermark where they were printed again', async () => {
    const text = await textOf('reprint');
    assert.match(text, /Consolidated Account Statement/);
    assert.doesNotMatch(text, /CASWS/);
  });

  it('end in the middle where they are truncated', () => {
    const { pdf } = generateRefusal('truncated', 1);
    assert.equal(Buffer.from(pdf.slice(0, 5)).toString(), '%PDF-');
    assert.ok(!Buffer.from(pdf).includes('%%EOF'));
  });
});

async function textOf(kind: RefusalKind): Promise<string> {
  const { pdf, password } = generateRefusal(kind, 1);
  return (await readPdf(pdf, password)).text;
}
