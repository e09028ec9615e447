import assert from 'node:assert/strict';

import { SANDBOX_KEY } from '../../../src/service/sandbox.ts';
import type { Account } from '../../../src/connections/account.ts';
import { AccountStore } from '../../../src/connections/accountStore.ts';
import { keyAmong } from '../../../src/connections/environmentKey.ts';
import { isAppError } from '../../../src/service/appError.ts';
import type { AppErrorKind } from '../../../src/service/appError.ts';
import { ORIGIN, OTHER_ORIGIN, approved, outside, pasted } from './accountSamples.ts';
import { SecretVault } from './secretVault.ts';

describe('the accounts', () => {
  let vault: SecretVault;
  let origin: string;
  let environment: Record<string, string | undefined>;
  let accounts: AccountStore;
  beforeEach(() => {
    vault = new SecretVault();
    origin = ORIGIN;
    environment = {};
    accounts = window();
  });

  const window = () =>
    new AccountStore(
      vault.window(),
      () => origin,
      () => Promise.resolve(keyAmong(environment)?.key),
    );
  const keyOf = async (account: Account) => (await accounts.credentialOf(account)).key;
  const listed = async () => (await accounts.list()).map(({ id }) => id);
  const isKind = (kind: AppErrorKind) => (error: unknown) =>
    isAppError(error, kind) && error.details.mayBeBilled === false;

  it('are none at first', async () => {
    assert.deepEqual(await accounts.list(), []);
    assert.equal(await accounts.current(), undefined);
  });

  it('stand side by side, the one that came last in use', async () => {
    const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
    const own = await accounts.keep(pasted(2), 'sk_own');
    assert.deepEqual(await accounts.list(), [work, own]);
    assert.deepEqual(await accounts.current(), own);
    assert.deepEqual([await keyOf(work), await keyOf(own)], ['sk_work', 'sk_own']);
    assert.deepEqual(await accounts.credentialOf(own), { key: 'sk_own', origin: ORIGIN });
  });

  it('are still there after a restart', async () => {
    const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
    accounts.dispose();
    accounts = window();
    assert.deepEqual(await accounts.current(), work);
    assert.equal(await keyOf(work), 'sk_work');
  });

  it('keep a key that came by a sign-in while another one was typed to replace the old one', async () => {
    const old = await accounts.keep(approved('asha@example.com', 1), 'sk_old');
    const renewed = await accounts.keep(approved('asha@example.com', 2), 'sk_renewed');
    const typed = { ...old, kind: 'key' as const, createdAt: pasted(3).createdAt };
    const beside = await accounts.keep({ ...typed, replaces: old.createdAt }, 'sk_typed');
    assert.deepEqual([await keyOf(renewed), await keyOf(beside)], ['sk_renewed', 'sk_typed']);
    assert.deepEqual(await accounts.current(), beside);
    const again = { ...beside, createdAt: pasted(4).createdAt, replaces: beside.createdAt };
    const replaced = await accounts.keep(again, 'sk_again');
    assert.deepEqual(await listed(), [renewed.id, replaced.id]);
    assert.equal(await keyOf(replaced), 'sk_again');
  });

  it('can be switched', async () => {
    const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
    await accounts.keep(pasted(2), 'sk_own');
    await accounts.use(work);
    assert.deepEqual(await accounts.current(), work);
  });

  it('have names, which a switch and a new key do not touch', async () => {
    const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
    await accounts.rename(work, 'office');
    await accounts.rename(work, 'work');
    assert.deepEqual(await accounts.current(), { ...work, label: 'work' });
    assert.equal(await keyOf(work), 'sk_work');
    const own = await accounts.keep(pasted(2), 'sk_own');
    await accounts.rename(own, 'own');
    await accounts.use(work);
    const again = await accounts.keep(approved('asha@example.com', 3), 'sk_new');
    assert.deepEqual(
      (await accounts.list()).map(({ label }) => label),
      ['own', 'work'],
    );
    assert.equal(again.label, 'work');
    await accounts.rename(again, 'day job');
    assert.equal((await accounts.current())?.label, 'day job');
    const replaced = await accounts.keep({ ...again, createdAt: pasted(4).createdAt }, 'sk_newer');
    assert.equal((await accounts.current())?.label, 'day job');
    assert.equal(await keyOf(replaced), 'sk_newer');
  });

  it('are replaced by a sign-in with the same e-mail address, which brings a new key', async () => {
    const first = await accounts.keep(approved('asha@example.com', 1), 'sk_first');
    const other = await accounts.keep(approved('ravi@example.com', 2), 'sk_other');
    const again = await accounts.keep(approved('asha@example.com', 3), 'sk_second');
    assert.equal(again.id, first.id);
    assert.deepEqual(await accounts.list(), [other, again]);
    assert.deepEqual(await accounts.current(), again);
    assert.equal(await keyOf(first), 'sk_second');
    assert.ok(![...vault.kept.values()].join().includes('sk_first'));
  });

  it('are known by their e-mail address also after a key was typed in for them', async () => {
    const first = await accounts.keep(approved('asha@example.com', 1), 'sk_first');
    const typed = { ...first, kind: 'key', createdAt: pasted(2).createdAt } as const;
    await accounts.keep(typed, 'sk_typed');
    const again = await accounts.keep(approved('asha@example.com', 3), 'sk_second');
    assert.deepEqual(await accounts.list(), [again]);
    assert.equal(await keyOf(again), 'sk_second');
  });

  it('without an e-mail address are never taken for one another', async () => {
    const nameless = { ...pasted(1), kind: 'approval' } as const;
    await accounts.keep(nameless, 'sk_one');
    await accounts.keep(nameless, 'sk_two');
    await accounts.keep(pasted(2), 'sk_three');
    await accounts.keep(pasted(2), 'sk_four');
    const keys = await Promise.all((await accounts.list()).map(keyOf));
    assert.deepEqual(keys.sort(), ['sk_four', 'sk_one', 'sk_three', 'sk_two']);
  });

  describe('when one is forgotten', () => {
    it('none takes its place, until the person says so', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      const own = await accounts.keep(pasted(2), 'sk_own');
      await accounts.forget(own);
      assert.equal(await accounts.current(), undefined);
      assert.deepEqual(await accounts.list(), [work]);
      await assert.rejects(keyOf(own), isKind('keyMissing'));
      assert.ok(![...vault.kept].join().includes(own.id));
      await accounts.use(work);
      assert.deepEqual(await accounts.current(), work);
    });

    it('the one in use stays in use when it was another', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      const own = await accounts.keep(pasted(2), 'sk_own');
      await accounts.forget(work);
      assert.deepEqual(await accounts.current(), own);
    });

    it('it is neither used nor named any more by who still holds it', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      const own = await accounts.keep(pasted(2), 'sk_own');
      await accounts.forget(work);
      await assert.rejects(accounts.use(work), isKind('keyMissing'));
      await assert.rejects(accounts.rename(work, 'work'), isKind('keyMissing'));
      assert.deepEqual(await accounts.current(), own);
      assert.equal(vault.kept.size, 2);
    });

    it('with all others, nothing is left, whatever it was, and what is not ours stays', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      await accounts.rename(work, 'work');
      await accounts.keep({ ...pasted(2), origin: OTHER_ORIGIN }, 'sk_elsewhere');
      vault.kept.set('casParser.account broken', '{"key":"sk_broken"');
      vault.kept.set('casParser.passwords', '[]');
      await accounts.forgetAll();
      assert.deepEqual([...vault.kept.keys()], ['casParser.passwords']);
      assert.deepEqual(await accounts.listAll(), []);
    });

    it('with all others, and one cannot be, it is told and the rest is gone', async () => {
      await accounts.keep(pasted(1), 'sk_one');
      await accounts.keep(pasted(2), 'sk_two');
      let deletions = 0;
      vault.before = (what) => {
        if (what === 'delete' && ++deletions === 1) throw new Error('busy');
      };
      await assert.rejects(accounts.forgetAll(), isKind('secretsLocked'));
      assert.equal(vault.kept.size, 1);
      await accounts.forgetAll();
      assert.equal(vault.kept.size, 0);
    });
  });

  describe('at another address', () => {
    it('are not found, and are back when the address is', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      origin = OTHER_ORIGIN;
      assert.equal(await accounts.current(), undefined);
      assert.deepEqual(await accounts.list(), []);
      assert.deepEqual(await accounts.listAll(), [work]);
      origin = ORIGIN;
      assert.deepEqual(await accounts.current(), work);
    });

    it('give no key, whatever is asked', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      environment.CASPARSER_API_KEY = 'sk_outside';
      const found = await accounts.keep(outside);
      await assert.rejects(keyOf({ ...work, origin: OTHER_ORIGIN }), isKind('keyMissing'));
      origin = OTHER_ORIGIN;
      for (const account of [work, found])
        for (const asked of [account, { ...account, origin: OTHER_ORIGIN }])
          await assert.rejects(keyOf(asked), isKind('keyMissing'));
    });

    it('are not used because the other address says so', async () => {
      const work = await accounts.keep(approved('asha@example.com', 1), 'sk_work');
      vault.kept.set(`casParser.inUse ${OTHER_ORIGIN}`, work.id);
      origin = OTHER_ORIGIN;
      assert.equal(await accounts.current(), undefined);
    });

    it('are used apart, even with the same e-mail address', async () => {
      const here = await accounts.keep(approved('asha@example.com', 1), 'sk_here');
      origin = OTHER_ORIGIN;
      const account = { ...approved('asha@example.com', 2), origin };
      const there = await accounts.keep(account, 'sk_there');
      assert.notEqual(there.id, here.id);
      assert.deepEqual(await accounts.current(), there);
      assert.equal(await keyOf(there), 'sk_there');
      origin = ORIGIN;
      assert.deepEqual(await accounts.current(), here);
      assert.equal(await keyOf(here), 'sk_here');
    });
  });

  describe('whose key is kept outside', () => {
    it('are read there each time', async () => {
      environment.CASPARSER_API_KEY = 'sk_first';
      const found = await accounts.keep(outside);
      assert.equal(await keyOf(found), 'sk_first');
      environment.CASPARSER_API_KEY = 'sk_second';
      assert.equal(await keyOf(found), 'sk_second');
      delete environment.CASPARSER_API_KEY;
      await assert.rejects(keyOf(found), isKind('keyMissing'));
      assert.ok(![...vault.kept].join().includes('sk_'));
    });

    it('give no key after they were signed out, though it is still there', async () => {
      environment.CASPARSER_API_KEY = 'sk_first';
      const found = await accounts.keep(outside);
      await accounts.forget(found);
      await assert.rejects(keyOf(found), isKind('keyMissing'));
    });

    it('do not lend their key to one that has lost its own', async () => {
      environment.CASPARSER_API_KEY = 'sk_outside';
      await accounts.keep(outside);
      const work = await accounts.keep(approved('asha@example.com', 1));
      await assert.rejects(keyOf(work), isKind('keyMissing'));
    });

    it('are used once however often they are added, and the sandbox has the printed key', async () => {
      await accounts.keep(outside);
      await accounts.keep({ ...outside, createdAt: pasted(6).createdAt });
      const sandbox = await accounts.keep({ ...pasted(7), kind: 'sandbox', id: 'sandbox' });
      assert.deepEqual(await listed(), [outside.id, 'sandbox']);
      assert.equal(await keyOf(sandbox), SANDBOX_KEY);
    });
  });

  it('tell when they change, until nobody listens', async () => {
    let changes = 0;
    const told = async (change: Thenable<unknown>) => {
      const before = changes;
      await change;
      return changes > before;
    };
    const listening = accounts.onDidChange(() => (changes += 1));
    const own = await accounts.keep(pasted(1), 'sk_own');
    assert.equal(await told(accounts.keep(pasted(2), 'sk_two')), true);
    assert.equal(await told(accounts.use(own)), true);
    assert.equal(await told(accounts.rename(own, 'own')), true);
    assert.equal(await told(window().keep({ ...own }, 'sk_three')), true, 'in another window');
    assert.equal(await told(vault.window().store('casParser.passwords', '[]')), false);
    assert.equal(await told(accounts.forget(own)), true);
    assert.equal(await told(accounts.forgetAll()), true);
    listening.dispose();
    assert.equal(await told(accounts.keep(pasted(3), 'sk_four')), false);
    accounts.onDidChange(() => (changes += 1));
    accounts.dispose();
    assert.equal(await told(window().keep(pasted(4), 'sk_five')), false);
    assert.equal(vault.listeners, 2, 'those of the two other windows');
  });

  describe('that were kept for now', () => {
    it('leave, when they are taken back, what was there before', async () => {
      const before = await accounts.keep(approved('asha@example.com', 1), 'sk_works');
      const { account, takeBack } = await accounts.keepForNow(
        approved('asha@example.com', 2),
        'sk_delivered_once',
      );
      assert.equal((await accounts.credentialOf(account)).key, 'sk_delivered_once');
      assert.equal(await takeBack(), true);
      assert.deepEqual(await accounts.listAll(), [before]);
      assert.deepEqual(await accounts.current(), before);
      assert.equal((await accounts.credentialOf(before)).key, 'sk_works');
    });

    it('leave another account in use as before', async () => {
      const before = await accounts.keep(pasted(1), 'sk_works');
      const { takeBack } = await accounts.keepForNow(approved('asha@example.com', 2), 'sk_new');
      assert.equal(await takeBack(), true);
      assert.deepEqual(await accounts.listAll(), [before]);
      assert.deepEqual(await accounts.current(), before);
    });

    it('leave nothing where there was nothing', async () => {
      const { takeBack } = await accounts.keepForNow(approved('asha@example.com', 2), 'sk_new');
      assert.equal(await takeBack(), false);
      assert.deepEqual(await accounts.listAll(), []);
      assert.equal(await accounts.current(), undefined);
    });

    it('are not taken back once somebody has replaced them', async () => {
      const { takeBack } = await accounts.keepForNow(approved('asha@example.com', 2), 'sk_new');
      const again = await accounts.keep(approved('asha@example.com', 3), 'sk_newer');
      assert.equal(await takeBack(), false);
      assert.deepEqual(await accounts.current(), again);
      assert.equal((await accounts.credentialOf(again)).key, 'sk_newer');
    });
  });
});
