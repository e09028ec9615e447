import assert from 'node:assert/strict';
import { createCipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';

import { markOf } from '../../../../src/statements/storage/sealed.ts';
import { StatementStore } from '../../../../src/statements/storage/statementStore.ts';
import { Room, hashOf } from './room.ts';
import { withFullDisk } from './fullDisk.ts';

const august = hashOf('august');
const july = hashOf('july');
const text = '{"investor":{"name":"Asha Specimen","pan":"ABCDE1234F"},"units":12.3450}';
const requestId = 'req-1';

describe('the store of statements', function () {
  let room: Room;
  let store: StatementStore;
  beforeEach(async () => {
    room = await Room.make();
    store = anotherWindow();
  });
  afterEach(() => room.remove());

  const anotherWindow = () => new StatementStore(room.folder, room.key, room.clock, room.onTrouble);
  const nameOf = (hash: string) => {
    const key = Buffer.from(room.secrets.kept.get('casParser.storeKey') ?? '', 'base64');
    return `${hash}.${markOf(key)}.cas`;
  };
  const fileOf = (hash: string) => room.path('statements', nameOf(hash));

  describe('keeps a statement', () => {
    it('that is found again, to the byte, in any window', async () => {
      assert.equal(await store.keep(august, { text, requestId }), true);
      const found = { text, keptAt: '2026-08-01T00:00:00.000Z', requestId };
      assert.deepEqual(await store.find(august), found);
      assert.deepEqual(await anotherWindow().find(august), found);
      room.assertTroubles();
    });

    it('without a request id, where there was none', async () => {
      await store.keep(august, { text });
      assert.deepEqual(await store.find(august), { text, keptAt: '2026-08-01T00:00:00.000Z' });
    });

    it('of any length and script', async () => {
      for (const odd of ['', '"आशा 💰"', JSON.stringify({ all: 'x'.repeat(5_000_000) })]) {
        await store.keep(august, { text: odd });
        assert.equal((await store.find(august))?.text, odd);
      }
    });

    it('under the hash of its PDF and no other', async () => {
      await store.keep(august, { text });
      assert.equal(await store.find(july), undefined);
      assert.deepEqual([await store.has(august), await store.has(july)], [true, false]);
      assert.deepEqual([await store.wasKept(august), await store.wasKept(july)], [true, false]);
      room.assertTroubles();
    });

    it('in place of the one that was there', async () => {
      await store.keep(august, { text: 'first' });
      await store.keep(august, { text: 'second' });
      assert.equal((await store.find(august))?.text, 'second');
      assert.equal(await store.count(), 1);
    });

    it('as one file that only this person can read, and nothing beside it', async function () {
      if (process.platform === 'win32') this.skip();
      await store.keep(august, { text });
      assert.deepEqual(await room.names('statements'), [nameOf(august)]);
      assert.equal((await stat(fileOf(august))).mode & 0o777, 0o600);
      assert.equal((await stat(room.path('statements'))).mode & 0o777, 0o700);
    });

    it('in a folder that it takes from others, if they could look into it', async function () {
      if (process.platform === 'win32') this.skip();
      await mkdir(room.path('statements'), { recursive: true, mode: 0o755 });
      await store.keep(august, { text });
      assert.equal((await stat(room.path('statements'))).mode & 0o777, 0o700);
    });

    it('smaller than it is', async () => {
      await store.keep(august, { text: text.repeat(1000) });
      assert.ok((await stat(fileOf(august))).size < text.length * 100);
    });

    it('many at the same time', async () => {
      const hashes = Array.from({ length: 40 }, (_, at) => hashOf(`pdf ${at}`));
      await Promise.all(hashes.map((hash) => store.keep(hash, { text: hash })));
      const found = await Promise.all(hashes.map((hash) => store.find(hash)));
      assert.deepEqual(
        found.map((statement) => statement?.text),
        hashes,
      );
      assert.equal(await store.count(), 40);
    });
  });

  it('is empty at first, and says so without a trouble', async () => {
    assert.equal(await store.find(august), undefined);
    assert.equal(await store.has(august), false);
    assert.equal(await store.count(), 0);
    assert.deepEqual(await store.forgetAll(), []);
    room.assertTroubles();
  });

  describe('sets a file aside that cannot be opened, and tells so once', () => {
    beforeEach(async () => {
      await store.keep(august, { text });
      await store.keep(july, { text });
    });

    async function assertSetAside(hash: string): Promise<void> {
      const useless = await readFile(fileOf(hash));
      assert.equal(await store.find(hash), undefined);
      room.assertTroubles({ kind: 'corrupt' });
      assert.equal(await store.find(hash), undefined);
      assert.equal(await store.has(hash), false);
      assert.equal(await store.wasKept(hash), true);
      room.assertTroubles();
      const aside = await room.names('set-aside');
      assert.equal(aside.length, 1);
      assert.deepEqual(await readFile(room.path('set-aside', aside[0] ?? '')), useless);
    }

    const regions = {
      version: 0,
      mark: 1,
      'last of the mark': 8,
      nonce: 9,
      'last of the nonce': 20,
      tag: 21,
      body: 37,
      end: -1,
    };
    for (const [region, at] of Object.entries(regions)) {
      it(`changed in its ${region}`, async () => {
        await room.change(fileOf(august), (bytes) => {
          const place = at < 0 ? bytes.length + at : at;
          bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
          return bytes;
        });
        await assertSetAside(august);
        assert.equal((await store.find(july))?.text, text);
      });
    }

    const lengths = {
      nothing: 0,
      'a part of its head': 10,
      'its head': 37,
      'one byte too few': -1,
    };
    for (const [left, length] of Object.entries(lengths)) {
      it(`cut off to ${left}`, async () => {
        await room.change(fileOf(august), (bytes) => bytes.subarray(0, length));
        await assertSetAside(august);
      });
    }

    it('of another kind altogether', async () => {
      await writeFile(fileOf(august), text);
      await assertSetAside(august);
    });

    it('of another statement', async () => {
      await rename(fileOf(july), fileOf(august));
      await assertSetAside(august);
    });

    it('of two that were swapped, both', async () => {
      await rename(fileOf(july), room.path('swap'));
      await rename(fileOf(august), fileOf(july));
      await rename(room.path('swap'), fileOf(august));
      assert.deepEqual([await store.find(august), await store.find(july)], [undefined, undefined]);
      room.assertTroubles({ kind: 'corrupt' }, { kind: 'corrupt' });
      assert.equal((await room.names('set-aside')).length, 2);
    });

    it('but not the good one that another window puts in its place just then', async () => {
      await writeFile(fileOf(august), 'corrupt');
      const get = room.secrets.get.bind(room.secrets);
      room.secrets.get = async (name) => {
        Reflect.deleteProperty(room.secrets, 'get');
        await anotherWindow().keep(august, { text: 'good' });
        return get(name);
      };
      await store.find(august);
      assert.equal((await store.find(august))?.text, 'good');
    });

    it('and knows of it until that is to be forgotten', async () => {
      await writeFile(fileOf(august), 'corrupt');
      await writeFile(fileOf(july), 'corrupt');
      await store.find(august);
      await store.find(july);
      await store.forgetSetAside(august);
      assert.deepEqual([await store.wasKept(august), await store.wasKept(july)], [false, true]);
      assert.deepEqual((await room.names('set-aside')).length, 1);
    });

    it('and keeps the statement anew', async () => {
      await writeFile(fileOf(august), 'corrupt');
      await store.find(august);
      assert.equal(await store.keep(august, { text }), true);
      assert.equal((await store.find(august))?.text, text);
    });
  });

  describe('where another browser has a key of its own', () => {
    const newKey = () => room.secrets.kept.set('casParser.storeKey', anyKey());
    const anyKey = () => randomBytes(32).toString('base64');
    let first: string;
    beforeEach(async () => {
      await store.keep(august, { text });
      first = room.secrets.kept.get('casParser.storeKey') ?? '';
    });
    const back = () => room.secrets.kept.set('casParser.storeKey', first);

    it('finds nothing of the other’s, says nothing of damage, and leaves it where it is', async () => {
      const before = await readFile(fileOf(august));
      const path = fileOf(august);
      newKey();
      assert.equal(await store.find(august), undefined);
      room.assertTroubles();
      assert.deepEqual([await store.has(august), await store.wasKept(august)], [false, true]);
      assert.equal(await store.isKeptElsewhere(august), true);
      assert.deepEqual(await readFile(path), before);
      assert.deepEqual(await room.names('set-aside'), []);
      back();
      assert.equal((await store.find(august))?.text, text);
      assert.equal(await store.isKeptElsewhere(august), false);
    });

    it('lets each keep its own', async () => {
      newKey();
      assert.equal(await store.keep(august, { text: 'second' }), true);
      await store.forgetSetAside(august);
      assert.equal((await store.find(august))?.text, 'second');
      assert.equal(await store.count(), 1);
      back();
      assert.equal((await store.find(august))?.text, text);
      room.assertTroubles();
    });

    it('says so where it has no key at all', async () => {
      room.secrets.kept.clear();
      assert.equal(await store.isKeptElsewhere(august), true);
      assert.equal(await store.has(august), false);
    });

    it('files again what another one took for damaged', async () => {
      const name = nameOf(august);
      await mkdir(room.path('set-aside'), { recursive: true });
      await rename(fileOf(august), room.path('set-aside', `${name}.0`));
      newKey();
      assert.equal(await store.find(august), undefined);
      await store.keep(august, { text: 'second' });
      await store.forgetSetAside(august);
      back();
      assert.equal((await store.find(august))?.text, text);
      assert.deepEqual(await room.names('set-aside'), []);
      assert.equal((await store.find(august))?.text, text);
      room.assertTroubles();
    });

    it('opens, replaces and leaves alone what was kept before files had a mark', async () => {
      const unmarked = room.path('statements', `${july}.cas`);
      await writeFile(unmarked, sealedUnmarked(first));
      assert.equal((await store.find(july))?.text, text);
      newKey();
      assert.equal(await store.find(july), undefined);
      assert.equal(await store.isKeptElsewhere(july), true);
      await store.keep(july, { text: 'second' });
      back();
      assert.equal((await store.find(july))?.text, text);
      await store.keep(july, { text: 'third' });
      assert.deepEqual((await room.names('statements')).includes(`${july}.cas`), false);
      assert.equal((await store.find(july))?.text, 'third');
      room.assertTroubles();
    });

    /** As the first version of this store sealed them. */
    function sealedUnmarked(key: string): Buffer {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce);
      cipher.setAAD(Buffer.from(`casParser 1 statement ${july}`));
      const plain = deflateSync(JSON.stringify({ text, keptAt: '2026-07-01T00:00:00.000Z' }));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]);
    }
  });

  describe('while SecretStorage is locked', () => {
    it('finds nothing, and everything again afterwards', async () => {
      await store.keep(august, { text });
      const unlock = room.lockSecrets();
      assert.equal(await store.find(august), undefined);
      room.assertTroubles({ kind: 'secretsLocked' });
      assert.equal(await store.has(august), true);
      unlock();
      assert.equal((await store.find(august))?.text, text);
    });

    it('keeps nothing and says so', async () => {
      room.lockSecrets();
      assert.equal(await store.keep(august, { text }), false);
      room.assertTroubles({ kind: 'secretsLocked' });
      assert.equal(await store.has(august), false);
    });

    it('says nothing about a statement that is not kept anyway', async () => {
      room.lockSecrets();
      assert.equal(await store.find(august), undefined);
      room.assertTroubles();
    });
  });

  it('leaves a statement where it is when its key is gone: it may come back', async () => {
    await store.keep(august, { text });
    const secrets = [...room.secrets.kept];
    room.secrets.kept.clear();
    assert.equal(await store.find(august), undefined);
    room.assertTroubles({ kind: 'secretsLocked', code: 'keyMissing' });
    for (const [name, value] of secrets) room.secrets.kept.set(name, value);
    assert.equal((await store.find(august))?.text, text);
  });

  describe('where the disk fails', () => {
    it('keeps nothing, finds nothing and says so, without an error', async () => {
      await room.blockFolder('statements');
      assert.equal(await store.keep(august, { text }), false);
      assert.equal(room.troubles[0]?.kind, 'storageFailed');
      assert.match(room.troubles.splice(0)[0]?.code ?? '', /^(EEXIST|ENOTDIR)$/);
      assert.equal(await store.find(august), undefined);
      room.assertTroubles({ kind: 'storageFailed', code: 'ENOTDIR' });
      assert.deepEqual([await store.has(august), await store.count()], [false, 0]);
    });

    it('finds nothing that it cannot move aside, and says why', async () => {
      await store.keep(august, { text });
      await writeFile(fileOf(august), 'corrupt');
      await room.blockFolder('set-aside');
      assert.equal(await store.find(august), undefined);
      assert.deepEqual(
        room.troubles.map(({ kind }) => kind),
        ['storageFailed'],
      );
    });

    it('keeps what was there when the disk is full, and no half of the new one', async function () {
      if (!(await withFullDisk(room.path('statements'), work))) this.skip();
      async function work(fill: () => Promise<void>): Promise<void> {
        assert.equal(await store.keep(august, { text }), true);
        await fill();
        const large = randomBytes(50_000).toString('hex');
        assert.equal(await store.keep(august, { text: large }), false);
        room.assertTroubles({ kind: 'storageFull', code: 'ENOSPC' });
        assert.equal((await store.find(august))?.text, text);
        const left = await readdir(room.path('statements'));
        assert.deepEqual(left.sort(), [nameOf(august), 'filler'].sort());
      }
    });
  });

  it('removes what died while it was written, an hour later', async () => {
    await store.keep(august, { text });
    const temp = (name: string) => room.path('statements', `${name}.tmp`);
    for (const [name, minutes] of [
      ['old', 61],
      ['young', 59],
    ] as const) {
      await writeFile(temp(name), 'half');
      const at = new Date(room.now - minutes * 60_000);
      await utimes(temp(name), at, at);
    }
    assert.equal((await anotherWindow().find(august))?.text, text);
    assert.deepEqual((await room.names('statements')).sort(), [nameOf(august), 'young.tmp'].sort());
    assert.equal(await store.count(), 1);
  });

  it('forgets all, those set aside included, and can be used again', async () => {
    await store.keep(august, { text });
    await store.keep(july, { text });
    await writeFile(fileOf(july), 'corrupt');
    await store.find(july);
    assert.deepEqual(await store.forgetAll(), []);
    assert.deepEqual([await room.names('statements'), await room.names('set-aside')], [[], []]);
    assert.equal(await store.find(august), undefined);
    assert.equal(await store.keep(august, { text }), true);
    assert.equal(await store.count(), 1);
  });
});
