import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';

import { isAppError } from '../../../../src/service/appError.ts';
import { SentJournal } from '../../../../src/statements/storage/sentJournal.ts';
import { Room, hashOf } from './room.ts';
import { withFullDisk } from './fullDisk.ts';

const august = hashOf('august');
const july = hashOf('july');
const note = {
  requestId: 'req-1',
  sentAt: Date.UTC(2026, 7, 1),
  origin: 'https://api.casparser.in',
  accountId: 'account-1',
};

describe('the journal of what was sent', function () {
  let room: Room;
  let journal: SentJournal;
  beforeEach(async () => {
    room = await Room.make();
    journal = anotherWindow();
  });
  afterEach(() => room.remove());

  const anotherWindow = () => new SentJournal(room.folder, room.clock, room.onTrouble);
  const fileOf = (hash: string) => room.path('sent', `${hash}.req-1.json`);
  const requestIds = async () => (await journal.pending(august)).map(({ requestId }) => requestId);
  const isNotWritten = (code: string | RegExp) => (error: unknown) => {
    assert.ok(isAppError(error, 'journalNotWritten'));
    assert.match(error.details.code ?? '', new RegExp(code));
    return error.details.mayBeBilled === false;
  };

  it('has nothing pending at first', async () => {
    assert.deepEqual(await journal.pending(august), []);
    assert.deepEqual(await journal.all(), []);
    await journal.settled(august);
    await journal.notBilled({ hash: august, requestId: 'req-1' });
    room.assertTroubles();
  });

  it('has what was sent pending, in every window', async () => {
    await journal.wrote(august, note);
    assert.deepEqual(await journal.pending(august), [{ hash: august, ...note }]);
    assert.deepEqual(await anotherWindow().pending(august), [{ hash: august, ...note }]);
    assert.deepEqual(await journal.pending(july), []);
  });

  it('has each request for a PDF pending for itself, the oldest first', async () => {
    await journal.wrote(august, note);
    await journal.wrote(august, { ...note, requestId: 'req-0', sentAt: note.sentAt + 1 });
    assert.deepEqual(await requestIds(), ['req-1', 'req-0']);
    await journal.notBilled({ hash: august, requestId: 'req-0' });
    assert.deepEqual(await requestIds(), ['req-1']);
    await journal.wrote(august, { ...note, requestId: 'req-2' });
    await journal.settled(august);
    assert.deepEqual(await requestIds(), []);
  });

  it('knows the last time that a request was to be sent at', async () => {
    await journal.wrote(august, note);
    const later = { ...note, sentAt: note.sentAt + 60_000 };
    await journal.wrote(august, later);
    assert.deepEqual(await journal.pending(august), [{ hash: august, ...later }]);
  });

  it('has nothing pending that is settled', async () => {
    await journal.wrote(august, note);
    await journal.wrote(july, note);
    await journal.settled(august);
    assert.deepEqual(await anotherWindow().pending(august), []);
    assert.deepEqual(await journal.all(), [{ hash: july, ...note }]);
  });

  it('writes down nothing but what identifies the request', async () => {
    const more = { ...note, file: 'Asha Specimen ABCDE1234F.pdf' };
    await journal.wrote(august, more);
    const files = await room.files();
    assert.deepEqual(
      files.map(({ path, bytes }) => [path, JSON.parse(bytes.toString()) as unknown]),
      [[fileOf(august), { hash: august, ...note }]],
    );
  });

  describe('takes a note for pending that cannot be read', () => {
    const unknown = { hash: august, requestId: undefined, origin: undefined, accountId: undefined };
    beforeEach(() => journal.wrote(august, note));

    async function assertUnknown(): Promise<void> {
      const [pending] = await journal.pending(august);
      assert.ok(pending?.sentAt !== undefined && Math.abs(pending.sentAt - Date.now()) < 60_000);
      assert.deepEqual({ ...pending, sentAt: undefined }, { ...unknown, sentAt: undefined });
      assert.equal((await journal.all()).length, 1);
    }

    for (const text of ['', '{', 'null', '{"requestId":"req-1"}', '{"requestId":7}']) {
      it(`but says ${text || 'nothing'}`, async () => {
        await writeFile(fileOf(august), text);
        await assertUnknown();
      });
    }

    it('cut off anywhere', async () => {
      const whole = JSON.stringify({ hash: august, ...note });
      for (let length = 0; length < whole.length; length += 7) {
        await writeFile(fileOf(august), whole.slice(0, length));
        assert.deepEqual(await requestIds(), [undefined]);
      }
    });

    it('and is about another PDF', async () => {
      await journal.wrote(july, note);
      await rename(fileOf(july), fileOf(august));
      await assertUnknown();
    });

    it('since it cannot even be opened', async () => {
      await rm(fileOf(august));
      await room.blockFolder('sent');
      assert.deepEqual(await journal.pending(august), [{ ...unknown, sentAt: undefined }]);
    });

    it('until it is settled', async () => {
      await writeFile(fileOf(august), '');
      const [pending] = await journal.pending(august);
      assert.ok(pending);
      await journal.notBilled(pending);
      assert.equal((await journal.pending(august)).length, 1);
      await journal.settled(august);
      assert.deepEqual(await journal.pending(august), []);
    });
  });

  describe('where the disk fails', () => {
    it('says that nothing may be sent', async () => {
      await room.blockFolder('sent');
      await assert.rejects(journal.wrote(august, note), isNotWritten(/^(EEXIST|ENOTDIR)$/));
    });

    it('says so when the disk is full, and still knows what was pending', async function () {
      const done = await withFullDisk(room.path('sent'), async (fill) => {
        await journal.wrote(august, note);
        await fill();
        const long = { ...note, accountId: 'a'.repeat(20_000) };
        await assert.rejects(journal.wrote(august, long), isNotWritten('^ENOSPC$'));
        assert.deepEqual(await journal.pending(august), [{ hash: august, ...note }]);
      });
      if (!done) this.skip();
    });

    it('tells when a note cannot be settled, without an error', async () => {
      await room.blockFolder('sent');
      await journal.settled(august);
      assert.deepEqual(await journal.all(), []);
      assert.deepEqual(
        room.troubles.map(({ kind }) => kind),
        ['storageFailed', 'storageFailed'],
      );
    });
  });
});
