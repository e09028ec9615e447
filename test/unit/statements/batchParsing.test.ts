import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { InventedStatement } from '../../soak/inventStatements.ts';
import { ManualTiming } from '../http/fakeTiming.ts';
import { until } from '../../patience.ts';
import { Stage, passwordOf, pdfOf } from './stage.ts';
import type { TestWindow } from './testWindow.ts';

const pathsOf = (statements: readonly InventedStatement[]) => statements.map(({ path }) => path);

describe('a batch of statements', () => {
  let stage: Stage;
  beforeEach(async () => (stage = await Stage.open()));
  afterEach(() => stage.close());

  /** Every statement was paid for as often as it is to be. */
  function assertPaid(statements: readonly InventedStatement[], times: number): void {
    for (const statement of statements) assert.equal(stage.paidFor(statement), times);
    assert.equal(stage.paid, statements.length * times);
  }

  it('is parsed and kept, and free the next time', async () => {
    const statements = await stage.invent(20);
    const window = stage.window();
    await window.batch.run(pathsOf(statements));
    assert.deepEqual(new Set(window.ends), new Set(['parsed']));
    for (const { hash, text } of statements)
      assert.equal((await window.storage.statements.find(hash))?.text, text);
    const later = stage.window();
    await later.batch.run(pathsOf(statements));
    assert.deepEqual(new Set(later.ends), new Set(['free']));
    assertPaid(statements, 1);
    assert.deepEqual(window.bugs, []);
  });

  it('pays once for a PDF that is in it twice', async () => {
    const [statement] = (await stage.invent(1)) as [InventedStatement];
    const copy = join(stage.home, 'copy.pdf');
    await copyFile(statement.path, copy);
    const window = stage.window();
    await window.batch.run([statement.path, copy]);
    assert.deepEqual(window.ends.sort(), ['free', 'parsed']);
    assertPaid([statement], 1);
  });

  describe('with passwords', () => {
    const right = 'Pass@1234';

    it('of one investor asks once', async () => {
      const statements = await stage.invent(20, right);
      const window = stage.window({ type: () => ({ password: right, remember: true }) });
      await window.batch.run(pathsOf(statements));
      assert.equal(window.asked.length, 1);
      assert.deepEqual(new Set(window.ends), new Set(['parsed']));
      assert.deepEqual(new Set(stage.uploads.map(passwordOf)), new Set([right]));
      for (const { hash } of statements)
        assert.deepEqual(await window.passwords.find(hash), [{ password: right, exact: true }]);
      assertPaid(statements, 1);
    });

    it('of two investors asks twice, and tells nobody that a guess was wrong', async () => {
      const ours = await stage.invent(3, 'ours@1');
      const theirs = await stage.invent(3, 'theirs@1');
      const statements = [...ours, ...theirs];
      const isOurs = (file: string) => ours.some(({ path }) => path === file);
      const type = (_: unknown, file: string) => ({
        password: isOurs(file) ? 'ours@1' : 'theirs@1',
        remember: false,
      });
      const window = stage.window({ type });
      await window.batch.run(pathsOf(statements));
      assert.equal(window.asked.length, 2);
      assert.ok(window.asked.every((question) => question.endsWith(' first')));
      assert.deepEqual(new Set(window.ends), new Set(['parsed']));
      assertPaid(statements, 1);
    });

    it('tries those of the batch without a word, three at most, and then asks', async () => {
      const others = [];
      for (const password of ['a', 'b', 'c', 'd', 'e'])
        others.push(...(await stage.invent(1, password)));
      const [last] = (await stage.invent(1, right)) as [InventedStatement];
      const passwords = new Map(
        others.map(({ path }, at) => [path, ['a', 'b', 'c', 'd', 'e'][at] ?? '']),
      );
      const type = (_: unknown, file: string) => ({
        password: passwords.get(file) ?? right,
        remember: false,
      });
      const window = stage.window({ type });
      for (const { path } of others) await window.batch.run([path]);
      window.asked.length = 0;
      await window.batch.run([last.path]);
      const tried = stage.uploads.filter((upload) => pdfOf(upload) === last.hash).map(passwordOf);
      assert.deepEqual(tried, ['e', 'd', 'c', right]);
      assert.deepEqual(window.asked, [`${last.path.split('/').at(-1)} first`]);
      assert.equal(stage.paidFor(last), 1);
    });

    it('leaves out the ones that the person gives up on', async () => {
      const [locked] = await stage.invent(1, right);
      const [open] = await stage.invent(1);
      const window = stage.window();
      await window.batch.run([locked?.path ?? '', open?.path ?? '']);
      assert.deepEqual(window.ends, ['cancelled', 'parsed']);
      assert.equal(stage.uploads.length, 1);
    });

    it('cancels one that waits for its question, and asks for the next one', async () => {
      const statements = await stage.invent(3, right);
      const [first = '', second = '', third = ''] = pathsOf(statements);
      let giveUp: () => void = () => undefined;
      const type = (_: unknown, file: string) =>
        file === third
          ? { password: right, remember: false }
          : new Promise<undefined>((resolve) => (giveUp = () => resolve(undefined)));
      const window = stage.window({ type });
      const step = (file: string) => {
        const state = window.batch.items.find((item) => item.file === file)?.state;
        return state?.status === 'working' ? state.step?.at : state?.status;
      };
      const runs: Promise<void>[] = [];
      for (const file of [first, second, third]) {
        runs.push(window.batch.run([file]));
        await until(() => step(file) === 'asking');
      }
      window.batch.cancel(second);
      await until(() => step(second) === 'cancelled');
      giveUp();
      await Promise.all(runs);
      assert.deepEqual(window.ends, ['cancelled', 'cancelled', 'parsed']);
      assert.equal(window.asked.length, 2);
    });
  });

  describe('that meets a refusal of the account', () => {
    for (const status of [401, 402, 403])
      it(`HTTP ${status} stops, ends what is under way and goes on later`, async () => {
        const statements = await stage.invent(30);
        stage.service.misbehave({ on: 'parse', times: 4 });
        stage.service.misbehave({ on: 'parse', times: 1, status });
        stage.service.misbehave({ on: 'parse', delayMs: 100 });
        const window = stage.window();
        await window.batch.run(pathsOf(statements));
        const { stopped } = window.batch;
        assert.ok(stopped !== 'cancelled');
        assert.equal(stopped?.details.httpStatus, status);
        const left = window.ends.filter((end) => end === 'waiting').length;
        assert.ok(left > 0 && left < 30);
        assert.deepEqual(new Set(window.ends), new Set(['parsed', 'waiting']));
        assert.equal(stage.uploads.length, 30 - left + 1);
        assert.equal((await window.storage.batchJournal.interrupted()).length, 0);
        await window.batch.retry([]);
        assert.deepEqual(new Set(window.ends), new Set(['parsed']));
        assertPaid(statements, 1);
      });

    it('used-up credits: as many are parsed as there are credits', async () => {
      const statements = await stage.invent(20);
      Object.assign(stage.service.account, { limit: 5, used: 0 });
      const window = stage.window();
      await window.batch.run(pathsOf(statements));
      assert.equal(window.ends.filter((end) => end === 'parsed').length, 5);
      assert.equal(window.ends.filter((end) => end === 'waiting').length, 15);
      stage.service.account.limit = 1_000;
      await window.batch.retry([]);
      assertPaid(statements, 1);
    });
  });

  it('reports each that fails, and tries again just those', async () => {
    const statements = await stage.invent(10);
    stage.service.misbehave({ on: 'parse', times: 3, how: 'drop-before' });
    stage.service.misbehave({ on: 'parse', times: 1, how: 'drop-after' });
    const window = stage.window();
    await window.batch.run(pathsOf(statements));
    const count = (end: string) => window.ends.filter((one) => one === end).length;
    assert.deepEqual(
      [count('parsed'), count('connectionLost'), count('answerLost')],
      [6, 3, 1],
      window.ends.join(),
    );
    const failed = window.batch.items
      .filter(({ state }) => state.status === 'failed')
      .map(({ file }) => file);
    await window.batch.retry(failed);
    assert.deepEqual([count('parsed'), count('answerLost')], [9, 1]);
    assertPaid(statements, 1);
  });

  it('waits while the service rests, and then parses what it has not sent', async () => {
    const statements = await stage.invent(30);
    const timing = new ManualTiming();
    const window = stage.window({ timing, settledAfterMs: 1_000 });
    stage.service.misbehave({ on: 'any', how: 'drop-before' });
    const running = window.batch.run(pathsOf(statements));
    const pausing = () =>
      window.batch.items.filter(
        ({ state }) => state.status === 'working' && state.step?.at === 'pausing',
      ).length;
    await until(() => pausing() > 5 && !window.ends.includes('sending'));
    await timing.advance(14_000);
    const sentBefore = stage.uploads.length;
    assert.ok(sentBefore < 30 && window.batch.stopped === undefined);
    stage.service.behave();
    await passTime(timing, running);
    const failed = window.ends.filter((end) => end === 'connectionLost').length;
    assert.equal(failed, sentBefore);
    assert.equal(window.ends.filter((end) => end === 'parsed').length, 30 - failed);
    await passTime(timing, window.batch.retry(pathsOf(statements)));
    assertPaid(statements, 1);
  });

  /** Lets the time of a batch pass until it ends. */
  async function passTime(timing: ManualTiming, running: Promise<void>) {
    const state = { over: false };
    void running.finally(() => (state.over = true));
    while (!state.over) {
      await timing.advance(500);
      await wait(5);
    }
    await running;
  }

  describe('that is cancelled', () => {
    it('pays for what was sent already and for nothing else, and can say so', async () => {
      const statements = await stage.invent(30);
      stage.service.misbehave({ on: 'parse', how: 'late', delayMs: 3_600_000 });
      const window = stage.window();
      const running = window.batch.run(pathsOf(statements));
      await until(() => stage.paid > 0);
      window.batch.cancel();
      await running;
      assert.deepEqual(new Set(window.ends), new Set(['cancelled']));
      const mayBe = window.batch.items.filter(({ state }) => state.status === 'failed').length;
      assert.ok(mayBe >= stage.paid && mayBe < 30);
      stage.service.behave();
      // What had arrived whole is worked on and paid for.
      await until(() => stage.uploads.every(({ parts, billed }) => !parts || billed > 0));
      await window.batch.retry(pathsOf(statements));
      const count = (end: string) => window.ends.filter((one) => one === end).length;
      assert.equal(count('parsed') + count('answerLost'), 30);
      assertPaid(statements, 1);
    });
  });

  describe('in two windows', () => {
    it('is paid for once', async () => {
      const statements = await stage.invent(20);
      stage.service.misbehave({ on: 'parse', delayMs: 20 });
      const windows: TestWindow[] = [stage.window(), stage.window()];
      const files = pathsOf(statements);
      await Promise.all([windows[0]?.batch.run(files), windows[1]?.batch.run(files.toReversed())]);
      for (const window of windows)
        assert.ok(window.ends.every((end) => end === 'parsed' || end === 'free'));
      assertPaid(statements, 1);
    });
  });
});
