import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../patience.ts';
import { Stage } from '../ui/stage.ts';

describe('Accounts, tokens and usage, as the person sees them', function () {
  let stage: Stage;
  const otherKey = `sk_${'e'.repeat(32)}`;

  before(async () => {
    stage = await Stage.open({ env: { CASPARSER_API_KEY: otherKey } });
    await stage.signInWithKey();
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
    stage.service.behave();
    await stage.workbench.page.keyboard.press('Escape');
    await stage.workbench.clearNotifications();
  });

  const entry = (text: string | RegExp) =>
    stage.workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text });

  it('answers what a connection is asked, one by one', async () => {
    const { workbench, service } = stage;
    await workbench.runCommand('CAS Parser: Check Connection');
    for (const [question, answer] of [
      ['Is the service there?', 'yes'],
      ['Is the key valid', 'yes'],
      ['Does the plan include', 'yes'],
      ['Are there credits left?', '34 credits'],
      ['Age', 'added today'],
    ] as const)
      await entry(question).filter({ hasText: answer }).waitFor();
    await workbench.picture('check-connection');
    await workbench.page.keyboard.press('Escape');
    service.misbehave({
      on: 'credits',
      times: 1,
      status: 401,
      body: { status: 'failed', msg: 'Invalid API key' },
    });
    await workbench.runCommand('CAS Parser: Check Connection');
    await entry('Is the key valid').filter({ hasText: 'no' }).waitFor();
    await entry(/Are there credits left\?.*not known/s).waitFor();
    const refused = entry(/refuses your API key/);
    assert.equal(await refused.count(), 1, 'the service is there, and the key is refused');
    await workbench.picture('check-connection-refused');
  });

  it('makes an access token, shows the time left, and verifies it', async () => {
    const { workbench, service } = stage;
    await workbench.runCommand('CAS Parser: Create Access Token');
    await workbench.quickInput.fill('61');
    await workbench.page
      .locator('.quick-input-message', { hasText: 'from 1 to 60' })
      .first()
      .waitFor();
    await workbench.answer('Create Access Token', '15');
    await workbench.pick('Copy to the Clipboard');
    await workbench.notificationText(/Access token copied; it parses statements for 15 minutes/);
    const token = await workbench.page.evaluate(() => navigator.clipboard.readText());
    assert.match(token, /^at_/);
    await workbench.credits.click();
    await entry('Access Token')
      .filter({ hasText: /1\d min left/ })
      .first()
      .waitFor();
    await workbench.picture('menu-with-token');
    await workbench.page.keyboard.press('Escape');

    await workbench.runCommand('CAS Parser: Verify Access Token');
    await workbench.answer('Verify Access Token', token);
    assert.match(
      await workbench.notificationText(/The access token is valid/),
      /made from the key .{4}\*\*\*\*.{4}/,
    );
    await workbench.runCommand('CAS Parser: Verify Access Token');
    await workbench.answer('Verify Access Token', 'at_made.up');
    await workbench.notificationText(/not valid: “Invalid token”/);
    assert.ok(service.requests.every(({ path }) => !path.includes('at_')));
  });

  it('works with an access token alone: time left instead of credits, parsing, no question for credits', async () => {
    const { workbench, service } = stage;
    const token = await workbench.page.evaluate(() => navigator.clipboard.readText());
    await workbench.runCommand('CAS Parser: Enter API Key');
    await workbench.answer('CAS Parser API Key', token);
    await workbench.notificationText(/The access token works/);
    await workbench.creditsText(/Access token|min left/);
    await workbench.picture('access-token-in-use');
    const before = service.requests.length;
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.portfolio('Sample Investor');
    await workbench.closeAllEditors();
    const sent = service.requests.slice(before);
    assert.equal(sent.find(({ path }) => path.startsWith('/v4/'))?.headers['x-api-key'], token);
    assert.ok(sent.every(({ path }) => path !== '/v1/credits'));
  });

  it('keeps several accounts side by side and switches between them', async () => {
    const { workbench, service } = stage;
    await workbench.runCommand('CAS Parser: Switch Account');
    await entry('API key').waitFor();
    await entry('Access token').filter({ hasText: 'in use' }).waitFor();
    await workbench.picture('accounts');
    await workbench.pick('API key');
    await workbench.creditsText(/credits/);
    await workbench.runCommand('CAS Parser: Use Sandbox');
    await workbench.creditsText(/sandbox/);
    await workbench.runCommand('CAS Parser: Switch Account');
    await workbench.pick('API key');
    await workbench.creditsText(/^(?!.*sandbox).*credits/);
    assert.ok(service.requests.length > 0);
  });

  it('offers the key of the environment, which is read there and not kept', async () => {
    const { workbench, service } = stage;
    await workbench.runCommand('CAS Parser: Switch Account');
    await workbench.pick('Add an Account');
    await entry('Use the Key That Is There')
      .filter({ hasText: 'environment variable CASPARSER_API_KEY' })
      .waitFor();
    await workbench.picture('ways-to-sign-in');
    const before = service.requests.length;
    await workbench.pick('Use the Key That Is There');
    await workbench.notificationText(/refuses your API key/);
    assert.equal(service.requests.slice(before).at(-1)?.headers['x-api-key'], otherKey);
    await workbench.creditsText(/credits/);
  });

  it('points out a key in a .env file, and offers to have git ignore it', async () => {
    const { workbench, service, workspace, hosted } = stage;
    execFileSync('git', ['init', '--quiet'], { cwd: workspace });
    await writeFile(join(workspace, '.env'), `CASPARSER_API_KEY="${service.key}"\n`);
    await workbench.goto(hosted.address(workspace));
    await workbench.notificationText(/\.env holds a CAS Parser key/);
    await workbench.breathe();
    await workbench.clickNotificationButton(/holds a CAS Parser key/, 'Use It Here');
    await workbench.notificationText(/The key of CASPARSER_API_KEY in \.env works/);
    await workbench.clickNotificationButton(/git would commit it/, 'Add to .gitignore');
    const ignored = join(workspace, '.gitignore');
    let text = '';
    await until(async () => (text = await readFile(ignored, 'utf8').catch(() => '')) !== '');
    assert.deepEqual(text.split('\n'), ['.env', '.env.local', '.env.*.local', '']);
  });

  it('shows the usage by day and by feature', async () => {
    const { workbench } = stage;
    await workbench.runCommand('CAS Parser: Show Credits and Usage');
    const page = await workbench.frameWith(
      (frame) => frame.locator('main#usage', { hasText: 'Statements parsed' }),
      'The usage page',
    );
    await page.getByRole('table').first().waitFor();
    await workbench.picture('usage');
    assert.match(await page.locator('main').innerText(), /Credits and Usage/);
    await workbench.closeAllEditors();
  });

  it('stands in the editor’s Accounts menu', async () => {
    const { workbench } = stage;
    await workbench.page.getByRole('button', { name: 'Accounts' }).first().click();
    await workbench.page
      .getByRole('menuitem', { name: /CAS Parser/ })
      .first()
      .waitFor();
    await workbench.picture('accounts-menu');
    await workbench.page.keyboard.press('Escape');
  });

  it('forgets all data, and proves it', async () => {
    const { workbench, hosted } = stage;
    const kept = async () =>
      (await readdir(hosted.data, { recursive: true })).filter((path) => path.endsWith('.cas'));
    assert.equal((await kept()).length, 1, 'one statement was parsed and is kept');
    await workbench.runCommand('CAS Parser: Forget All Data');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /Statements: 1, passwords: 0, accounts: [34]\./);
    await workbench.picture('forget-all-data');
    await dialog.getByRole('button', { name: 'Forget All Data' }).click();
    await workbench.notificationText(/Forgotten: .*Nothing is left/);
    assert.deepEqual(await kept(), []);
    await workbench.goto(hosted.address(stage.workspace));
    await workbench.runCommand('CAS Parser: Switch Account');
    await entry('Add an Account').waitFor();
    assert.equal(await entry(/API key|Sandbox|Access token/).count(), 0);
  });
});
