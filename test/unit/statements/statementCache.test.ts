import assert from 'node:assert/strict';

import { StatementStore } from '../../../src/statements/storage/statementStore.ts';
import {
  type StatementCache,
  createStatementCache,
} from '../../../src/statements/statementCache.ts';
import { breakKept } from './storage/breakKept.ts';
import { Room, hashOf } from './storage/room.ts';

const hash = hashOf('a PDF');
const portfolio = { text: '{"meta":{}}', requestId: 'req_1' };

describe('the shelf of statements', () => {
  let room: Room;
  let store: StatementStore;
  let mayKeep: boolean;
  let shelf: StatementCache;
  beforeEach(async () => {
    room = await Room.make();
    store = new StatementStore(room.folder, room.key, room.clock, room.onTrouble);
    mayKeep = true;
    shelf = createStatementCache(store, room.key, () => mayKeep, room.clock);
  });
  afterEach(() => room.remove());

  it('has nothing at first', async () => {
    assert.equal(await shelf.find(hash), undefined);
    assert.equal(await shelf.has(hash), false);
    assert.equal(await shelf.wasKept(hash), false);
  });

  it('keeps on disk', async () => {
    assert.equal(await shelf.keep(hash, portfolio), true);
    assert.equal((await store.find(hash))?.text, portfolio.text);
    assert.ok(await shelf.has(hash));
  });

  it('keeps in memory only for a person who wants it so, which is as it is to be', async () => {
    mayKeep = false;
    assert.equal(await shelf.keep(hash, portfolio), true);
    assert.equal(await store.has(hash), false);
    const keptAt = new Date(room.now).toISOString();
    assert.deepEqual(await shelf.find(hash), { ...portfolio, keptAt });
    assert.ok(await shelf.has(hash));
    assert.ok(await shelf.wasKept(hash));
  });

  it('keeps in memory what the disk does not take, and says so', async () => {
    await room.blockFolder('statements');
    assert.equal(await shelf.keep(hash, portfolio), false);
    assert.equal((await shelf.find(hash))?.text, portfolio.text);
    assert.ok(room.troubles.length > 0);
  });

  it('forgets what is in memory only when everything is to be forgotten', async () => {
    mayKeep = false;
    await shelf.keep(hash, portfolio);
    assert.equal((await shelf.find(hash))?.text, portfolio.text);
    shelf.forgetMemory();
    assert.equal(await shelf.find(hash), undefined);
    assert.deepEqual([await shelf.has(hash), await shelf.wasKept(hash)], [false, false]);
  });

  describe('where something broken was moved aside', () => {
    beforeEach(async () => {
      await shelf.keep(hash, portfolio);
      await breakKept(room.folder, hash);
      assert.equal(await shelf.find(hash), undefined);
    });
    const aside = () => room.names('set-aside');

    it('knows that it was kept', async () => {
      assert.deepEqual([await shelf.has(hash), await shelf.wasKept(hash)], [false, true]);
    });

    for (const onDisk of [true, false])
      it(`forgets that with something new in its place, ${onDisk ? 'on disk' : 'in memory'}`, async () => {
        mayKeep = onDisk;
        assert.equal(await shelf.keep(hash, portfolio), true);
        assert.deepEqual(await aside(), []);
      });

    it('does not forget that while the disk takes nothing new', async () => {
      await room.blockFolder('statements');
      assert.equal(await shelf.keep(hash, portfolio), false);
      assert.equal((await aside()).length, 1);
    });
  });

  it('shows what was kept last, wherever it is', async () => {
    const newer = { ...portfolio, text: '{"meta":{"newer":true}}' };
    mayKeep = false;
    await shelf.keep(hash, portfolio);
    mayKeep = true;
    await shelf.keep(hash, newer);
    assert.equal((await shelf.find(hash))?.text, newer.text);
    mayKeep = false;
    await shelf.keep(hash, portfolio);
    assert.equal((await shelf.find(hash))?.text, portfolio.text);
  });

  it('makes its key before anything is paid for, and never fails at that', async () => {
    room.lockSecrets();
    await shelf.prepare();
    assert.equal(room.secrets.kept.size, 0);
    const unlocked = await Room.make();
    await createStatementCache(store, unlocked.key, () => true, room.clock).prepare();
    assert.equal(unlocked.secrets.kept.size, 1);
    await unlocked.remove();
  });
});
