import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BatchJournal } from '../../../../src/statements/storage/batchJournal.ts';
import { removeEverything } from '../../../../src/statements/storage/removeEverything.ts';
import { SentJournal } from '../../../../src/statements/storage/sentJournal.ts';
import { StatementStore } from '../../../../src/statements/storage/statementStore.ts';
import { Room, hashOf } from './room.ts';
import { withFullDisk } from './fullDisk.ts';

const note = { requestId: 'r', sentAt: 0, origin: 'https://a.test', accountId: 'a' };

describe('forgetting everything', function () {
  let room: Room;
  beforeEach(async () => (room = await Room.make()));
  afterEach(() => room.remove());

  it('leaves nothing of what is kept, and no folder', async () => {
    const { folder, key, clock, onTrouble } = room;
    const store = new StatementStore(folder, key, clock, onTrouble);
    await store.keep(hashOf('august'), { text: '{}' });
    await new SentJournal(folder, clock, onTrouble).wrote(hashOf('july'), note);
    await new BatchJournal(folder, key, clock, onTrouble).begin([]);
    assert.ok((await room.files()).length >= 4);
    assert.deepEqual(await removeEverything(folder), []);
    assert.deepEqual(await readdir(join(folder, '..')), []);
    assert.equal(await store.keep(hashOf('august'), { text: '{}' }), true);
  });

  it('is content with nothing', async () => {
    assert.deepEqual(await removeEverything(room.folder), []);
    assert.deepEqual(await removeEverything(room.path('not', 'there', 'either')), []);
  });

  it('deletes what cannot be read or written', async () => {
    await mkdir(room.path('closed'), { recursive: true });
    await writeFile(room.path('closed', 'file'), '');
    await chmod(room.path('closed', 'file'), 0);
    assert.deepEqual(await removeEverything(room.folder), []);
  });

  it('does not follow links out of the folder', async () => {
    await mkdir(room.folder, { recursive: true });
    const outside = join(room.folder, '..', 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'file'), 'stays');
    await symlink(outside, room.path('link'));
    assert.deepEqual(await removeEverything(room.folder), []);
    assert.equal(await readFile(join(outside, 'file'), 'utf8'), 'stays');
  });

  it('tells what is left', async function () {
    const done = await withFullDisk(room.path('disk'), async () => {
      await writeFile(room.path('file'), '');
      assert.deepEqual(await removeEverything(room.folder), [room.folder, room.path('disk')]);
    });
    if (!done) this.skip();
  });

  it('refuses to delete what is no folder of ours', async () => {
    for (const folder of ['', '.', 'storage', '/']) await assert.rejects(removeEverything(folder));
  });
});
