import assert from 'node:assert/strict';
import { until } from '../patience.ts';
import { Stage } from '../ui/stage.ts';

describe('The care of a key, as the person sees it', function () {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
    await stage.signInWithKey();
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
    await stage.workbench.page.keyboard.press('Escape');
    await stage.workbench.clearNotifications();
  });

  const dialog = () => stage.workbench.page.locator('.monaco-dialog-box');

  it('is given to no other extension without consent, and then as a token only', async () => {
    const { workbench, service } = stage;
    await workbench.runCommand('Other Extension: Get a Session');
    await dialog().waitFor();
    assert.match(await dialog().innerText(), /Other Extension.* CAS Parser/s);
    await workbench.picture('consent');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await workbench.notificationText('No session was given.');

    await workbench.runCommand('Other Extension: Get a Session');
    await dialog().getByRole('button', { name: 'Allow' }).click();
    await workbench.page
      .locator('.quick-input-title', { hasText: "'Other Extension' wants to access" })
      .waitFor();
    await workbench.picture('consent-account');
    await workbench.pick('API key');
    await workbench.notificationText('with an access token');
    await workbench.picture('consent-given');
    assert.equal(service.requests.filter(({ path }) => path === '/v1/token').length, 1);
  });

  it('ages in sight, and is replaced step by step [S0-23] [S3-6]', async () => {
    const { workbench, service } = stage;
    const badge = workbench.credits.locator('.codicon-key');
    assert.equal(await badge.count(), 0, 'a new key has none');
    await workbench.runCommand('Other Extension: Let 91 Days Pass');
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await badge.waitFor();
    await workbench.credits.hover();
    await workbench.page.getByText('API key: here for 91 days, time to replace it.').waitFor();
    await workbench.picture('key-old');

    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.quickInput.fill('Replace Your CAS Parser Key');
    await workbench.pick('Replace Your CAS Parser Key');
    await workbench.page.getByRole('button', { name: 'Put it in' }).click();
    await workbench.picture('replace-key-walkthrough');
    await workbench.page.getByRole('button', { name: 'Replace API Key' }).click();
    await workbench.answer('New Key of', 'sk_refused');
    await workbench.notificationText(/refuses the new key, so the old one stays in use/);
    await refreshCredits();
    assert.equal(lastKey(), service.key, 'the old key stays until another one has been checked');
    await badge.waitFor();

    await workbench.clickNotificationButton(/refuses the new key/, 'Try Another Key');
    await workbench.answer('New Key of', service.account.newKey ?? '');
    await workbench.notificationText(/The new key works and is in use/);
    await workbench.notificationText(/The old key still works elsewhere: delete it/);
    await badge.waitFor({ state: 'detached' });
    await workbench.picture('key-replaced');
    await refreshCredits();
    assert.equal(lastKey(), service.account.newKey);
    await workbench.closeAllEditors();
  });

  const asked = () => stage.service.requests.filter(({ path }) => path === '/v1/credits');
  const lastKey = () => asked().at(-1)?.headers['x-api-key'];

  async function refreshCredits(): Promise<void> {
    const before = asked().length;
    await stage.workbench.runCommand('CAS Parser: Refresh Credits');
    await until(() => asked().length > before, 'The question for the credits');
  }
});
