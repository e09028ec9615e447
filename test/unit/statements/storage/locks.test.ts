import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fsp, { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

import { isAppError } from '../../../../src/service/appError.ts';
import { heldByOthers, isLocked, lock } from '../../../../src/statements/storage/lockFile.ts';
import { Locks } from '../../../../src/statements/storage/locks.ts';
import { OtherWindow } from './otherWindow.ts';
import { Room, hashOf } from './room.ts';

const august = hashOf('august');
const july = hashOf('july');
const never = new AbortController().signal;

describe('the locks', function () {
  let room: Room;
  let locks: Locks;
  let folder: string;
  let windows: OtherWindow[];
  beforeEach(async () => {
    room = await Room.make();
    locks = new Locks(room.folder, room.clock);
    folder = room.path('locks');
    windows = [];
  });
  afterEach(async () => {
    for (const window of windows) await window.kill();
    await room.remove();
  });

  function open(task: string, ...rest: string[]): OtherWindow {
    const window = new OtherWindow(task, room.folder, ...rest);
    windows.push(window);
    return window;
  }

  /** Changes what a lock's file says about its holder. */
  const forge = (name: string, change: (holder: object) => object) =>
    room.change(room.path('locks', `${name}.lock`), (bytes) =>
      Buffer.from(JSON.stringify(change(JSON.parse(bytes.toString()) as object))),
    );

  describe('in one window', () => {
    it('let one work on a statement at a time', async () => {
      let working = 0;
      let most = 0;
      let done = 0;
      const work = async () => {
        most = Math.max(most, ++working);
        await new Promise((resolve) => setTimeout(resolve, 5));
        working--;
        done++;
      };
      const another = new Locks(room.folder, room.clock);
      await Promise.all(
        [locks, another, locks, another].map((one) => one.withLock(august, never, work)),
      );
      assert.deepEqual([most, done], [1, 4]);
    });

    it('go to one of many that ask at the same moment, whether free or left by the dead', async () => {
      for (let round = 0; round < 20; round++) {
        const asked = Array.from({ length: 60 }, async (_, at) => {
          for (let turn = 0; turn < at; turn++) await new Promise(setImmediate);
          return lock(folder, august);
        });
        const taken = (await Promise.all(asked)).filter((one) => one !== undefined);
        assert.equal(taken.length, 1);
        await forge(august, (holder) => ({ ...holder, owner: randomUUID() }));
      }
    });

    it('are held by one at a time where a file takes a moment to be gone', async () => {
      const { rm } = fsp;
      // As behind a virus scanner, or in a home folder on the network.
      fsp.rm = async (path, options) => {
        if (String(path).endsWith('.lock')) await new Promise((resolve) => setTimeout(resolve, 25));
        return rm(path, options);
      };
      syncBuiltinESMExports();
      try {
        let holders = 0;
        let most = 0;
        const compete = async () => {
          for (let taken = 0; taken < 8;) {
            const mine = await lock(folder, august);
            if (!mine) {
              await new Promise((resolve) => setTimeout(resolve, 1));
              continue;
            }
            most = Math.max(most, ++holders);
            await new Promise((resolve) => setTimeout(resolve, 1));
            holders--;
            taken++;
            await mine.release();
          }
        };
        await Promise.all(Array.from({ length: 6 }, compete));
        assert.equal(most, 1);
      } finally {
        fsp.rm = rm;
        syncBuiltinESMExports();
      }
    });

    it('let several work on different statements', async () => {
      await locks.withLock(august, never, () =>
        locks.withLock(july, never, () => Promise.resolve()),
      );
    });

    it('give back what the work gives', async () => {
      assert.equal(await locks.withLock(august, never, () => Promise.resolve(7)), 7);
    });

    it('are free again after work that failed, and pass its error on', async () => {
      const failed = new TypeError('a bug');
      await assert.rejects(
        locks.withLock(august, never, () => Promise.reject(failed)),
        failed,
      );
      assert.deepEqual(await room.names('locks'), []);
      await locks.withLock(august, never, () => Promise.resolve());
    });

    it('tell once that there is something to wait for, and nothing when there is not', async () => {
      let told = 0;
      const onWait = () => {
        told++;
      };
      await locks.withLock(august, never, () => Promise.resolve(), { onWait });
      assert.equal(told, 0);
      const held = await lock(folder, august);
      const waiting = locks.withLock(august, never, () => Promise.resolve(told), { onWait });
      await new Promise((resolve) => setTimeout(resolve, 600));
      await held?.release();
      assert.equal(await waiting, 1);
    });

    it('do not lock out their own process when one could not be removed', async () => {
      const held = await lock(folder, august);
      const left = await readFile(room.path('locks', `${august}.lock`));
      await held?.release();
      await writeFile(room.path('locks', `${august}.lock`), left);
      assert.ok(await lock(folder, august));
    });

    it('survive that everything is deleted under them', async () => {
      const held = await lock(folder, august);
      await room.remove();
      await held?.release();
      assert.ok(await lock(folder, august));
    });
  });

  describe('end the waiting when it is cancelled', () => {
    const cancelled = (error: unknown) =>
      isAppError(error, 'cancelled') && error.details.mayBeBilled === false;
    const work = () => Promise.reject(new Error('must not be done'));

    it('before it began, even where the lock is free', async () => {
      await assert.rejects(locks.withLock(august, AbortSignal.abort(), work), cancelled);
      assert.deepEqual(await room.names('locks'), []);
    });

    it('while it goes on', async () => {
      const held = await lock(folder, august);
      const stop = new AbortController();
      const onWait = () => setTimeout(() => stop.abort(), 20);
      await assert.rejects(locks.withLock(august, stop.signal, work, { onWait }), cancelled);
      await held?.release();
      assert.deepEqual(await room.names('locks'), []);
    });

    it('but not the work', async () => {
      const stop = new AbortController();
      const done = await locks.withLock(august, stop.signal, () => {
        stop.abort();
        return Promise.resolve('done');
      });
      assert.equal(done, 'done');
    });
  });

  describe('between windows', () => {
    it('let one work on a statement at a time', async () => {
      const number = room.path('number');
      await mkdir(room.folder, { recursive: true });
      await writeFile(number, '0');
      for (let window = 0; window < 3; window++) open('count', number, '8');
      for (const window of windows) await window.end();
      assert.equal(await readFile(number, 'utf8'), '24');
    });

    it('hold while their window lives, and no longer', async () => {
      const window = open('hold', august);
      await window.hasSaid(1);
      assert.equal(await isLocked(folder, august), true);
      assert.equal(await lock(folder, august), undefined);
      await window.kill();
      assert.equal(await isLocked(folder, august), false);
      const mine = await lock(folder, august);
      assert.ok(mine);
      assert.equal(await isLocked(folder, august), true);
      await mine.release();
      assert.deepEqual(await room.names('locks'), []);
    });

    it('go to the one that waits when a window dies', async () => {
      const window = open('hold', august);
      await window.hasSaid(1);
      let waited = false;
      const onWait = () => {
        waited = true;
        void window.kill();
      };
      await locks.withLock(august, never, () => Promise.resolve(), { onWait });
      assert.ok(waited);
    });

    it('are never held twice, though windows are killed that hold one or take one over', async () => {
      await mkdir(room.folder, { recursive: true });
      const mark = room.path('mark');
      const contenders = Array.from({ length: 4 }, () => open('contend', mark));
      for (let kill = 0; kill < 12; kill++) {
        const at = kill % contenders.length;
        const victim = contenders[at];
        await victim?.hasSaid(2);
        await victim?.kill();
        contenders[at] = open('contend', mark);
      }
      const survivors = contenders.map((window) => window.lines.length);
      for (const [at, window] of contenders.entries())
        await window.hasSaid((survivors[at] ?? 0) + 3);
      const said = windows.flatMap(({ lines }) => lines);
      assert.deepEqual(
        said.filter((line) => line !== 'held'),
        [],
      );
    });
  });

  describe('know a holder that is gone', () => {
    beforeEach(async () => {
      const window = open('hold', august);
      await window.hasSaid(1);
      assert.equal(await isLocked(folder, august), true);
    });

    const assertTaken = async () => {
      assert.equal(await isLocked(folder, august), false);
      assert.ok(await lock(folder, august));
    };

    it('by its number', async () => {
      await forge(august, (holder) => ({ ...holder, start: undefined, pid: 2 ** 22 + 1 }));
      await assertTaken();
    });

    it('whose number another process has now', async function () {
      if (process.platform !== 'linux') this.skip();
      await forge(august, (holder) => ({ ...holder, start: 'another boot 1' }));
      await assertTaken();
    });

    it('whose number this process has now', async () => {
      await forge(august, (holder) => ({ ...holder, start: undefined, pid: process.pid }));
      await assertTaken();
    });

    it('since the computer was started after it', async () => {
      await forge(august, (holder) => ({ ...holder, start: undefined, at: 0 }));
      await assertTaken();
    });

    it('but not one that just does not tell when it started', async () => {
      await forge(august, (holder) => ({ ...holder, start: undefined }));
      assert.equal(await isLocked(folder, august), true);
      assert.equal(await lock(folder, august), undefined);
    });

    for (const [whose, forged] of Object.entries({
      'another machine': { host: 'elsewhere', pid: 2 ** 22 + 1 },
      'another container of this machine': { host: 'elsewhere pid:[1]' },
      'a machine that does not say which': { host: undefined, start: 'another-boot 1' },
    })) {
      it(`on ${whose} only after minutes without a sign of life`, async () => {
        await forge(august, (holder) => ({ ...holder, ...forged }));
        assert.equal(await isLocked(folder, august), true);
        assert.equal(await lock(folder, august), undefined);
        const path = room.path('locks', `${august}.lock`);
        const before = new Date(Date.now() - 11 * 60_000);
        await utimes(path, before, before);
        await assertTaken();
      });
    }

    it('and counts those of others that live', async () => {
      assert.equal(await heldByOthers(folder), 1);
      const own = await lock(folder, july);
      assert.equal(await heldByOthers(folder), 1);
      await own?.release();
      await forge(august, (holder) => ({ ...holder, start: undefined, pid: 2 ** 22 + 1 }));
      assert.equal(await heldByOthers(folder), 0);
    });

    for (const text of ['', '{}', '{"id":"../../etc/passwd","pid":1}']) {
      it(`by a lock that says ${text || 'nothing'} for longer than writing it takes`, async () => {
        const path = room.path('locks', `${august}.lock`);
        await writeFile(path, text);
        assert.equal(await lock(folder, august), undefined);
        const before = new Date(Date.now() - 11_000);
        await utimes(path, before, before);
        await assertTaken();
      });
    }
  });

  it('are taken over from one that died while it took over', async () => {
    const first = open('hold', august);
    await first.hasSaid(1);
    const dead = JSON.parse(await readFile(room.path('locks', `${august}.lock`), 'utf8')) as {
      id: string;
    };
    await first.kill();
    const second = open('hold', dead.id);
    await second.hasSaid(1);
    assert.equal(await lock(folder, august), undefined);
    await second.kill();
    assert.ok(await lock(folder, august));
  });

  it('say that nothing may be sent where the disk does not take them', async () => {
    await room.blockFolder('locks');
    await assert.rejects(
      locks.withLock(august, never, () => Promise.resolve()),
      (error) => isAppError(error, 'journalNotWritten') && error.details.mayBeBilled === false,
    );
  });

  it('do not turn an error of the work into one of the disk', async () => {
    const failed = Object.assign(new Error(), { code: 'ENOSPC' });
    await assert.rejects(
      locks.withLock(august, never, () => Promise.reject(failed)),
      failed,
    );
  });

  it('remove what died while it was written, an hour later', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(room.path('locks', 'old.tmp'), '');
    room.now = Date.now() + 61 * 60_000;
    await locks.withLock(august, never, () => Promise.resolve());
    assert.deepEqual(await room.names('locks'), []);
  });
});
