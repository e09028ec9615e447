import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { StatementStore } from '../../../src/statements/storage/statementStore.ts';
import { StoreKey } from '../../../src/statements/storage/storeKey.ts';
import type { InventedStatement } from '../../soak/inventStatements.ts';
import { seededRandom } from '../../soak/seededRandom.ts';
import { FileSecrets } from '../statements/storage/fileSecrets.ts';
import { Stage } from '../statements/stage.ts';
import { WindowProcess, bundleWindow } from './windowProcess.ts';

/** `npm run soak` kills more often. */
const KILLS = Number(process.env.CASPARSER_KILLS ?? 12);
const STATEMENTS = 25;
const SEED = 1;
/** Far longer than the service takes, which shares this process. */
const SETTLED_AFTER_MS = 3_000;
/** A batch takes about that long. */
const LATEST_KILL_MS = 600;

describe('batches in windows that are processes of their own', function () {
  let stage: Stage;
  let windows: WindowProcess[];
  let secrets: string;
  let program: string;
  beforeEach(async () => {
    stage = await Stage.open();
    program = await bundleWindow(stage.home);
    secrets = join(stage.home, 'secrets.json');
    windows = [];
  });
  afterEach(async () => {
    await Promise.all(windows.map((window) => window.kill()));
    await stage.close();
  });

  function open(files: readonly string[]): WindowProcess {
    const { origin, key } = stage.service;
    const window = new WindowProcess(program, {
      service: { origin, key },
      folder: stage.storage,
      secrets,
      settledAfterMs: SETTLED_AFTER_MS,
      files,
    });
    windows.push(window);
    return window;
  }

  function keptBy(folder: string): StatementStore {
    const key = new StoreKey(folder, new FileSecrets(secrets), Date.now);
    return new StatementStore(folder, key, Date.now, ({ kind }) => assert.fail(kind));
  }

  /** Every batch is over, and what is noted still is what was paid for and lost. */
  async function assertNothingLeft(lost: number): Promise<void> {
    const { storage } = stage.window({ secrets: new FileSecrets(secrets) });
    assert.deepEqual(await storage.batchJournal.interrupted(), []);
    assert.equal((await storage.sent.all()).length, lost);
  }

  it(`are killed ${KILLS} times, lose nothing and pay for nothing twice (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    stage.service.misbehave({ on: 'parse', delayMs: 40 });
    const statements: InventedStatement[] = [];
    /** How each PDF ended, by its path, as the person was told last. */
    const told = new Map<string, string>();
    /** Not noted by any window yet: whoever chose them has to choose them again. */
    let fresh: string[] = [];
    const hear = (window: WindowProcess) => {
      for (const [what, end = '', file = ''] of window.lines) {
        assert.notEqual(what, 'trouble', end);
        if (what === 'end') told.set(file, end);
      }
      if (window.hasSaid('begun')) fresh = [];
    };

    for (let kills = 0; kills < KILLS;) {
      if (told.size === statements.length && fresh.length === 0) {
        const invented = await stage.invent(STATEMENTS);
        statements.push(...invented);
        fresh = invented.map(({ path }) => path);
      }
      const window = open(fresh);
      // Most kills hit a batch under way, some a window that opens.
      if (random() < 0.85) await window.heard('begun', 'done');
      await wait(random() * LATEST_KILL_MS);
      const isOver = window.hasSaid('done');
      await window.kill();
      hear(window);
      if (!isOver) kills += 1;
    }
    const last = open(fresh);
    await last.end();
    hear(last);

    const ends: Record<string, number> = {};
    const store = keptBy(stage.storage);
    for (const { path, hash, text } of statements) {
      const end = told.get(path) ?? 'nothing';
      ends[end] = (ends[end] ?? 0) + 1;
      assert.equal(stage.paidFor({ hash }), 1, `paid for ${end}`);
      if (end === 'parsed') assert.equal((await store.find(hash))?.text, text);
      else assert.equal(end, 'answerLost');
    }
    assert.equal(stage.paid, statements.length);
    await assertNothingLeft(ends.answerLost ?? 0);
    assert.ok((ends.parsed ?? 0) > 0, JSON.stringify(ends));
    console.log(`      ${statements.length} statements: ${JSON.stringify(ends)}`);
  });

  it('two at the same PDFs pay for each of them once', async () => {
    stage.service.misbehave({ on: 'parse', delayMs: 20 });
    const statements = await stage.invent(STATEMENTS);
    const files = statements.map(({ path }) => path);
    const both = [open(files), open(files.toReversed())];
    for (const window of both) {
      await window.end();
      const ends = window.lines.filter(([what]) => what === 'end');
      assert.deepEqual(new Set(ends.map(([, end]) => end)), new Set(['parsed']));
      assert.equal(ends.length, STATEMENTS);
    }
    for (const statement of statements) assert.equal(stage.paidFor(statement), 1);
  });
});
