import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';

import { BatchJournal } from '../../../../src/statements/storage/batchJournal.ts';
import type { BatchEntry } from '../../../../src/statements/storage/batchJournal.ts';
import { Room, hashOf } from './room.ts';

const files = ['file:///home/asha/Asha%20Specimen.pdf', 'file:///home/asha/ABCDE1234F.pdf'];
const [first = '', second = ''] = files;
const open: BatchEntry[] = files.map((file) => ({ file, status: 'open' }));

describe('the journal of batches', () => {
  let room: Room;
  let journal: BatchJournal;
  beforeEach(async () => {
    room = await Room.make();
    journal = anotherWindow();
  });
  afterEach(() => room.remove());

  const anotherWindow = () => new BatchJournal(room.folder, room.key, room.clock, room.onTrouble);
  const fileOf = (id: string) => room.path('batches', `${id}.batch`);

  /** What is left when the window goes away, without a process of its own: another one has its lock's id. */
  async function lose(id: string): Promise<void> {
    await room.change(room.path('locks', `batch-${id}.lock`), (bytes) => {
      const holder = JSON.parse(bytes.toString()) as Record<string, unknown>;
      return Buffer.from(JSON.stringify({ ...holder, owner: randomUUID() }));
    });
  }

  async function begun(): Promise<string> {
    const id = await journal.begin(open);
    await lose(id);
    return id;
  }

  it('has none at first', async () => {
    assert.deepEqual(await journal.interrupted(), []);
    assert.equal(await journal.take(randomUUID()), undefined);
    assert.deepEqual(await room.names('locks'), []);
    room.assertTroubles();
  });

  it('does not call a batch interrupted whose window lives', async () => {
    const id = await journal.begin(open);
    assert.deepEqual(await journal.interrupted(), []);
    assert.deepEqual(await anotherWindow().interrupted(), []);
    assert.equal(await anotherWindow().take(id), undefined);
    assert.equal(await journal.take(id), undefined);
  });

  it('tells of a batch whose window is gone, with how far it was', async () => {
    const id = await journal.begin(open);
    await journal.ended(id, first, 'parsed', hashOf(first));
    await lose(id);
    const entries = [{ file: first, status: 'parsed', hash: hashOf(first) }, open[1]];
    const left = [{ id, startedAt: '2026-08-01T00:00:00.000Z', entries }];
    assert.deepEqual(await anotherWindow().interrupted(), left);
    assert.deepEqual(await anotherWindow().take(id), left[0]);
  });

  it('tells of the oldest first', async () => {
    const ids: string[] = [];
    for (const day of [3, 1, 2]) {
      room.now = Date.UTC(2026, 7, day);
      ids[day] = await begun();
    }
    assert.deepEqual(
      (await journal.interrupted()).map(({ id }) => id),
      ids.slice(1),
    );
  });

  it('forgets a batch that is over', async () => {
    const id = await journal.begin(open);
    await journal.close(id);
    assert.deepEqual([await room.names('batches'), await room.names('locks')], [[], []]);
    assert.equal(await journal.take(id), undefined);
  });

  it('forgets it for good, whatever ends while and after it is closed', async () => {
    const id = await journal.begin(open);
    const ending = [journal.ended(id, first, 'parsed'), journal.ended(id, second, 'failed')];
    await Promise.all([...ending, journal.close(id), journal.ended(id, first, 'failed')]);
    await journal.ended(id, first, 'cancelled');
    assert.deepEqual(await room.names('batches'), []);
  });

  it('notes every end of many at the same time, in fewer writes', async () => {
    const many = Array.from({ length: 300 }, (_, at): BatchEntry => {
      return { file: `file:///${at}`, status: 'open' };
    });
    const id = await journal.begin(many);
    let writes = 0;
    const get = room.secrets.get.bind(room.secrets);
    room.secrets.get = (name) => {
      writes++;
      return get(name);
    };
    await Promise.all(many.map(({ file }) => journal.ended(id, file, 'parsed')));
    assert.ok(writes <= 2);
    await lose(id);
    const [left] = await anotherWindow().interrupted();
    assert.ok(left?.entries.every(({ status }) => status === 'parsed'));
  });

  it('has noted an end when it says so, though a write was under way', async () => {
    const id = await journal.begin(open);
    const earlier = journal.ended(id, first, 'parsed');
    await Promise.resolve();
    await journal.ended(id, second, 'failed');
    await lose(id);
    const [left] = await anotherWindow().interrupted();
    assert.deepEqual(
      left?.entries.map(({ status }) => status),
      ['parsed', 'failed'],
    );
    await earlier;
  });

  it('notes the end of a file that is in the batch twice', async () => {
    const id = await journal.begin([...open, ...open]);
    await journal.ended(id, first, 'parsed');
    await lose(id);
    const [left] = await anotherWindow().interrupted();
    assert.equal(left?.entries.filter(({ status }) => status === 'parsed').length, 2);
  });

  it('does not let its user change what is noted by changing what was given', async () => {
    const entries = structuredClone(open);
    const id = await journal.begin(entries);
    for (const entry of entries) entry.status = 'failed';
    await journal.ended(id, first, 'parsed');
    await lose(id);
    assert.equal((await anotherWindow().take(id))?.entries[1]?.status, 'open');
  });

  it('lets one window go on with a batch, and that one note how', async () => {
    const id = await begun();
    const takers = Array.from({ length: 8 }, anotherWindow);
    const taken = await Promise.all(takers.map((taker) => taker.take(id)));
    assert.equal(taken.filter((batch) => batch !== undefined).length, 1);
    const owner = takers[taken.findIndex((batch) => batch !== undefined)];
    assert.deepEqual(await journal.interrupted(), []);
    await owner?.ended(id, second, 'cancelled');
    await lose(id);
    assert.equal((await journal.take(id))?.entries[1]?.status, 'cancelled');
    await journal.close(id);
    assert.deepEqual(await room.names('batches'), []);
  });

  describe('sets a batch aside that cannot be opened', () => {
    const assertSetAside = async () => {
      assert.deepEqual(await journal.interrupted(), []);
      room.assertTroubles({ kind: 'corrupt' });
      assert.deepEqual(await journal.interrupted(), []);
      room.assertTroubles();
      assert.equal((await room.names('set-aside')).length, 1);
    };

    it('changed', async () => {
      await room.change(fileOf(await begun()), (bytes) => {
        bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
        return bytes;
      });
      await assertSetAside();
    });

    it('cut off', async () => {
      await writeFile(fileOf(await begun()), '');
      await assertSetAside();
    });

    it('of another batch', async () => {
      await rename(fileOf(await begun()), fileOf(randomUUID()));
      await assertSetAside();
    });

    it('and lets nobody take it, nor stay locked', async () => {
      const id = await begun();
      await writeFile(fileOf(id), 'corrupt');
      assert.equal(await journal.take(id), undefined);
      room.assertTroubles({ kind: 'corrupt' });
      assert.deepEqual(await room.names('locks'), []);
    });
  });

  it('leaves what another key has sealed to the browser that has it', async () => {
    const id = await begun();
    const key = room.secrets.kept.get('casParser.storeKey') ?? '';
    room.secrets.kept.set('casParser.storeKey', randomBytes(32).toString('base64'));
    assert.deepEqual(await journal.interrupted(), []);
    assert.equal(await journal.take(id), undefined);
    room.assertTroubles();
    assert.deepEqual(await room.names('set-aside'), []);
    room.secrets.kept.set('casParser.storeKey', key);
    assert.equal((await journal.take(id))?.id, id);
  });

  it('keeps a batch for when SecretStorage is unlocked again', async () => {
    const id = await begun();
    const unlock = room.lockSecrets();
    assert.deepEqual(await journal.interrupted(), []);
    assert.equal(await journal.take(id), undefined);
    room.assertTroubles({ kind: 'secretsLocked' }, { kind: 'secretsLocked' });
    unlock();
    assert.equal((await journal.interrupted())[0]?.id, id);
    assert.equal((await journal.take(id))?.id, id);
  });

  it('lets a batch run that cannot be noted, and says why', async () => {
    const unlock = room.lockSecrets();
    const id = await journal.begin(open);
    assert.deepEqual(
      room.troubles.map(({ kind }) => kind),
      ['secretsLocked'],
    );
    unlock();
    await journal.ended(id, first, 'parsed');
    await lose(id);
    assert.equal((await anotherWindow().take(id))?.entries[0]?.status, 'parsed');
  });

  for (const blocked of ['batches', 'locks']) {
    it(`lets a batch run where the disk takes no ${blocked}, and says why`, async () => {
      await room.blockFolder(blocked);
      const id = await journal.begin(open);
      await journal.ended(id, first, 'parsed');
      await journal.close(id);
      assert.equal(room.troubles[0]?.kind, 'storageFailed');
      room.troubles.length = 0;
      assert.deepEqual(await journal.interrupted(), []);
    });
  }
});
