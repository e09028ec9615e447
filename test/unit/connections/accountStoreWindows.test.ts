import assert from 'node:assert/strict';

import type { Account } from '../../../src/connections/account.ts';
import { AccountStore } from '../../../src/connections/accountStore.ts';
import { SecretVault, byTurns } from './secretVault.ts';

const ORIGIN = 'https://api.casparser.test';

const approved = (email: string): Omit<Account, 'id'> => ({
  kind: 'approval',
  origin: ORIGIN,
  email,
  createdAt: '2026-09-12T06:30:00.000Z',
});

const keys = async (store: AccountStore) => {
  const credentials = (await store.list()).map((account) => store.credentialOf(account));
  return (await Promise.all(credentials)).map(({ key }) => key).sort();
};

/** A key is delivered a single time: whatever happens next door, it must be there afterwards. */
describe('the accounts of two windows that write at the same time', () => {
  /** Tries many orders in which the windows reach the storage. */
  async function inManyOrders(
    check: (one: AccountStore, other: AccountStore) => Promise<void>,
  ): Promise<void> {
    for (let seed = 0; seed < 60; seed += 1) {
      const vault = new SecretVault();
      vault.before = byTurns(seed);
      const window = () =>
        new AccountStore(
          vault.window(),
          () => ORIGIN,
          () => Promise.resolve(undefined),
        );
      await check(window(), window());
    }
  }

  it('keep the key of each', () =>
    inManyOrders(async (one, other) => {
      const kept = await Promise.all([
        one.keep(approved('asha@example.com'), 'sk_1'),
        other.keep(approved('ravi@example.com'), 'sk_2'),
        one.keep(approved('meera@example.com'), 'sk_3'),
        other.keep({ ...approved(''), kind: 'key' }, 'sk_4'),
      ]);
      assert.deepEqual(await keys(one), ['sk_1', 'sk_2', 'sk_3', 'sk_4']);
      assert.deepEqual(await keys(other), ['sk_1', 'sk_2', 'sk_3', 'sk_4']);
      const inUse = await one.current();
      assert.ok(kept.some(({ id }) => id === inUse?.id));
      assert.deepEqual(await other.current(), inUse);
    }));

  it('keep a new key while the other one renames, switches and forgets', () =>
    inManyOrders(async (one, other) => {
      const asha = await one.keep(approved('asha@example.com'), 'sk_1');
      const ravi = await one.keep(approved('ravi@example.com'), 'sk_2');
      const [again] = await Promise.all([
        one.keep(approved('asha@example.com'), 'sk_new'),
        other.rename(asha, 'work'),
        other.use(ravi),
        other.forget(ravi),
      ]);
      assert.equal(again.id, asha.id);
      assert.deepEqual(await keys(other), ['sk_new']);
      assert.equal((await one.list())[0]?.label, 'work');
    }));

  it('have a key in use of an account for which both sign in', () =>
    inManyOrders(async (one, other) => {
      await Promise.all([
        one.keep(approved('asha@example.com'), 'sk_1'),
        other.keep(approved('asha@example.com'), 'sk_2'),
      ]);
      const current = await one.current();
      assert.ok(current);
      assert.match((await other.credentialOf(current)).key, /^sk_[12]$/);
    }));
});
