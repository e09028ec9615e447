import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import { StatementStore } from '../../../src/statements/storage/statementStore.ts';
import { KeptInMemory } from '../../../src/tools/keptInMemory.ts';
import { ReadingLimit } from '../../../src/tools/readingLimit.ts';
import { sampleText } from '../portfolio/samples.ts';
import { Room, hashOf } from '../statements/storage/room.ts';

const august = hashOf('august');
const july = hashOf('july');

/** Sleeps until it is woken. */
class Sleeper {
  #wake: (() => void)[] = [];
  readonly sleep = (_milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('cancelled'));
      });
      this.#wake.push(resolve);
    });
  async wakeUp(): Promise<void> {
    for (const wake of this.#wake.splice(0)) wake();
    await Promise.resolve();
  }
}

describe('The kept statements that models ask about', () => {
  let room: Room;
  let store: StatementStore;
  let memory: KeptInMemory;
  let sleeper: Sleeper;
  /** The statements that were decrypted, by their hashes. */
  let opened: string[];

  beforeEach(async () => {
    room = await Room.make();
    store = new StatementStore(room.folder, room.key, room.clock, room.onTrouble);
    sleeper = new Sleeper();
    opened = [];
    const find = (hash: string) => {
      opened.push(hash);
      return store.find(hash);
    };
    memory = new KeptInMemory({ versions: () => store.versions(), find }, sleeper);
    await store.keep(august, { text: sampleText('cdsl') });
    await store.keep(july, { text: sampleText('nsdl') });
  });
  afterEach(() => room.remove());

  const read = async (limit = new ReadingLimit()) =>
    (await memory.read(limit)).map(({ portfolio }) => portfolio.statement.kind).sort();

  it('are decrypted once for all questions of a conversation', async () => {
    assert.deepEqual(await read(), ['CDSL', 'NSDL']);
    assert.deepEqual(await read(), ['CDSL', 'NSDL']);
    assert.deepEqual(opened.toSorted(), [august, july].toSorted());
  });

  it('are decrypted again once they were kept anew, and only those', async () => {
    // Some file systems tell the time of a change in whole seconds.
    for (const name of await room.names('statements'))
      await utimes(room.path('statements', name), 0, 0);
    await read();
    opened = [];
    await store.keep(july, { text: sampleText('cams_kfintech') });
    assert.deepEqual(await read(), ['CAMS_KFINTECH', 'CDSL']);
    assert.deepEqual(opened, [july]);
  });

  it('are forgotten after a time without a question', async () => {
    await read();
    await sleeper.wakeUp();
    opened = [];
    await read();
    assert.equal(opened.length, 2);
  });

  it('are told no more once they are forgotten, and those that are being read are not remembered', async () => {
    const reading = memory.read(new ReadingLimit());
    memory.forget();
    await reading;
    opened = [];
    await read();
    assert.equal(opened.length, 2, 'nothing of it was remembered');
    await store.forgetAll();
    assert.deepEqual(await read(), []);
  });

  it('are told no more while the secrets are locked, and are decrypted again afterwards', async () => {
    await read();
    const unlock = room.lockSecrets();
    assert.deepEqual(await read(), []);
    room.assertTroubles({ kind: 'secretsLocked' });
    unlock();
    opened = [];
    assert.deepEqual(await read(), ['CDSL', 'NSDL']);
    assert.equal(opened.length, 2);
  });

  it('are told no more by who has lost the key', async () => {
    await read();
    await room.key.forget();
    assert.deepEqual(await read(), []);
  });

  it('are left out when they are too large, which is counted and decrypted no second time', async () => {
    const large = JSON.stringify({ meta: {}, padding: ' '.repeat(9 * 1024 * 1024) });
    await store.keep(july, { text: large });
    for (const round of [1, 2]) {
      const limit = new ReadingLimit();
      assert.deepEqual(await read(limit), ['CDSL'], `${round}`);
      assert.equal(limit.leftOut, 1);
    }
    assert.equal(opened.length, 2);
  });
});
