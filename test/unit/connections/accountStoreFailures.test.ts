import assert from 'node:assert/strict';

import type { Account } from '../../../src/connections/account.ts';
import { AccountStore } from '../../../src/connections/accountStore.ts';
import { keepDelivered } from '../../../src/connections/keepDelivered.ts';
import { isAppError } from '../../../src/service/appError.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import { ORIGIN, approved, pasted } from './accountSamples.ts';
import { SecretVault } from './secretVault.ts';

describe('accounts', () => {
  let vault: SecretVault;
  let accounts: AccountStore;
  beforeEach(() => {
    vault = new SecretVault();
    accounts = new AccountStore(
      vault.window(),
      () => ORIGIN,
      () => Promise.resolve(undefined),
    );
  });

  const keyOf = async (account: Account) => (await accounts.credentialOf(account)).key;
  const isKind = (kind: AppErrorKind) => (error: unknown) =>
    isAppError(error, kind) && error.details.mayBeBilled === false;
  const locked = (...what: string[]) => {
    vault.before = (access) => {
      if (what.includes(access)) throw new Error('the keyring is locked');
    };
  };

  describe('that cannot be read', () => {
    for (const damaged of ['', '{', 'null', '[]', '{"account":{}}', '{"key":"sk_lost"}']) {
      it(`are as good as none, and do not harm the others: ${damaged || 'nothing'}`, async () => {
        const own = await accounts.keep(pasted(2), 'sk_own');
        const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
        vault.kept.set(`casParser.account ${work.id}`, damaged);
        assert.equal(await accounts.current(), undefined);
        assert.deepEqual(await accounts.list(), [own]);
        await assert.rejects(keyOf(work), isKind('keyMissing'));
        assert.equal(await keyOf(own), 'sk_own');
        const again = await accounts.keep(approved('asha@example.com', 3), 'sk_again');
        assert.deepEqual(await accounts.list(), [own, again]);
        assert.deepEqual(await accounts.current(), again);
      });
    }

    it('because a newer version kept them are left alone', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      const newer = JSON.stringify({ account: { ...work, id: 'newer', kind: 'oauth' }, key: 'x' });
      vault.kept.set('casParser.account newer', newer);
      await accounts.keep(pasted(2), 'sk_own');
      await accounts.forget(work);
      assert.equal(vault.kept.get('casParser.account newer'), newer);
    });

    it('under the name of another are not taken for it', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      const own = await accounts.keep(pasted(2), 'sk_own');
      const text = vault.kept.get(`casParser.account ${work.id}`) ?? '';
      vault.kept.set(`casParser.account ${own.id}`, text);
      await assert.rejects(keyOf(own), isKind('keyMissing'));
    });
  });

  describe('with a SecretStorage that is locked', () => {
    it('are told to be out of reach', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      locked('keys', 'get');
      for (const asked of [
        accounts.current(),
        accounts.list(),
        keyOf(work),
        accounts.use(work),
        accounts.rename(work, 'work'),
      ])
        await assert.rejects(asked, isKind('secretsLocked'));
    });

    it('are not kept, and that is said', async () => {
      for (const what of ['keys', 'get', 'store']) {
        locked(what);
        await assert.rejects(accounts.keep(pasted(1), 'sk_own'), isKind('keyNotKept'));
        assert.equal(vault.kept.size, 0);
      }
    });

    it('are not signed out, and that is said', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      locked('delete');
      await assert.rejects(accounts.forget(work), isKind('secretsLocked'));
      vault.before = () => undefined;
      assert.deepEqual(await accounts.current(), work);
      await accounts.forget(work);
      assert.equal(vault.kept.size, 0);
    });

    it('take the next change once it is open again', async () => {
      locked('store');
      await assert.rejects(accounts.keep(pasted(1), 'sk_one'), isKind('keyNotKept'));
      vault.before = () => undefined;
      const own = await accounts.keep(pasted(2), 'sk_two');
      assert.deepEqual(await accounts.list(), [own]);
    });

    for (const [which, failing] of [
      ['first', 1],
      ['second', 2],
    ] as const) {
      it(`are as they were when the ${which} thing to be stored fails`, async () => {
        const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
        const own = await accounts.keep(pasted(2), 'sk_own');
        const before = [...vault.kept];
        for (const keeping of [
          () => accounts.keep(approved('asha@example.com', 3), 'sk_new'),
          () => accounts.keep(approved('ravi@example.com', 3), 'sk_new'),
          () => accounts.keep({ ...work, kind: 'key' }, 'sk_new'),
        ]) {
          let stores = 0;
          vault.before = async (what) => {
            await new Promise<void>((resolve) => setImmediate(resolve));
            if (what === 'store' && ++stores === failing) throw new Error('the keyring is full');
          };
          await assert.rejects(keeping(), isKind('keyNotKept'));
          assert.deepEqual([...vault.kept], before);
        }
        vault.before = () => undefined;
        assert.deepEqual(await accounts.current(), own);
        assert.equal(await keyOf(work), 'sk_work');
      });
    }
  });

  it('are not kept when not even that can be undone, and that is said', async () => {
    let stores = 0;
    vault.before = async (what) => {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (what === 'delete' || (what === 'store' && ++stores > 1)) throw new Error('full');
    };
    await assert.rejects(accounts.keep(pasted(1), 'sk_own'), isKind('keyNotKept'));
    vault.before = () => undefined;
    assert.equal(await accounts.current(), undefined);
    // A key that was delivered and could be stored is not out of reach, for all that.
    const [own] = await accounts.list();
    assert.ok(own);
    assert.equal(await keyOf(own), 'sk_own');
  });

  describe('whose key is delivered a single time', () => {
    it('keep it in memory while SecretStorage fails, and try again as often as the person says', async () => {
      let asked = 0;
      locked('store');
      const kept = await keepDelivered(
        () => accounts.keepForNow(approved('asha@example.com', 1), 'sk_delivered_once'),
        () => {
          asked += 1;
          if (asked === 3) locked();
          return Promise.resolve(true);
        },
      );
      assert.equal(asked, 3);
      assert.equal(await keyOf(kept.account), 'sk_delivered_once');
    });

    it('say that it is not kept when the person gives up', async () => {
      locked('keys');
      const keep = () => accounts.keepForNow(approved('asha@example.com', 1), 'sk_lost');
      const giveUp = () => Promise.resolve(false);
      await assert.rejects(keepDelivered(keep, giveUp), isKind('keyNotKept'));
    });
  });
});
