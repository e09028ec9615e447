import assert from 'node:assert/strict';

import { AppError, isAppError } from '../../../src/service/appError.ts';
import { type BatchPlan, planBatch } from '../../../src/statements/plan.ts';
import { sha256 } from '../../../src/statements/sha256.ts';

const pdf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);

describe('the plan of a batch', () => {
  const files: Record<string, Uint8Array | Error> = {
    new: pdf('new'),
    other: pdf('other'),
    'copy of new': pdf('new'),
    kept: pdf('kept'),
    empty: new Uint8Array(),
    text: Buffer.from('no PDF'),
    gone: new AppError('fileMissing'),
  };
  const kept = new Set([sha256(pdf('kept'))]);
  let progress: number[];
  let readFiles: string[];
  beforeEach(() => {
    progress = [];
    readFiles = [];
  });

  function plan(names: string[], signal = new AbortController().signal): Promise<BatchPlan> {
    const read = (file: string) => {
      readFiles.push(file);
      const found = files[file];
      return found instanceof Uint8Array
        ? Promise.resolve(found)
        : Promise.reject(found ?? Error());
    };
    const isKept = (hash: string) => Promise.resolve(kept.has(hash));
    return planBatch(names, read, isKept, (done) => progress.push(done), signal);
  }

  it('tells what costs a credit from what is parsed already and what is there twice', async () => {
    const { toPay, free, unfit } = await plan(['new', 'kept', 'copy of new', 'other']);
    assert.deepEqual(toPay, ['new', 'other']);
    assert.deepEqual(free, ['kept', 'copy of new']);
    assert.deepEqual(unfit, []);
    assert.deepEqual(progress, [1, 2, 3, 4]);
  });

  it('tells what cannot be sent, and why', async () => {
    const { toPay, unfit } = await plan(['empty', 'new', 'text', 'gone']);
    assert.deepEqual(toPay, ['new']);
    assert.deepEqual(
      unfit.map(({ file, problem }) => `${file}: ${problem.kind}`),
      ['empty: fileEmpty', 'text: fileNotPdf', 'gone: fileMissing'],
    );
  });

  it('ends when it is cancelled', async () => {
    const cancelling = new AbortController();
    cancelling.abort();
    await plan(['new'], cancelling.signal);
    assert.deepEqual(readFiles, []);
  });

  it('does not take an error of ours for a bad file', async () => {
    await assert.rejects(plan(['new', 'never heard of']), (error) => !isAppError(error));
  });
});
