import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExportJob } from '../../../../src/views/exports/exportJob.ts';
import { runExport } from '../../../../src/views/exports/runExport.ts';
import { GRANDFATHERED_ISIN, grandfatheredAnswer } from '../../../fixtures/grandfatheredAnswer.ts';
import { sampleText } from '../../portfolio/samples.ts';

const WORKER = fileURLToPath(
  new URL('../../../../src/views/exports/exportWorker.ts', import.meta.url),
);
const never = new AbortController().signal;

function job(source: string | Uint8Array, spec: Partial<ExportJob['spec']> = {}): ExportJob {
  return {
    source,
    spec: { format: 'csv', what: 'holdings', masked: false, ...spec },
    sample: false,
  };
}

/** A thread that does what the script says instead of an export. */
function workerOf(script: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'casparser-worker-')), 'worker.cjs');
  writeFileSync(file, script);
  return file;
}

describe('an export in a thread of its own', () => {
  it('is the file, whether the portfolio is text or bytes', async () => {
    const text = sampleText('nsdl');
    const fromText = await runExport(WORKER, job(text), never);
    const fromBytes = await runExport(WORKER, job(new TextEncoder().encode(text)), never);
    assert.ok(fromText?.ok);
    assert.match(
      new TextDecoder().decode(fromText.bytes),
      /\nfolio,Example Mutual Fund,9000000001/,
    );
    assert.deepEqual(fromBytes, fromText);
  });

  it('can be a workbook', async () => {
    const result = await runExport(WORKER, job(sampleText('nsdl'), { format: 'xlsx' }), never);
    assert.ok(result?.ok);
    assert.equal(new TextDecoder().decode(result.bytes.subarray(0, 2)), 'PK');
  });

  it('takes the NAVs of 31 January 2018 that were typed for a Schedule 112A', async () => {
    const asked = job(grandfatheredAnswer, { format: 'schedule112a', year: '2022-23' });
    const without = await runExport(WORKER, asked, never);
    assert.deepEqual(without, { ok: false, reason: 'incomplete', needNav: 1, others: 0 });
    const facts = {
      version: 1 as const,
      schemes: { [GRANDFATHERED_ISIN]: { navOf31Jan2018: '12.5' } },
    };
    const result = await runExport(WORKER, { ...asked, facts }, never);
    assert.ok(result?.ok);
    const [, line = ''] = new TextDecoder().decode(result.bytes).split('\r\n');
    // max(1000, min(12.5 * 100, 1500)) is allowed of 1500.
    assert.equal(line.split(',').at(-1), '250');
  });

  it('says that a saved portfolio is sample data, because its file does', async () => {
    const text = `{"x_casparser": {"sample": true}, ${sampleText('nsdl').trim().slice(1)}`;
    const result = await runExport(WORKER, job(text, { format: 'ledger' }), never);
    assert.ok(result?.ok);
    assert.match(new TextDecoder().decode(result.bytes), /^; Sample data/);
  });

  for (const [what, text] of [
    ['no JSON', 'PDF'],
    ['JSON that is no portfolio', '[1]'],
  ] as const)
    it(`is refused for ${what}`, async () => {
      assert.deepEqual(await runExport(WORKER, job(text), never), {
        ok: false,
        reason: 'unreadable',
      });
    });

  it('is refused when the portfolio does not have the positions that were shown', async () => {
    const result = await runExport(
      WORKER,
      job('{"nps": []}', { keys: ['nps[0].funds[0]'] }),
      never,
    );
    assert.deepEqual(result, { ok: false, reason: 'changed' });
  });

  it('ends when it is cancelled', async () => {
    const endless = workerOf('for (;;);');
    const cancel = new AbortController();
    const running = runExport(endless, job('{}'), cancel.signal);
    setTimeout(() => cancel.abort(), 50);
    assert.equal(await running, undefined);
    assert.equal(await runExport(endless, job('{}'), AbortSignal.abort()), undefined);
  });

  it('fails when the thread fails, or ends without a word', async () => {
    await assert.rejects(runExport(workerOf('throw new TypeError("no")'), job('{}'), never), {
      name: 'TypeError',
    });
    await assert.rejects(runExport(workerOf('process.exit(0)'), job('{}'), never));
  });
});
