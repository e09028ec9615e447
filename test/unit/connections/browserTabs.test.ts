import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountSecrets, AccountStore } from '../../../src/connections/accountStore.ts';
import { SecretCopies } from '../../../src/statements/storage/secretCopies.ts';
import { StoreKey } from '../../../src/statements/storage/storeKey.ts';
import { ORIGIN, approved, pasted } from './accountSamples.ts';
import { BrowserSecrets } from './browserTab.ts';

describe('accounts in several tabs of a browser', () => {
  let folder: string;
  let browser: BrowserSecrets;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'casparser-tabs-'));
    browser = new BrowserSecrets();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const accountsOf = (secrets: AccountSecrets, at = folder) =>
    new AccountStore(
      secrets,
      () => ORIGIN,
      () => Promise.resolve(undefined),
      new SecretCopies(at, new StoreKey(at, secrets, Date.now), Date.now),
    );
  const openTab = () => accountsOf(browser.openTab());
  const keyInUse = async (accounts: AccountStore) => {
    const account = await accounts.current();
    return account && (await accounts.credentialOf(account)).key;
  };

  it('outlive a tab that writes its old secrets back', async () => {
    await openTab().keep(pasted(1), 'sk_old');
    const stale = browser.openTab();
    await openTab().keep(approved('asha@example.com', 2), 'sk_delivered_once');
    await stale.store('anything', 'of anybody');
    const after = openTab();
    assert.equal(await keyInUse(after), 'sk_delivered_once');
    assert.equal((await after.list()).length, 2);
  });

  it('are known in a tab that was open before, once it looks, and not lost by what it keeps then', async () => {
    await openTab().keep(pasted(1), 'sk_old');
    const other = openTab();
    assert.equal(await keyInUse(other), 'sk_old');
    await openTab().keep(approved('asha@example.com', 2), 'sk_delivered_once');
    await other.takeOver();
    assert.equal(await keyInUse(other), 'sk_delivered_once');
    await other.keep(approved('ravi@example.com', 3), 'sk_other');
    assert.equal((await openTab().list()).length, 3);
  });

  it('are renewed in all of them', async () => {
    const account = await openTab().keep(pasted(1), 'sk_old');
    const stale = browser.openTab();
    await openTab().renewSecret(account, 'sk_renewed');
    await stale.store('anything', 'of anybody');
    assert.equal(await keyInUse(openTab()), 'sk_renewed');
  });

  it('do not come back once they are forgotten', async () => {
    const tab = openTab();
    const account = await tab.keep(approved('asha@example.com', 2), 'sk_delivered_once');
    await tab.forget(account);
    await tab.takeOver();
    assert.deepEqual(await openTab().listAll(), []);
    const other = openTab();
    await other.keep(pasted(1), 'sk_old');
    await other.forgetAll();
    assert.deepEqual(await openTab().listAll(), []);
    assert.deepEqual(await readdir(join(folder, 'secrets')), []);
  });

  it('are copied to the disk in no form that can be read without the secret storage', async () => {
    await openTab().keep(approved('asha@example.com', 2), 'sk_delivered_once');
    const files = await readdir(join(folder, 'secrets'));
    assert.ok(files.length > 0);
    for (const file of files) {
      const bytes = await readFile(join(folder, 'secrets', file));
      for (const word of ['sk_delivered_once', 'asha', ORIGIN])
        assert.ok(!file.includes(word) && !bytes.includes(word), file);
    }
    assert.deepEqual(await accountsOf(new BrowserSecrets().openTab()).listAll(), []);
  });
});
