import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import { PasswordStore } from '../../../src/statements/passwordStore.ts';
import { MemorySecrets } from './memorySecrets.ts';

const NAME = 'casParser.passwords';
const hashOf = (pdf: string) => createHash('sha256').update(pdf).digest('hex');
const august = hashOf('august');
const july = hashOf('july');
const june = hashOf('june');
const password = 'Pass@1234';

describe('the store of passwords', () => {
  let secrets: MemorySecrets;
  let store: PasswordStore;
  let now: number;
  beforeEach(() => {
    secrets = new MemorySecrets();
    now = Date.UTC(2026, 7, 1);
    store = anotherWindow();
  });

  const anotherWindow = () => new PasswordStore(secrets, () => (now += 1000));
  const stored = () => JSON.parse(secrets.kept.get(NAME) ?? '[]') as Record<string, unknown>[];
  const found = async (hash: string) =>
    (await store.find(hash)).map(({ password, exact }) => `${password}${exact ? ' exact' : ''}`);

  it('has none at first', async () => {
    assert.deepEqual(await store.find(august), []);
    assert.equal(await store.count(), 0);
  });

  it('finds what was remembered, in any window', async () => {
    await store.remember(august, password);
    assert.deepEqual(await anotherWindow().find(august), [{ password, exact: true }]);
  });

  describe('suggests', () => {
    beforeEach(async () => {
      await store.remember(august, 'a');
      await store.remember(july, 'b');
      await store.remember(june, 'c');
      await store.remember(hashOf('may'), 'd');
    });

    it('for an unknown PDF the two that were used last', async () => {
      assert.deepEqual(await found(hashOf('unknown')), ['d', 'c']);
    });

    it('for a known PDF its own first, however long ago', async () => {
      assert.deepEqual(await found(august), ['a exact', 'd', 'c']);
      assert.deepEqual(await found(june), ['c exact', 'd', 'b']);
    });

    it('one that has just worked before others', async () => {
      await store.worked(august, 'a');
      assert.deepEqual(await found(hashOf('unknown')), ['a', 'd']);
    });

    it('one that has just been remembered again before others', async () => {
      await store.remember(july, 'b');
      assert.deepEqual(await found(hashOf('unknown')), ['b', 'd']);
      assert.equal(await store.count(), 4);
    });
  });

  it('keeps one password for a PDF, the last', async () => {
    await store.remember(august, 'first');
    await store.remember(august, 'second');
    assert.deepEqual(await found(august), ['second exact', 'first']);
  });

  it('knows the PDF that a remembered password has worked on', async () => {
    await store.remember(august, password);
    await store.worked(july, password);
    assert.deepEqual(await found(july), [`${password} exact`]);
    assert.deepEqual(await found(august), [`${password} exact`]);
    assert.equal(await store.count(), 1);
  });

  it('does not remember a password just because it worked', async () => {
    await store.worked(august, password);
    assert.equal(secrets.kept.size, 0);
  });

  it('keeps a hash in place of the investor’s PAN, which stays when it works again', async () => {
    await store.remember(august, password, 'abcde1234f');
    const investor = hashOf('casParser investor ABCDE1234F');
    assert.equal(stored()[0]?.investor, investor);
    assert.ok(!/abcde1234f/i.test(JSON.stringify([...secrets.kept])));
    await store.worked(july, password);
    await store.remember(june, password);
    assert.equal(stored()[0]?.investor, investor);
  });

  it('is one secret, newest use first', async () => {
    await store.remember(august, 'a');
    await store.remember(july, 'b');
    assert.deepEqual([...secrets.kept.keys()], [NAME]);
    assert.deepEqual(stored(), [
      { password: 'b', pdfs: [july], usedAt: '2026-08-01T00:00:02.000Z' },
      { password: 'a', pdfs: [august], usedAt: '2026-08-01T00:00:01.000Z' },
    ]);
  });

  it('keeps 50 passwords, those used last', async () => {
    for (let number = 0; number < 51; number++) {
      await store.remember(hashOf(String(number)), `password ${number}`);
      if (number === 40) await store.worked(hashOf('0'), 'password 0');
    }
    assert.equal(await store.count(), 50);
    assert.equal((await found(hashOf('0')))[0], 'password 0 exact');
    assert.deepEqual(await found(hashOf('1')), ['password 50', 'password 49']);
  });

  it('keeps 200 PDFs for a password, those opened last', async () => {
    for (let number = 0; number < 201; number++)
      await store.remember(hashOf(String(number)), password);
    assert.deepEqual(await found(hashOf('0')), [password]);
    assert.deepEqual(await found(hashOf('1')), [`${password} exact`]);
    assert.deepEqual(await found(hashOf('200')), [`${password} exact`]);
  });

  it('forgets one password and no other', async () => {
    await store.remember(august, 'a');
    await store.remember(july, 'b');
    await store.forget('a');
    assert.deepEqual(await found(august), ['b']);
    await store.forget('b');
    assert.equal(secrets.kept.size, 0);
  });

  it('forgets all', async () => {
    await store.remember(august, 'a');
    await store.remember(july, 'b');
    await store.forgetAll();
    assert.equal(secrets.kept.size, 0);
    assert.deepEqual([await store.count(), await store.find(august)], [0, []]);
  });

  it('loses nothing that is remembered at the same time', async () => {
    const get = secrets.get.bind(secrets);
    secrets.get = async (name) => {
      const value = await get(name);
      await new Promise((resolve) => setTimeout(resolve, 1));
      return value;
    };
    const all = Array.from({ length: 20 }, (_, at) => `password ${at}`);
    await Promise.all(all.map((one) => store.remember(hashOf(one), one)));
    assert.equal(await store.count(), 20);
  });

  it('takes what is stored for none when it makes no sense', async () => {
    for (const nonsense of ['', '{', 'null', '{}', '[7]', '[{"password":7}]']) {
      secrets.kept.set(NAME, nonsense);
      assert.deepEqual(await store.find(august), []);
      await store.remember(august, password);
      assert.equal(await store.count(), 1);
    }
  });

  describe('where the secret storage is locked', () => {
    beforeEach(() => store.remember(august, password));
    const fails = () => Promise.reject(new Error('locked'));

    it('finds nothing', async () => {
      secrets.get = fails;
      assert.deepEqual([await store.find(august), await store.count()], [[], 0]);
    });

    it('says that it cannot remember, and overwrites nothing that it cannot read', async () => {
      secrets.get = fails;
      await assert.rejects(store.remember(july, 'b'));
      await assert.rejects(store.forget('b'));
      Reflect.deleteProperty(secrets, 'get');
      assert.deepEqual(await found(july), [password]);
    });

    it('says that it cannot forget', async () => {
      secrets.delete = fails;
      await assert.rejects(store.forgetAll());
      await assert.rejects(store.forget(password));
    });

    it('does not mind that it cannot note what worked', async () => {
      for (const method of ['get', 'store'] as const) {
        Object.assign(secrets, { [method]: fails });
        await store.worked(july, password);
        Reflect.deleteProperty(secrets, method);
      }
      assert.deepEqual(await found(july), [password]);
    });

    it('works again once it is unlocked', async () => {
      secrets.store = fails;
      await assert.rejects(store.remember(july, 'b'));
      Reflect.deleteProperty(secrets, 'store');
      await store.remember(july, 'b');
      assert.deepEqual(await found(july), ['b exact', password]);
    });
  });

  it('forgets all even where it cannot read what there is', async () => {
    await store.remember(august, password);
    secrets.get = () => Promise.reject(new Error('locked'));
    await store.forgetAll();
    assert.equal(secrets.kept.size, 0);
  });
});
