import assert from 'node:assert/strict';

import type { Secrets } from '../../../../src/statements/storage/secrets.ts';
import { StoreKey } from '../../../../src/statements/storage/storeKey.ts';
import { Room } from './room.ts';

const NAME = 'casParser.storeKey';

describe('the key of the store', () => {
  let room: Room;
  beforeEach(async () => (room = await Room.make()));
  afterEach(() => room.remove());

  it('is not made by looking for it', async () => {
    assert.equal(await room.key.find(), 'missing');
    assert.equal(room.secrets.kept.size, 0);
  });

  it('has 256 bits and is in SecretStorage, in base64, under one name', async () => {
    const key = await room.key.findOrMake();
    assert.ok(typeof key !== 'string');
    assert.equal(key.length, 32);
    assert.deepEqual([...room.secrets.kept], [[NAME, key.toString('base64')]]);
  });

  it('is on disk nowhere', async () => {
    const key = await room.key.findOrMake();
    assert.ok(typeof key !== 'string');
    const files = await room.files();
    assert.ok(files.length > 0);
    for (const { bytes } of files)
      assert.ok(!bytes.includes(key) && !bytes.includes(key.toString('base64')));
  });

  it('is made once, however many ask for it at the same time', async () => {
    let stored = 0;
    const store = room.secrets.store.bind(room.secrets);
    room.secrets.store = (...secret) => {
      stored++;
      return store(...secret);
    };
    const keys = await Promise.all(Array.from({ length: 20 }, () => room.key.findOrMake()));
    assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1);
    assert.equal(stored, 1);
    assert.deepEqual(await room.key.findOrMake(), keys[0]);
    assert.deepEqual(await room.key.find(), keys[0]);
    assert.equal(stored, 1);
  });

  it('is another for each person', async () => {
    const first = await room.key.findOrMake();
    room.secrets.kept.clear();
    assert.notDeepEqual(await room.key.findOrMake(), first);
  });

  it('is the same for two windows that make it at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const both = await Room.make();
      const shared = new Map<string, string>();
      const windows = [windowOn(shared), windowOn(shared), windowOn(shared)];
      const keys = await Promise.all(
        windows.map((secrets) => new StoreKey(both.folder, secrets, both.clock).findOrMake()),
      );
      assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1);
      for (const window of windows) await window.settled();
      assert.equal(shared.get(NAME), keys[0]?.toString('base64'));
      await both.remove();
    }
  });

  it('is made anew when the window that was to make it never stored it', async () => {
    const first = new StoreKey(room.folder, deadWindow(), room.clock);
    assert.equal(await first.findOrMake(), 'locked');
    const key = await room.key.findOrMake();
    assert.equal(key.length, 32);
  });

  it('is made anew when what is stored is no key', async () => {
    room.secrets.kept.set(NAME, 'AAAA');
    assert.equal(await room.key.find(), 'missing');
    const key = await room.key.findOrMake();
    assert.equal(room.secrets.kept.get(NAME), key.toString('base64'));
  });

  it('is out of reach while SecretStorage is locked, and the same afterwards', async () => {
    const key = await room.key.findOrMake();
    const unlock = room.lockSecrets();
    assert.equal(await room.key.find(), 'locked');
    assert.equal(await room.key.findOrMake(), 'locked');
    unlock();
    assert.deepEqual(await room.key.findOrMake(), key);
  });

  it('is not made where SecretStorage cannot be read, even if it could be written', async () => {
    room.secrets.get = () => Promise.reject(new Error('locked'));
    assert.equal(await room.key.findOrMake(), 'locked');
    assert.equal(room.secrets.kept.size, 0);
  });

  it('is not made where SecretStorage takes nothing', async () => {
    room.secrets.store = () => Promise.reject(new Error('locked'));
    assert.equal(await room.key.findOrMake(), 'locked');
    Reflect.deleteProperty(room.secrets, 'store');
    assert.notEqual(await room.key.findOrMake(), 'locked');
  });

  it('is forgotten', async () => {
    await room.key.findOrMake();
    await room.key.forget();
    assert.equal(room.secrets.kept.size, 0);
    assert.equal(await room.key.find(), 'missing');
  });
});

/** One window's SecretStorage, which shows its own changes at once and those of others a little later, as VS Code's. */
function windowOn(shared: Map<string, string>): Secrets & { settled(): Promise<void> } {
  const own = new Map<string, string>();
  let last: Promise<void> = Promise.resolve();
  return {
    get: (name) => Promise.resolve(own.get(name) ?? shared.get(name)),
    store: (name, value) => {
      own.set(name, value);
      last = new Promise((resolve) =>
        setTimeout(() => {
          shared.set(name, value);
          own.delete(name);
          resolve();
        }, 400),
      );
      return Promise.resolve();
    },
    delete: () => Promise.resolve(),
    settled: () => last,
  };
}

/** A window that goes away between saying that it makes the key and storing it. */
function deadWindow(): Secrets {
  return {
    get: () => Promise.resolve(undefined),
    store: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
}
