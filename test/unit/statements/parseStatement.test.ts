import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isAppError } from '../../../src/service/appError.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import { LARGE_PDF_BYTES } from '../../../src/statements/checkPdf.ts';
import { StoreKey } from '../../../src/statements/storage/storeKey.ts';
import type { Step } from '../../../src/statements/steps.ts';
import { until } from '../../patience.ts';
import { problemOf } from '../http/extensionClient.ts';
import type { InventedStatement } from '../../soak/inventStatements.ts';
import { breakKept } from './storage/breakKept.ts';
import { MemorySecrets } from './memorySecrets.ts';
import { Stage } from './stage.ts';

describe('parsing a statement', function () {
  let stage: Stage;
  let statement: InventedStatement;
  let pdf: Buffer;
  beforeEach(async () => {
    stage = await Stage.open();
    [statement] = (await stage.invent(1)) as [InventedStatement];
    pdf = await readFile(statement.path);
  });
  afterEach(() => stage.close());

  const notes = () => readdir(join(stage.storage, 'sent')).catch(() => []);
  /** Puts a file where a folder is needed: that keeps out even root, whom no permission does. */
  const block = async (...names: string[]) => {
    const path = join(stage.storage, ...names);
    await rm(path, { recursive: true, force: true });
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, '');
  };

  it('answers with the portfolio, for one credit', async () => {
    const parsed = await stage.window().parse(pdf);
    assert.deepEqual(parsed, { text: statement.text, hash: statement.hash, keptAt: undefined });
    assert.equal(stage.paidFor(statement), 1);
    assert.deepEqual(await notes(), []);
  });

  describe('that was parsed before', () => {
    it('sends nothing, in this window and in another one', async () => {
      const window = stage.window();
      await window.parse(pdf);
      for (const one of [window, stage.window()]) {
        const again = await one.parse(pdf);
        assert.equal(again?.text, statement.text);
        assert.ok(again.keptAt);
      }
      assert.equal(stage.service.requests.length, 1);
    });

    it('is sent once more when the person wants it anew, and is free afterwards', async () => {
      const window = stage.window();
      await window.parse(pdf);
      const insteadOf = (await window.parse(pdf))?.keptAt;
      assert.equal((await window.parse(pdf, { payAgain: true, insteadOf }))?.keptAt, undefined);
      assert.ok((await window.parse(pdf))?.keptAt);
      assert.equal(stage.paidFor(statement), 2);
    });

    it('is free for who agreed to pay again for what was lost, and another window has meanwhile', async () => {
      const window = stage.window();
      await window.parse(pdf);
      assert.ok((await window.parse(pdf, { payAgain: true }))?.keptAt);
      assert.equal(stage.paidFor(statement), 1);
    });

    it('is not paid for again without a word when the key to what is kept is out of reach', async () => {
      await stage.window().parse(pdf);
      const get = () => Promise.reject(new Error('the keyring is locked'));
      Object.assign(stage.secrets, { get });
      const { kind, details } = await problemOf(stage.window().parse(pdf));
      assert.deepEqual([kind, details.mayBeBilled], ['keptUnreadable', false]);
      Reflect.deleteProperty(stage.secrets, 'get');
      assert.ok((await stage.window().parse(pdf))?.keptAt);
      assert.equal(stage.uploads.length, 1);
    });

    it('is kept by each browser for itself, and paid for by another one only when the person says so', async () => {
      await stage.window().parse(pdf);
      const other = new MemorySecrets();
      await new StoreKey(stage.storage, other, Date.now).findOrMake();
      const elsewhere = () => stage.window({ secrets: other });
      const { kind, details } = await problemOf(elsewhere().parse(pdf));
      assert.deepEqual([kind, details.mayBeBilled], ['keptElsewhere', false]);
      assert.equal(stage.uploads.length, 1);
      const { troubles } = elsewhere();
      assert.deepEqual(troubles, []);
      assert.equal((await elsewhere().parse(pdf, { payAgain: true }))?.keptAt, undefined);
      assert.ok((await elsewhere().parse(pdf))?.keptAt);
      assert.ok((await stage.window().parse(pdf))?.keptAt);
      assert.equal(stage.paidFor(statement), 2);
    });

    describe('and whose kept file is broken', () => {
      const plainTry = async (window = stage.window()) => (await problemOf(window.parse(pdf))).kind;
      beforeEach(async () => {
        await stage.window().parse(pdf);
        await breakKept(stage.storage, statement.hash);
      });

      it('is not paid for again without a word, however often it is tried', async () => {
        const window = stage.window();
        for (let tries = 1; tries <= 3; tries++)
          assert.equal(await plainTry(window), 'keptUnreadable');
        assert.equal(await plainTry(), 'keptUnreadable');
        assert.equal(stage.uploads.length, 1);
      });

      it('is parsed again when the person agrees to pay for it, and kept as before', async () => {
        await plainTry();
        assert.ok(await stage.window().parse(pdf, { payAgain: true }));
        assert.ok((await stage.window().parse(pdf))?.keptAt);
        assert.equal(stage.paidFor(statement), 2);
      });

      it('is still known to have been paid for when it is refused then', async () => {
        await plainTry();
        stage.service.misbehave({ on: 'parse', times: 1, status: 413, body: '<h1>413</h1>' });
        const { kind } = await problemOf(stage.window().parse(pdf, { payAgain: true }));
        assert.equal(kind, 'payloadTooLarge');
        assert.equal(await plainTry(), 'keptUnreadable');
        assert.equal(stage.paidFor(statement), 1);
      });

      it('is asked about no more after that, also for a person who keeps nothing', async () => {
        await plainTry();
        const mayKeep = () => false;
        assert.ok(await stage.window({ mayKeep }).parse(pdf, { payAgain: true }));
        assert.ok(await stage.window({ mayKeep }).parse(pdf));
        assert.equal(stage.paidFor(statement), 3);
      });
    });
  });

  it('asks nothing and sends nothing for a file that is no PDF', async () => {
    const bad: [AppErrorKind, Uint8Array][] = [
      ['fileEmpty', new Uint8Array()],
      ['fileNotPdf', Buffer.from('plain text /Encrypt 7 0 R')],
      ['fileTooLarge', Buffer.concat([pdf, Buffer.alloc(11 * 1024 * 1024)])],
    ];
    const window = stage.window();
    for (const [kind, bytes] of bad)
      assert.equal((await problemOf(window.parse(bytes))).kind, kind);
    assert.deepEqual(window.asked, []);
    assert.equal(stage.service.requests.length, 0);
  });

  it('warns once of one that some plans refuse for its size', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(LARGE_PDF_BYTES)]);
    const window = stage.window();
    await problemOf(window.parse(large));
    assert.deepEqual(window.warned, [large.length]);
  });

  describe('in the sandbox', () => {
    it('keeps nothing and notes nothing', async () => {
      const parsed = await stage.window().parse(pdf, { sample: true });
      assert.equal(
        (JSON.parse(parsed?.text ?? '') as { meta: { cas_type: string } }).meta.cas_type,
        'CDSL',
      );
      assert.deepEqual(await readdir(stage.home), ['statements']);
    });

    it('leaves what was parsed for real alone', async () => {
      const window = stage.window();
      await window.parse(pdf);
      const sample = await window.parse(pdf, { sample: true });
      assert.notEqual(sample?.text, statement.text);
      assert.equal((await window.parse(pdf))?.text, statement.text);
      assert.equal(stage.paid, 1);
    });

    it('needs no storage', async () => {
      await block();
      assert.ok(await stage.window().parse(pdf, { sample: true }));
    });
  });

  describe('when the storage fails', () => {
    for (const folder of ['', 'locks'])
      it(`sends nothing that could not be noted: ${folder || 'all of it'}`, async () => {
        await block(folder);
        const { kind, details } = await problemOf(stage.window().parse(pdf));
        assert.deepEqual([kind, details.mayBeBilled], ['journalNotWritten', false]);
        assert.equal(stage.service.requests.length, 0);
      });

    it('sends nothing that could not be noted, even when the person agrees to pay again', async () => {
      await block('sent');
      const { kind } = await problemOf(stage.window().parse(pdf, { payAgain: true }));
      assert.equal(kind, 'journalNotWritten');
      assert.equal(stage.service.requests.length, 0);
    });

    it('still answers when the portfolio cannot be kept, and finds it again in this window', async () => {
      await block('statements');
      const window = stage.window();
      assert.equal((await window.parse(pdf))?.text, statement.text);
      assert.ok((await window.parse(pdf))?.keptAt);
      assert.equal(stage.uploads.length, 1);
      assert.ok(window.troubles.length > 0);
    });

    it('asks before it pays again in the next window for what could not be kept', async () => {
      await block('statements');
      await stage.window().parse(pdf);
      const { kind, details } = await problemOf(stage.window().parse(pdf));
      assert.deepEqual([kind, details.mayBeBilled], ['answerLost', true]);
      assert.equal(stage.paid, 1);
    });
  });

  it('keeps nothing on disk for a person who does not want it, and is free in the same window', async () => {
    const window = stage.window({ mayKeep: () => false });
    await window.parse(pdf);
    assert.ok((await window.parse(pdf))?.keptAt);
    assert.deepEqual(await readdir(join(stage.storage, 'statements')).catch(() => []), []);
    assert.deepEqual(await notes(), []);
    assert.equal(stage.paid, 1);
  });

  describe('that is cancelled', () => {
    const cancelled = async (when: 'before' | Step['at']) => {
      const cancelling = new AbortController();
      if (when === 'before') cancelling.abort();
      const parsing = stage.window().parse(pdf, {
        signal: cancelling.signal,
        onStep: ({ at }) => {
          if (at === when) cancelling.abort();
        },
      });
      return problemOf(parsing);
    };

    it('before it was sent, costs nothing and leaves nothing', async () => {
      const { kind, details } = await cancelled('before');
      assert.deepEqual([kind, details.mayBeBilled], ['cancelled', false]);
      assert.equal(stage.service.requests.length, 0);
      assert.deepEqual(await notes(), []);
    });

    it('in the last moment before it is sent, is not sent', async () => {
      const { kind, details } = await cancelled('sending');
      assert.deepEqual([kind, details.mayBeBilled], ['cancelled', false]);
      assert.equal(stage.service.requests.length, 0);
      assert.deepEqual(await notes(), []);
    });

    it('while it waits for the service, costs nothing and leaves nothing', async () => {
      stage.service.misbehave({ on: 'parse', status: 429, headers: { 'retry-after': '30' } });
      const { kind, details } = await cancelled('pausing');
      assert.deepEqual([kind, details.mayBeBilled], ['cancelled', false]);
      assert.deepEqual(await notes(), []);
    });

    it('while another window is at it, does not wait', async () => {
      const answering = Promise.withResolvers();
      stage.service.misbehave({ on: 'parse', until: answering.promise });
      const first = stage.window().parse(pdf);
      await until(() => stage.uploads.length === 1);
      const { kind, details } = await cancelled('otherWindow');
      answering.resolve(undefined);
      assert.deepEqual([kind, details.mayBeBilled], ['cancelled', false]);
      assert.equal((await first)?.text, statement.text);
    });

    it('after it was sent, may have been paid for, and is looked up the next time', async () => {
      stage.service.misbehave({ on: 'parse', how: 'late', delayMs: 3_600_000, times: 1 });
      const cancelling = new AbortController();
      const window = stage.window();
      const parsing = problemOf(window.parse(pdf, { signal: cancelling.signal }));
      await until(() => stage.paid === 1);
      cancelling.abort();
      const { kind, details } = await parsing;
      assert.deepEqual([kind, details.mayBeBilled], ['cancelled', true]);
      assert.equal((await problemOf(window.parse(pdf))).kind, 'answerLost');
      assert.equal(stage.uploads.length, 1);
    });
  });

  it('is sent by one of two windows only', async () => {
    stage.service.misbehave({ on: 'parse', delayMs: 200 });
    const steps: string[] = [];
    const [first, second] = await Promise.all([
      stage.window().parse(pdf),
      stage.window().parse(pdf, { onStep: ({ at }) => steps.push(at) }),
    ]);
    assert.equal(first?.text, second?.text);
    assert.deepEqual([first?.keptAt, second?.keptAt].filter(Boolean).length, 1);
    assert.equal(stage.uploads.length, 1);
  });

  it('tells failures of the service apart as they are', async () => {
    stage.service.misbehave({ on: 'parse', status: 413, body: '<h1>413</h1>' });
    await assert.rejects(stage.window().parse(pdf), (error) =>
      isAppError(error, 'payloadTooLarge'),
    );
    assert.deepEqual(await notes(), []);
  });
});
