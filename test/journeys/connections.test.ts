import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { generateStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import { type GatewayService, startGateway } from '../service/gateway/server.ts';
import { type SmartExtractService, startSmartExtract } from '../service/smartExtract/server.ts';
import { USER } from '../service/gateway/signIns.ts';
import { until } from '../patience.ts';
import { Stage, passwordOf } from '../ui/stage.ts';

describe('Connections to other systems, as the person sees them', function () {
  let stage: Stage;
  let gateway: GatewayService;
  let smartExtract: SmartExtractService;
  let secretsBefore = 0;

  before(async () => {
    smartExtract = await startSmartExtract();
    stage = await Stage.open({
      settings: {
        'casParser.smartExtractApiUrl': smartExtract.origin,
        'casParser.smartExtractComponentUrl': `${smartExtract.origin}/{app}?token={token}`,
      },
    });
    gateway = await startGateway(stage.service);
    await writeFile(join(stage.workspace, 'rent-roll.csv'), 'unit,rent\n101,1250\n');
    // A statement that is parsed nowhere: this computer has to recognise it.
    const { pdf } = generateStatement('cams-detailed', 1, { encryption: 'none' });
    await writeFile(join(stage.workspace, 'unlocked.pdf'), pdf);
    await stage.workbench.goto(stage.hosted.address(stage.workspace));
  });
  after(async () => {
    await stage.close();
    await gateway.close();
    await smartExtract.close();
  });
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
    gateway.behave();
    smartExtract.component.how = 'speaks';
    await stage.workbench.page.keyboard.press('Escape');
    await stage.workbench.clearNotifications();
  });

  const host = () => new URL(gateway.origin).host;
  const entry = (text: string | RegExp) =>
    stage.workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text });

  /** The length of the editor's secret storage, sealed as it is: what is in it adds to it. */
  function sizeOfSecrets(): Promise<number> {
    return stage.workbench.page.evaluate(
      () => localStorage.getItem('secrets.provider')?.length ?? 0,
    );
  }

  async function smartExtractInMenu(): Promise<number> {
    const { page } = stage.workbench;
    await stage.workbench.explorerRow('rent-roll.csv').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy Path' }).first().waitFor();
    const offered = await page.getByRole('menuitem', { name: /SmartExtract/ }).count();
    await page.keyboard.press('Escape');
    return offered;
  }

  async function settings(): Promise<string> {
    const { hosted, workspace } = stage;
    const files = [
      join(hosted.data, 'User', 'settings.json'),
      join(hosted.data, 'Machine', 'settings.json'),
      join(workspace, '.vscode', 'settings.json'),
    ];
    return (await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))).join();
  }

  /** Everything that the editor keeps on disk, the extension's storage and the settings among it, but no log. */
  async function onDisk(): Promise<string> {
    const { hosted } = stage;
    const files = await readdir(hosted.data, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files
        .filter((file) => file.isFile() && !file.parentPath.includes('/logs'))
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1').catch(() => '')),
    );
    return texts.join('\n');
  }

  it('shows nothing of other systems before one is added', async () => {
    const { workbench } = stage;
    await stage.signInWithKey();
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.portfolio('Sample Investor');
    await workbench.closeAllEditors();
    assert.equal(await smartExtractInMenu(), 0);
    await workbench.runCommand('CAS Parser: Sign Out');
    await workbench.creditsText('Sign in to CAS Parser');
    secretsBefore = await sizeOfSecrets();
    await workbench.runCommand('CAS Parser: Add Connection');
    for (const system of ['CAS Parser', 'Team Gateway', 'SmartExtract'])
      await entry(system).first().waitFor();
    await workbench.picture('add-connection');
  });

  it('adds a gateway by OAuth and parses through it', async () => {
    const { workbench, service } = stage;
    await workbench.runCommand('CAS Parser: Add Connection');
    await workbench.pick('Team Gateway');
    await workbench.answer('Address of the Gateway', gateway.origin);
    await entry('In the Browser').first().waitFor();
    await workbench.picture('gateway-ways-in');
    await workbench.pick('In the Browser');
    const consent = await stage.approvalPage(() =>
      workbench.answer('Client ID', 'casparser-vscode'),
    );
    await workbench.notificationText(/Signing in to 127\.0\.0\.1/);
    await workbench.picture('gateway-waiting');
    assert.match(await consent.locator('p').innerText(), /asks for: read write/);
    await consent.getByRole('button', { name: 'Approve' }).click();
    await consent.getByText('this page can be closed').waitFor();
    assert.doesNotMatch(consent.url(), /code=|state=/, 'the code does not stay in the history');
    await workbench.page.bringToFront();
    await workbench.notificationText(/Signed in to 127\.0\.0\.1:\d+ as 12345/);
    await workbench.creditsText(host());
    await workbench.credits.hover();
    await workbench.page.getByText('Scopes: read, write').first().waitFor();
    await workbench.picture('gateway-signed-in');

    await workbench.clearNotifications();
    const before = service.requests.length;
    await stage.parseFromExplorer('no-password.pdf');
    await workbench.portfolio('Sample Investor');
    await workbench.picture('gateway-parsed');
    const sent = service.requests.slice(before);
    assert.deepEqual(
      sent.map(({ path }) => path),
      ['/v1/token', '/v4/smart/parse'],
    );
    assert.match(sent[1]?.headers['x-api-key'] ?? '', /^at_/);
    await workbench.closeAllEditors();
    // Parsed and paid for once: the second time it comes from this computer, as with an account of one's own.
    await stage.parseSameFromExplorer('no-password.pdf');
    await workbench.notificationText(/nothing was charged/);
    assert.equal(service.requests.length, before + 2);
    await workbench.closeAllEditors();
  });

  it('answers what a gateway’s connection is asked, and renews it without a word', async () => {
    const { workbench } = stage;
    const before = gateway.requests.length;
    gateway.signIns.expireAll();
    await workbench.runCommand('CAS Parser: Check Connection');
    await entry('Is the service there?').filter({ hasText: 'yes' }).waitFor();
    await entry('Signed In').filter({ hasText: '12345, read, write' }).waitFor();
    await workbench.picture('gateway-check');
    const renewals = gateway.requests.slice(before).filter(({ path }) => path === '/oauth/token');
    assert.deepEqual(
      renewals.map(({ answered }) => answered),
      [200],
    );
  });

  it('says what is missing, and offers a wider sign-in', async () => {
    const { workbench } = stage;
    gateway.replace({
      status: 403,
      times: 1,
      body: { error: 'insufficient_scope', message: 'This needs the scope write', code: 403 },
    });
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await workbench.notificationText(/does not cover this: “This needs the scope write”/);
    await workbench.picture('gateway-scope');
    await workbench.clickNotificationButton(/does not cover this/, 'Sign In With Wider Scope');
    await workbench.page.locator('.quick-input-title', { hasText: 'Scope' }).waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('takes the address that the browser was sent to, when the way back is closed', async () => {
    const { workbench } = stage;
    await workbench.runCommand('CAS Parser: Add Connection');
    await workbench.pick('Team Gateway');
    await workbench.answer('Address of the Gateway', gateway.origin);
    await workbench.pick('In the Browser');
    const consent = await stage.approvalPage(() =>
      workbench.answer('Client ID', 'casparser-vscode'),
    );
    // What the gateway would send the browser to, had the browser a way to this computer.
    const decided = await fetch(consent.url(), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ decision: 'approve' }),
    });
    const address = decided.headers.get('location') ?? '';
    await consent.close();
    await workbench
      .notification(/Signing in to/)
      .getByText('Paste Address')
      .click();
    await workbench.quickInput.fill(address.replace(/state=[^&]+/, 'state=another'));
    await workbench.page
      .locator('.quick-input-message', { hasText: 'does not belong to this sign-in' })
      .first()
      .waitFor();
    await workbench.answer('Address You Were Sent To', address);
    await workbench.notificationText(/Signed in to 127\.0\.0\.1:\d+ as 12345/);
  });

  it('signs in with a password to a gateway that the workspace names, which takes the statements', async () => {
    const { workbench, workspace } = stage;
    const named = { url: gateway.origin, name: 'Our gateway', signIn: 'login', parse: 'proxy' };
    await mkdir(join(workspace, '.vscode'), { recursive: true });
    await writeFile(
      join(workspace, '.vscode', 'settings.json'),
      JSON.stringify({ 'casParser.gateways': [named] }),
    );
    await workbench.goto(stage.hosted.address(workspace));
    await workbench.runCommand('CAS Parser: Add Connection');
    await workbench.pick('Team Gateway');
    await entry('Our gateway').filter({ hasText: 'named by this workspace' }).waitFor();
    await workbench.picture('gateway-of-workspace');
    await workbench.pick('Our gateway');
    await workbench.answer('Sign In to', USER.name);
    await workbench.answer('Password for', USER.password);
    await workbench.notificationText(/Signed in to 127\.0\.0\.1:\d+ as 12345/);
    await workbench.creditsText('Our gateway');
    await workbench.clearNotifications();
    const before = gateway.requests.length;
    await stage.parseFromExplorer('cdsl-ecas.pdf');
    await workbench.page.locator('.quick-input-message', { hasText: host() }).first().waitFor();
    await workbench.answer('Password of cdsl-ecas.pdf', passwordOf('cdsl-ecas.pdf'));
    await workbench.portfolio('Sample Investor');
    assert.deepEqual(
      gateway.requests
        .slice(before)
        .map(({ path }) => path)
        .filter((path) => path !== '/v1/auth/verify'),
      ['/api/parse'],
    );
    await workbench.closeAllEditors();
    await workbench.runCommand('CAS Parser: Remove Connection');
    await workbench.pick('Our gateway');
    await workbench.clickNotificationButton(/still offer/, 'Remove From Settings');
    await until(async () => !(await settings()).includes('gateways'), 'Settings without gateways');
  });

  it('opens a page of consent on another host once the person has agreed to both hosts', async () => {
    const { workbench, workspace } = stage;
    const { signIns } = gateway;
    const login = await startGateway(stage.service, { signIns });
    try {
      const named = {
        url: gateway.origin,
        name: 'Gateway with a login elsewhere',
        signIn: 'oauth',
        clientId: 'casparser-vscode',
        authorizeUrl: `${login.origin}/oauth/authorize`,
      };
      await mkdir(join(workspace, '.vscode'), { recursive: true });
      const file = join(workspace, '.vscode', 'settings.json');
      await writeFile(file, JSON.stringify({ 'casParser.gateways': [named] }));
      await workbench.goto(stage.hosted.address(workspace));
      const dialog = workbench.page.locator('.monaco-dialog-box');
      const signIn = async () => {
        await workbench.runCommand('CAS Parser: Add Connection');
        await workbench.pick('Team Gateway');
        await workbench.pick('Gateway with a login elsewhere');
      };
      await signIn();
      await dialog.waitFor();
      const asked = await dialog.innerText();
      for (const address of [login.origin, gateway.origin])
        assert.ok(asked.includes(new URL(address).host), asked);
      await workbench.picture('gateway-login-elsewhere');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'hidden' });
      assert.equal(login.requests.length, 0);

      const confirm = async () => {
        await signIn();
        await dialog.getByRole('button', { name: 'Open Sign-In Page' }).click();
      };
      for (const start of [confirm, signIn]) {
        const consent = await stage.approvalPage(start);
        await consent.getByRole('button', { name: 'Approve' }).click();
        await consent.getByText('this page can be closed').waitFor();
        await workbench.page.bringToFront();
        await workbench.notificationText(/Signed in to 127\.0\.0\.1:\d+ as 12345/);
        await workbench.clearNotifications();
      }
      assert.deepEqual(
        [...new Set(login.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`))],
        ['GET /oauth/authorize', 'POST /oauth/authorize'],
      );
      await workbench.runCommand('CAS Parser: Remove Connection');
      await workbench.pick('Gateway with a login elsewhere');
      await workbench.clickNotificationButton(/still offer/, 'Remove From Settings');
      await until(
        async () => !(await settings()).includes('gateways'),
        'Settings without gateways',
      );
    } finally {
      await login.close();
    }
  });

  it('connects SmartExtract, opens a document in it, and saves what comes back [S2-10]', async () => {
    const { workbench } = stage;
    await workbench.closeAllEditors();
    await workbench.runCommand('CAS Parser: Add Connection');
    await workbench.pick('SmartExtract');
    await workbench.pick('Production');
    const page = workbench.page.locator('.quick-input-widget');
    await page.getByRole('button', { name: 'Open API Keys Page' }).waitFor();
    await workbench.answer('SmartExtract API Key', smartExtract.production.key);
    await workbench.breathe();
    await workbench.answer('SmartExtract Secret Key', smartExtract.production.secret);
    await workbench.notificationText(/SmartExtract is connected/);
    await workbench.clearNotifications();
    await workbench.chooseFromMenu(workbench.explorerRow('rent-roll.csv'), 'Open in SmartExtract');
    const component = await frameWith('Document: rent-roll.csv');
    const around = await frameWith('Save JSON');
    assert.equal(await around.getByRole('button', { name: 'Save JSON' }).isDisabled(), true);
    await component.getByRole('button', { name: 'Save' }).click();
    await around.locator('button:enabled', { hasText: 'Save JSON' }).waitFor();
    await workbench.picture('smart-extract');
    await around.getByRole('button', { name: 'Save JSON' }).click();
    const target = join(stage.workspace, 'rent-roll.json');
    await workbench.acceptFileDialog('Save JSON', target);
    let text = '';
    await until(async () => (text = await readFile(target, 'utf8').catch(() => '')) !== '');
    const row = { unit: '101', monthlyRent: 1250 };
    assert.deepEqual(JSON.parse(text), { rows: [row] });
    await workbench.closeAllEditors();

    // The sheet with its formulas stands beside it, and is edited again.
    const workbook = join(stage.workspace, 'rent-roll.smartextract.json');
    assert.deepEqual(JSON.parse(await readFile(workbook, 'utf8')), {
      fileName: 'rent-roll.csv',
      workbookData: { formulas: ['=SUM(B2:B9)'], saved: 1 },
    });
    await workbench.chooseFromMenu(
      workbench.explorerRow('rent-roll.smartextract.json'),
      'Open in SmartExtract',
    );
    const again = await frameWith('Saved before: 1');
    await again.getByRole('button', { name: 'Save' }).click();
    await (
      await frameWith('Save JSON')
    )
      .locator('button:enabled', { hasText: 'Save JSON' })
      .waitFor();
    // What is closed unsaved is offered to be saved.
    await workbench.closeAllEditors();
    await rm(target);
    await workbench.clickNotificationButton(/is in no file yet/, 'Save JSON');
    await workbench.acceptFileDialog('Save JSON');
    await until(async () => (text = await readFile(target, 'utf8').catch(() => '')) !== '');
    assert.deepEqual(JSON.parse(text), { rows: [row, row] });
    // A document with a workbook beside it is opened either way.
    await workbench.chooseFromMenu(workbench.explorerRow('rent-roll.csv'), 'Open in SmartExtract');
    await workbench.pick('Extract Anew');
    await frameWith('Saved before: 0');
    await workbench.closeAllEditors();
    await rm(workbook);
  });

  it('says so when SmartExtract does not let itself be framed, and opens it in the browser', async () => {
    const { workbench } = stage;
    smartExtract.component.how = 'refusesFrames';
    await workbench.chooseFromMenu(workbench.explorerRow('rent-roll.csv'), 'Open in SmartExtract');
    const page = await frameWith('SmartExtract does not answer here');
    await workbench.picture('smart-extract-refused');
    const sessions = smartExtract.sessions.length;
    const browser = await stage.approvalPage(() =>
      page.getByRole('button', { name: 'Open in Browser' }).click(),
    );
    await browser.getByRole('heading', { name: 'SmartExtract' }).waitFor();
    assert.equal(smartExtract.sessions.length, sessions + 1, 'with a session of its own');
    await browser.close();
    await workbench.closeAllEditors();
  });

  it('does not send an account statement there', async () => {
    const { workbench } = stage;
    const before = smartExtract.requests.length;
    for (const [file, says] of [
      ['unlocked.pdf', /is an account statement \(CAS\), which SmartExtract does not read/],
      ['no-password.pdf', /is an account statement \(CAS\), which SmartExtract does not read/],
      ['cams-kfintech-detailed.pdf', /is locked with a password/],
    ] as const) {
      await workbench.chooseFromMenu(workbench.explorerRow(file), 'Open in SmartExtract');
      await workbench.notificationText(says);
      await workbench.picture(`smart-extract-${file}`);
      await workbench.clearNotifications();
    }
    assert.equal(smartExtract.requests.length, before);
  });

  it('extracts to JSON, marked experimental', async () => {
    const { workbench } = stage;
    await workbench.chooseFromMenu(
      workbench.explorerRow('rent-roll.csv'),
      'Extract to JSON With SmartExtract (Experimental)',
    );
    await workbench.pick('Rent Roll');
    await workbench.answer('Type of the Property', 'MULTIFAMILY');
    await workbench.page.locator('.tab', { hasText: 'experimental' }).waitFor();
    await workbench.page.locator('.view-line', { hasText: 'Invented Tenant' }).waitFor();
    await workbench.picture('smart-extract-json');
    await workbench.closeAllEditors();
  });

  it('leaves nothing behind of a connection that is removed', async () => {
    const { workbench } = stage;
    assert.ok((await sizeOfSecrets()) > secretsBefore, 'the secret storage does hold them');
    // That of the gateway went with its sign-in by the page on another host, which was of the same account.
    await workbench.runCommand('CAS Parser: Remove Connection');
    await workbench.pick('SmartExtract');
    await workbench.notificationText(/Removed: what let you in/);
    await workbench.clearNotifications();
    await workbench.creditsText('Sign in to CAS Parser');
    // The browser's storage is written a moment later.
    await until(
      async () => (await sizeOfSecrets()) === secretsBefore,
      'No secret more than before',
    );
    const written = await onDisk();
    assert.doesNotMatch(await settings(), /gateways/, 'settings');
    for (const trace of [smartExtract.production.key, host(), smartExtract.sessions.at(-1) ?? ''])
      assert.ok(!written.includes(trace), `storage: ${trace.slice(0, 4)}`);
    assert.equal(await smartExtractInMenu(), 0);
    await workbench.picture('connections-removed');
  });

  function frameWith(text: string): Promise<Frame> {
    return stage.workbench.frameWith(
      (frame) =>
        frame
          .locator('body', { hasText: text })
          .filter({ has: frame.locator('#smartExtract, h1') }),
      `A frame that shows ${text}`,
    );
  }
});
