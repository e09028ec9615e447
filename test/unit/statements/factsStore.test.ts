import assert from 'node:assert/strict';
import { FACTS, FactsStore } from '../../../src/statements/factsStore.ts';
import { MemorySecrets } from './memorySecrets.ts';

const ISIN = 'INF000D01B29';
const OLD = 'casParser.navsOf31Jan2018';
const OTHER = { of: 'kind', isin: ISIN, kind: 'other' } as const;
const LONG = { of: 'anniversary', counts: 'long' } as const;

class Memory {
  readonly kept = new Map<string, unknown>();
  get = (name: string) => this.kept.get(name);
  update = (name: string) => {
    this.kept.delete(name);
    return Promise.resolve();
  };
}

/** Rejects whatever it is asked for while it is locked. */
class LockableSecrets extends MemorySecrets {
  locked = false;

  override get(name: string) {
    return this.locked ? Promise.reject(new Error('locked')) : super.get(name);
  }

  override store(name: string, value: string) {
    return this.locked ? Promise.reject(new Error('locked')) : super.store(name, value);
  }

  override delete(name: string) {
    return this.locked ? Promise.reject(new Error('locked')) : super.delete(name);
  }
}

describe('What only the owner of units knows', () => {
  let secrets: LockableSecrets;
  let memory: Memory;
  const open = () => new FactsStore(secrets, memory);
  beforeEach(() => {
    secrets = new LockableSecrets();
    memory = new Memory();
  });

  it('is there in the next window, and told to the pages as soon as it is said', async () => {
    const store = open();
    const told: unknown[] = [];
    store.onDidChange(({ file }) => told.push(file));
    const kept = store.change(OTHER);
    assert.deepEqual(told, [{ version: 1, schemes: { [ISIN]: { kind: 'other' } } }]);
    await kept;
    assert.deepEqual((await open().load()).file, told[0]);
  });

  it('is in the secret storage only, and gone from it when it is taken back', async () => {
    const store = open();
    await store.change(OTHER);
    assert.deepEqual([...secrets.kept.keys()], [FACTS]);
    await store.change({ ...OTHER, kind: null });
    assert.equal(secrets.kept.size, 0);
  });

  it('keeps what another window said meanwhile', async () => {
    const [one, other] = [open(), open()];
    await Promise.all([one.load(), other.load()]);
    await one.change(OTHER);
    await other.change(LONG);
    await one.changedElsewhere();
    const both = { version: 1, schemes: { [ISIN]: { kind: 'other' } }, anniversary: 'long' };
    assert.deepEqual([one.now.file, other.now.file], [both, both]);
  });

  it('holds until the window is closed while the secret storage is locked, and is kept once it is not', async () => {
    const store = open();
    secrets.locked = true;
    assert.equal((await store.load()).kept, false);
    await store.change(OTHER);
    assert.deepEqual(store.now, {
      file: { version: 1, schemes: { [ISIN]: { kind: 'other' } } },
      kept: false,
    });
    secrets.locked = false;
    await store.change(LONG);
    assert.equal(store.now.kept, true);
    const { file } = await open().load();
    assert.deepEqual([file.schemes?.[ISIN]?.kind, file.anniversary], ['other', 'long']);
  });

  it('is read once the secret storage is unlocked', async () => {
    await open().change(OTHER);
    const store = open();
    secrets.locked = true;
    assert.equal((await store.load()).file.schemes, undefined);
    secrets.locked = false;
    assert.equal((await store.load()).file.schemes?.[ISIN]?.kind, 'other');
    assert.equal(store.now.kept, true);
  });

  it('is not written over where a later version wrote what this one cannot read', async () => {
    const later = JSON.stringify({ version: 2 });
    secrets.kept.set(FACTS, later);
    const store = open();
    await store.change(OTHER);
    assert.equal(secrets.kept.get(FACTS), later);
    assert.equal(store.now.kept, false);
  });

  it('has the NAVs that were typed before it had a place of its own', async () => {
    memory.kept.set(OLD, { [ISIN]: '45.5', INF000D01C10: '0', constructor: 'x' });
    assert.deepEqual((await open().load()).file.schemes, { [ISIN]: { navOf31Jan2018: '45.5' } });
    assert.equal(memory.kept.size, 0);
    assert.deepEqual((await open().load()).file.schemes, { [ISIN]: { navOf31Jan2018: '45.5' } });
  });

  it('has those NAVs while the secret storage is locked, and does not lose them', async () => {
    memory.kept.set(OLD, { [ISIN]: '45.5' });
    secrets.locked = true;
    assert.equal((await open().load()).file.schemes?.[ISIN]?.navOf31Jan2018, '45.5');
    assert.equal(memory.kept.size, 1);
  });

  it('is forgotten with all data, in memory too, and what was on its way with it', async () => {
    memory.kept.set(OLD, { [ISIN]: '45.5' });
    const store = open();
    await store.change(OTHER);
    void store.change(LONG);
    await store.forgetAll();
    assert.deepEqual(store.now, { file: { version: 1 }, kept: true });
    assert.deepEqual([secrets.kept.size, memory.kept.size, await store.isKept()], [0, 0, false]);
  });

  it('says that it could not be forgotten where the secret storage is locked', async () => {
    const store = open();
    await store.change(OTHER);
    secrets.locked = true;
    await assert.rejects(store.forgetAll());
    await assert.rejects(store.isKept());
  });
});
