import assert from 'node:assert/strict';

import { BatchJournal } from '../../../../src/statements/storage/batchJournal.ts';
import { Locks } from '../../../../src/statements/storage/locks.ts';
import { SentJournal } from '../../../../src/statements/storage/sentJournal.ts';
import { StatementStore } from '../../../../src/statements/storage/statementStore.ts';
import { Room, hashOf } from './room.ts';

const uri = 'file:///home/asha/Asha%20Specimen%20ABCDE1234F.pdf';
const text = JSON.stringify({
  investor: { name: 'Asha Specimen', pan: 'ABCDE1234F', email: 'asha@example.com' },
  folio: '1000000/01',
  value: 123456.78,
});
const personal = ['Asha', 'Specimen', 'ABCDE1234F', 'asha', 'example.com', '1000000', '123456.78'];

describe('what is on disk', () => {
  let room: Room;
  beforeEach(async () => (room = await Room.make()));
  afterEach(() => room.remove());

  it('tells nothing about a person, neither in a name nor in a byte', async () => {
    const { folder, key, clock, onTrouble } = room;
    const store = new StatementStore(folder, key, clock, onTrouble);
    const batches = new BatchJournal(folder, key, clock, onTrouble);
    const hash = hashOf(text);
    await store.keep(hash, { text, requestId: 'r' });
    await store.keep(hashOf('damaged'), { text });
    for (const name of await room.names('statements'))
      if (name.startsWith(hashOf('damaged')))
        await room.change(room.path('statements', name), (bytes) => bytes.subarray(0, -1));
    await store.find(hashOf('damaged'));
    room.secrets.kept.clear();
    await store.keep(hash, { text, requestId: 'r' });
    const note = { requestId: 'r', sentAt: 0, origin: 'https://a.test', accountId: 'a' };
    await new SentJournal(folder, clock, onTrouble).wrote(hash, note);
    const id = await batches.begin([{ file: uri, status: 'open' }]);
    await batches.ended(id, uri, 'parsed', hash);
    await new Locks(folder, clock).withLock(hash, new AbortController().signal, async () => {
      const files = await room.files();
      const kinds = ['/statements/', '/set-aside/', '/sent/', '/batches/', '/locks/'];
      for (const kind of kinds) assert.ok(files.some(({ path }) => path.includes(kind)));
      for (const { path, bytes } of files)
        for (const word of personal)
          assert.ok(!path.slice(folder.length).includes(word) && !bytes.includes(word), path);
    });
    assert.deepEqual(JSON.stringify(room.troubles), '[{"kind":"corrupt"}]');
  });
});
