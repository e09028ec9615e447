import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionHostBelow } from '../editor/processes.ts';
import { watchSockets } from '../editor/socketWatch.ts';
import { generateStatement } from '../fixtures/statementsGenerator/generateStatement.ts';
import type { StatementKind } from '../fixtures/statementsGenerator/kinds.ts';
import type { Encryption } from '../fixtures/statementsGenerator/page/protection.ts';
import { generateRefusal } from '../fixtures/statementsGenerator/refusals/generateRefusal.ts';
import { until } from '../patience.ts';
import { Stage } from './stage.ts';

/** Each kind of statement, locked in another way. */
const kinds: readonly (readonly [StatementKind, Encryption])[] = [
  ['cams-detailed', 'AES-128'],
  ['kfin-detailed', 'RC4-128'],
  ['cams-summary', 'RC4-40'],
  ['kfin-summary', 'AES-128'],
  ['nsdl', 'AES-256'],
  ['cdsl', 'AES-128'],
];
const SEED = 21;

describe('Parsing on this computer, as the person sees it', function () {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
    for (const [kind, encryption] of kinds) {
      const { pdf } = generateStatement(kind, SEED, { encryption });
      await writeFile(join(stage.workspace, `here-${kind}.pdf`), pdf);
    }
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
    await stage.workbench.closeAllEditors();
    await stage.workbench.clearNotifications();
  });

  const title = (text: string | RegExp) =>
    stage.workbench.page.locator('.quick-input-title', { hasText: text });
  const passwordFor = (kind: StatementKind) => generateStatement(kind, SEED).password;
  const readFromMenu = (file: string) =>
    stage.workbench.chooseFromMenu(
      stage.workbench.explorerRow(file),
      'Parse CAS PDF on This Computer',
    );

  it('reads an encrypted file of each kind, with no account and without opening a socket', async function () {
    // Only Linux tells which sockets a process has without a debugger.
    if (process.platform !== 'linux') this.skip();
    const { workbench, service, hosted } = stage;
    const watch = await watchSockets(await extensionHostBelow(hosted.pid));
    for (const [kind] of kinds) {
      await readFromMenu(`here-${kind}.pdf`);
      await workbench.answer(`Password of here-${kind}.pdf`, passwordFor(kind));
      const page = await workbench.portfolio(/read on this computer/);
      await page.getByRole('button', { name: 'read on this computer' }).click();
      await page.getByText(/Read on this computer\. \d+ of \d+ balances/).waitFor();
      await workbench.picture(`read-here-${kind}`);
      await workbench.closeAllEditors();
    }
    const { opened, looks } = await watch.stop();
    assert.deepEqual(opened, []);
    assert.ok(looks > 500, `looked ${looks} times`);
    assert.deepEqual(service.requests, [], 'the service was not asked anything');
  });

  it('is seen to open one as soon as the service is used: the watch can fail', async function () {
    if (process.platform !== 'linux') this.skip();
    const { workbench, hosted, service } = stage;
    const watch = await watchSockets(await extensionHostBelow(hosted.pid));
    // On a busy machine the watch may look away for longer than an answer of this service takes.
    service.misbehave({ on: 'credits', times: 1, delayMs: 3_000 });
    await workbench.runCommand('CAS Parser: Enter API Key');
    await workbench.answer('CAS Parser API Key', stage.service.key);
    await workbench.notificationText(/The API key works/);
    const { opened } = await watch.stop();
    assert.ok(opened.length > 0);
    await workbench.runCommand('CAS Parser: Sign Out');
    await workbench.creditsText(/Sign in/);
  });

  it('is offered beside signing in to who is not signed in, and says when a password is wrong', async () => {
    const { workbench } = stage;
    await workbench.chooseFromMenu(workbench.explorerRow('here-nsdl.pdf'), 'Parse CAS PDF');
    await title('How do you want').waitFor();
    await workbench.pick('Parse on This Computer');
    await workbench.answer('Password of here-nsdl.pdf', 'not this one');
    await workbench.page.getByText('This password is wrong; try another.').waitFor();
    await workbench.page.getByText('open with the PAN and the date of birth').waitFor();
    await workbench.picture('read-here-wrong-password');
    await workbench.page.getByRole('button', { name: 'Remember This Password' }).click();
    await workbench.page.getByText('remembered on this computer; nothing is uploaded').waitFor();
    await workbench.answer('Password of here-nsdl.pdf', passwordFor('nsdl').toLowerCase());
    await workbench.portfolio(/read on this computer/);
    await workbench.closeAllEditors();
    // Remembered: not asked again.
    await readFromMenu('here-nsdl.pdf');
    await workbench.portfolio(/read on this computer/);
  });

  it('is the engine for one, several and a folder once it is set, and asks nothing about accounts', async () => {
    const { workbench, workspace, service } = stage;
    const before = service.requests.length;
    const folder = join(workspace, 'here');
    await mkdir(folder);
    for (const kind of ['cams-detailed', 'cams-summary', 'kfin-summary'] as const)
      await writeFile(join(folder, `in-folder-${kind}.pdf`), generateStatement(kind, SEED + 1).pdf);
    await stage.set({ 'casParser.engine': 'local' });
    await workbench.chooseFromMenu(workbench.explorerRow('here'), 'Parse CAS PDFs in Folder');
    // The first one's password opens the others.
    await workbench.answer('Password of in-folder-cams-detailed.pdf', 'Pass@1234');
    const tabs = workbench.page.locator('.tabs-container .tab', { hasText: 'in-folder-' });
    await tabs.nth(2).waitFor();
    await workbench.portfolio(/read on this computer/);
    await workbench.picture('read-here-folder');
    await workbench.closeAllEditors();

    await workbench.explorerRow('here-cams-summary.pdf').click();
    await workbench.explorerRow('here-kfin-summary.pdf').click({ modifiers: ['ControlOrMeta'] });
    await workbench.chooseFromMenu(workbench.explorerRow('here-kfin-summary.pdf'), 'Parse CAS PDF');
    await workbench.answer(/Password of here-(?:cams|kfin)-summary\.pdf/, 'Pass@1234');
    await workbench.page.locator('.tabs-container .tab', { hasText: '-summary' }).nth(1).waitFor();
    await workbench.closeAllEditors();

    await workbench.chooseFromMenu(workbench.explorerRow('here-cdsl.pdf'), 'Parse CAS PDF');
    await workbench.portfolio(/read on this computer/);
    assert.equal(service.requests.length, before);
    await stage.set({ 'casParser.engine': 'cloud' });
  });

  it('is offered, with one click, where the servers refuse the size of an upload', async () => {
    const { workbench, service } = stage;
    await stage.signInWithKey();
    service.misbehave({ on: 'parse', status: 413, body: '<html>413</html>' });
    await workbench.chooseFromMenu(workbench.explorerRow('here-cdsl.pdf'), 'Parse CAS PDF');
    const refusal = /too large for the servers of .*, whatever the plan/;
    // Statements were read on this computer before, so the first upload is asked about.
    const upload = workbench.page.getByRole('button', { name: 'Upload', exact: true });
    await upload.or(workbench.notification(refusal)).first().waitFor();
    await until(async () => {
      if (!(await upload.isVisible())) return true;
      // A dialog that is still coming up may not hear the click.
      await upload.click({ timeout: 5_000 }).catch(() => undefined);
      return !(await upload.isVisible());
    });
    await workbench.clickNotificationButton(refusal, 'Parse on This Computer');
    await workbench.portfolio(/read on this computer/);
    service.behave();
    await workbench.runCommand('CAS Parser: Sign Out');
    await workbench.creditsText(/Sign in/);
  });

  it('offers the layout report where a PDF is not understood, and shows it before it is saved', async () => {
    const { workbench, workspace } = stage;
    const { pdf } = generateRefusal('not-a-statement', 3);
    await writeFile(join(workspace, 'here-something-else.pdf'), pdf);
    await readFromMenu('here-something-else.pdf');
    const refusal = /here-something-else\.pdf was not read: This PDF is not a Consolidated/;
    await workbench.notificationText(refusal);
    await workbench.picture('read-here-refused');
    await workbench.clickNotificationButton(refusal, 'Save Layout Report');
    await workbench.page.locator('.view-lines', { hasText: 'kind: not-a-statement' }).waitFor();
    await workbench.notificationText(/no letter and no digit of the statement/);
    await workbench.picture('layout-report');
    await workbench.clickNotificationButton(/no letter and no digit/, 'Save');
    await workbench.acceptFileDialog('Save Layout Report');
    await workbench.explorerRow('layout-report.txt').waitFor();
    const saved = await readFile(join(workspace, 'layout-report.txt'), 'utf8');
    assert.match(saved, /^kind: not-a-statement\npages: \d+\npage 1: /);
  });

  it('goes over to the service when it is told to, whatever engine is set', async () => {
    const { workbench } = stage;
    await stage.set({ 'casParser.engine': 'local' });
    await workbench.chooseFromMenu(
      workbench.explorerRow('here-something-else.pdf'),
      'Parse CAS PDF',
    );
    const refusal = /here-something-else\.pdf was not read/;
    await workbench.notificationText(refusal);
    await workbench.clickNotificationButton(refusal, 'Parse with the Service');
    await title('How do you want').waitFor();
    await workbench.page.keyboard.press('Escape');
    await stage.set({ 'casParser.engine': 'cloud' });
  });
});
