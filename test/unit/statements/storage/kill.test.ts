import assert from 'node:assert/strict';

import { BatchJournal } from '../../../../src/statements/storage/batchJournal.ts';
import { SentJournal } from '../../../../src/statements/storage/sentJournal.ts';
import { StatementStore } from '../../../../src/statements/storage/statementStore.ts';
import { StoreKey } from '../../../../src/statements/storage/storeKey.ts';
import { FileSecrets } from './fileSecrets.ts';
import { OtherWindow } from './otherWindow.ts';
import { Room } from './room.ts';

const KILLS = 8;

/** A window keeps, sends and works on a batch at the same time, and is killed wherever it happens to be. */
describe('a window that is killed', () => {
  let room: Room;
  let store: StatementStore;
  let sent: SentJournal;
  let batches: BatchJournal;
  beforeEach(async () => {
    room = await Room.make();
    const key = new StoreKey(room.folder, new FileSecrets(`${room.folder}-secrets`), room.clock);
    store = new StatementStore(room.folder, key, room.clock, room.onTrouble);
    sent = new SentJournal(room.folder, room.clock, room.onTrouble);
    batches = new BatchJournal(room.folder, key, room.clock, room.onTrouble);
  });
  afterEach(() => room.remove());

  it(`${KILLS} times leaves all that it said is done, and nothing that is torn`, async () => {
    let done = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const window = new OtherWindow('all', room.folder);
      await window.hasSaid(3 + 5 * kill);
      await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 11));
      assert.deepEqual(await batches.interrupted(), []);
      await window.kill();
      const said = window.lines.map((line) => line.split(' '));
      done += said.length;
      assert.deepEqual(
        said.filter(([what]) => what === 'trouble'),
        [],
      );
      await assertKept(lastOfEach(said, 'kept'));
      await assertNoted(lastOfEach(said, 'wrote'));
      await assertGoesOn(said);
    }
    room.assertTroubles();
    assert.deepEqual(await room.names('set-aside'), []);
    assert.ok(done > 5 * KILLS);
  });

  /** It may have kept the next one, and died before it could say so; the same below. */
  async function assertKept(last: Map<string, number>): Promise<void> {
    for (const [hash, number] of last) {
      const kept = JSON.parse((await store.find(hash))?.text ?? '{}') as Record<string, unknown>;
      assert.ok(kept.number === number || kept.number === number + 3);
      assert.equal(String(kept.filler).length, 266_668);
    }
  }

  async function assertNoted(last: Map<string, number>): Promise<void> {
    for (const [hash, number] of last) {
      const [note, ...others] = await sent.pending(hash);
      assert.ok(note?.sentAt === number || note?.sentAt === number + 20);
      assert.deepEqual(others, []);
    }
    for (const { requestId } of await sent.all()) assert.ok(requestId !== undefined);
  }

  async function assertGoesOn(said: string[][]): Promise<void> {
    const begun = said.find(([what]) => what === 'began')?.[1];
    const ended = said.filter(([what]) => what === 'ended').map(([, , file]) => file);
    const [left, ...others] = await batches.interrupted();
    assert.deepEqual(others, []);
    if (begun !== undefined) assert.equal(left?.id, begun);
    if (!left) return;
    assert.equal(left.entries.length, 500);
    const parsed = left.entries.filter(({ status }) => status === 'parsed');
    assert.deepEqual(
      parsed.slice(0, ended.length).map(({ file }) => file),
      ended,
    );
    assert.ok(parsed.length <= ended.length + 1);
    assert.ok(await batches.take(left.id));
    await batches.close(left.id);
  }
});

/** The last number said about each hash. */
function lastOfEach(said: string[][], sort: string): Map<string, number> {
  const last = new Map<string, number>();
  for (const [what, hash = '', number] of said) if (what === sort) last.set(hash, Number(number));
  return last;
}
