import assert from 'node:assert/strict';
import type { Worker } from 'node:worker_threads';
import { LocalParseError } from '../../../src/local/localParseError.ts';
import { parseLocally } from '../../../src/local/parseLocally.ts';
import type { LocalPreview } from '../../../src/local/preview.ts';
import { readStatement } from '../../../src/local/readStatement.ts';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { statementKinds } from '../../fixtures/statementsGenerator/kinds.ts';

function isLocal(code: string): (error: unknown) => boolean {
  return (error) => error instanceof LocalParseError && error.code === code;
}

/** Runs `work` and gives the workers that it started, running or not. */
async function workersOf(
  work: () => Promise<unknown>,
  onStart: (worker: Worker, index: number) => void = () => undefined,
): Promise<Worker[]> {
  const workers: Worker[] = [];
  const note = (worker: Worker): void => onStart(worker, workers.push(worker) - 1);
  process.on('worker', note);
  try {
    await work();
    return workers;
  } finally {
    process.off('worker', note);
  }
}

/** Resolves when a worker's thread is gone. */
async function end(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return;
  await new Promise<void>((resolve) => worker.once('exit', () => resolve()));
}

describe('Reading in several workers', () => {
  for (const kind of statementKinds)
    it(`gives the same answer for ${kind}, however many there are`, async () => {
      const { pdf, password } = generateStatement(kind, 11, { pages: 9 });
      const alone = await readStatement(pdf, password);
      for (const helpers of [0, 1, 3]) {
        const pages: number[] = [];
        const onProgress = (page: number): void => void pages.push(page);
        const workers = await workersOf(async () => {
          const together = await parseLocally(pdf, { password, helpers, onProgress });
          assert.deepEqual(together, alone);
        });
        assert.equal(workers.length, helpers + 1);
        assert.deepEqual(
          pages,
          [...pages.keys()].map((index) => index + 1),
          'counts pages up',
        );
        await Promise.all(workers.map(end));
      }
    });

  for (const kind of statementKinds)
    it(`tells what the first pages of ${kind} say before the rest is read`, async () => {
      const { pdf, password } = generateStatement(kind, 5, { pages: 12 });
      const happened: (LocalPreview | number)[] = [];
      const { text } = await parseLocally(pdf, {
        password,
        helpers: 0,
        onProgress: (page, of) => happened.push(of - page),
        onPreview: (preview) => happened.push(preview),
      });
      const at = happened.findIndex((each) => typeof each !== 'number');
      const preview = happened[at];
      assert.ok(typeof preview === 'object' && at < happened.length - 1, 'before the last page');
      assert.equal(happened.filter((each) => typeof each !== 'number').length, 1);
      const { meta, investor, demat_accounts, mutual_funds, x_casparser } = JSON.parse(text) as {
        meta: { statement_period: unknown };
        investor: { name: string | null };
        demat_accounts: readonly { dp_name: string | null }[];
        mutual_funds: readonly { amc: string | null }[];
        x_casparser: { statement: string };
      };
      assert.equal(preview.kind, x_casparser.statement);
      assert.equal(preview.investor, investor.name);
      assert.deepEqual(preview.period, meta.statement_period);
      const listed = preview.accounts.map(({ name }) => name);
      for (const { dp_name } of demat_accounts) assert.ok(listed.includes(dp_name));
      for (const { amc } of kind === 'cams-detailed' ? mutual_funds : [])
        assert.ok(listed.includes(amc));
    });

  it('leaves no worker when it is cancelled', async () => {
    const { pdf, password } = generateStatement('cams-detailed', 1, { pages: 40 });
    const cancel = new AbortController();
    const workers = await workersOf(async () => {
      const onProgress = (): void => cancel.abort();
      const parse = parseLocally(pdf, { password, helpers: 3, signal: cancel.signal, onProgress });
      await assert.rejects(parse, isLocal('cancelled'));
    });
    assert.equal(workers.length, 4);
    await Promise.all(workers.map(end));
  });

  it('fails as a whole when one of them dies, and the others end', async () => {
    const { pdf, password } = generateStatement('cams-detailed', 1, { pages: 40 });
    for (const which of [0, 2]) {
      const workers = await workersOf(
        () => assert.rejects(parseLocally(pdf, { password, helpers: 2 }), isLocal('crashed')),
        (worker, index) => {
          if (index === which) void worker.terminate();
        },
      );
      assert.equal(workers.length, 3);
      await Promise.all(workers.map(end));
    }
  });

  it('says what is wrong with a PDF as one worker does', async () => {
    const { pdf } = generateStatement('nsdl', 3, { pages: 9 });
    await assert.rejects(parseLocally(pdf, { helpers: 2 }), isLocal('password-needed'));
    await assert.rejects(
      parseLocally(pdf, { helpers: 2, password: 'wrong' }),
      isLocal('password-wrong'),
    );
  });
});
