import assert from 'node:assert/strict';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { extensionHostBelow } from '../editor/processes.ts';
import { until } from '../patience.ts';
import { Stage, passwordOf } from '../ui/stage.ts';

describe('Many statements at once, as the person sees it', function () {
  let stage: Stage;
  let folders = 0;
  let march = '';

  before(async () => {
    stage = await Stage.open();
    await stage.signInWithKey();
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
    stage.service.behave();
    await stage.workbench.clearNotifications();
  });

  const parses = () => stage.service.requests.filter(({ path }) => path.startsWith('/v4/'));
  const billed = () => parses().reduce((sum, request) => sum + request.billed, 0);
  const dialog = () => stage.workbench.page.locator('.monaco-dialog-box');
  const line = (file: string): Locator =>
    stage.workbench.page.locator('.pane', { hasText: 'CAS Statements' }).getByRole('treeitem', {
      name: new RegExp(file.replaceAll('.', '\\.')),
    });

  /** A folder of statements that were never parsed before: one investor's, with and without a password. */
  async function folderOf(month: string, files: readonly string[]): Promise<string> {
    const { workspace } = stage;
    // A test may be the second try of one that got half way.
    const name = `${month} ${++folders}`;
    await mkdir(join(workspace, name));
    for (const [index, file] of files.entries()) {
      await stage.renew(file);
      const own = `${index + 1} ${file.toLowerCase()}`;
      await copyFile(join(workspace, file), join(workspace, name, own));
    }
    await stage.workbench.explorerRow(name).waitFor();
    return name;
  }

  /** A test may be the first of a run, with nothing to clear. */
  const clear = async () => {
    const view = stage.workbench.page.locator('.pane-header', { hasText: 'CAS Statements' });
    if (await view.isVisible()) await stage.workbench.runCommand('CAS Parser: Clear Statements');
    await view.waitFor({ state: 'hidden' });
  };

  /** A lost answer is looked up for twice the time that an answer may take: not for two minutes here. */
  const lookUpForHalfAMinute = () => stage.set({ 'casParser.parseTimeout': 15 });

  const parseFolder = (name: string) =>
    stage.workbench.chooseFromMenu(stage.workbench.explorerRow(name), 'Parse CAS PDFs in Folder');

  it('shows a plan first: what it costs, what is free, what is left out', async () => {
    const { workbench, service, workspace } = stage;
    march = await folderOf('march', [
      'no-password.pdf',
      'cdsl-ecas.pdf',
      'nsdl-ecas.pdf',
      'no-password.pdf',
    ]);
    await copyFile(
      join(workspace, march, '1 no-password.pdf'),
      join(workspace, march, '5 same again.pdf'),
    );
    await writeFile(join(workspace, march, '6 empty.pdf'), '');
    service.account.used = 15.5;
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await workbench.creditsText('34.5 credits');
    await parseFolder(march);
    await dialog().waitFor();
    const text = await dialog().innerText();
    assert.match(text, /Parse 5 statements\?/);
    assert.match(text, /4 credits, if all succeed\./);
    assert.match(text, /1 is parsed already and costs nothing\./);
    assert.match(text, /30\.5 of 34\.5 credits are left afterwards\./);
    assert.match(text, /Left out, .*: 6 empty\.pdf\./);
    await workbench.picture('batch-plan');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    assert.equal(parses().length, 0, 'nothing is sent before the person agrees');
  });

  it('parses them with a line for each, asks an investor’s password once, and sums up', async () => {
    const { workbench } = stage;
    await parseFolder(march);
    await dialog().getByRole('button', { name: 'Parse' }).click();
    await workbench.answer(/Password of/, passwordOf('cdsl-ecas.pdf'));
    await workbench.notificationText(/5 of 5 parsed, 1 of them at no cost\./);
    const files = [
      '1 no-password.pdf',
      '2 cdsl-ecas.pdf',
      '3 nsdl-ecas.pdf',
      '4 no-password.pdf',
      '5 same again.pdf',
    ];
    for (const file of files) await line(file).filter({ hasText: 'parsed' }).waitFor();
    await workbench.picture('batch-done');
    // Of two that are the same, the one that is come to first is paid for.
    const same = line('1 no-password.pdf').or(line('5 same again.pdf'));
    assert.equal(await same.filter({ hasText: 'parsed before, no charge' }).count(), 1);
    assert.equal(billed(), 4);
    await line('2 cdsl-ecas.pdf').click();
    await workbench.portfolio('Sample Investor');
    assert.equal(billed(), 4, 'opening a line costs nothing');
    await workbench.closeAllEditors();
  });

  it('costs nothing the second time', async () => {
    const { workbench } = stage;
    await clear();
    const before = parses().length;
    await parseFolder(march);
    assert.match(await dialog().innerText(), /No credit is used\./);
    await dialog().getByRole('button', { name: 'Parse' }).click();
    await workbench.notificationText(/5 of 5 parsed, 5 of them at no cost\./);
    assert.equal(parses().length, before);
  });

  it('stops at once when the credits are used up, and goes on later', async () => {
    const { workbench, service } = stage;
    await clear();
    const folder = await folderOf(
      'april',
      Array.from({ length: 6 }, () => 'no-password.pdf'),
    );
    const before = billed();
    service.account.used = 48;
    await parseFolder(folder);
    await dialog().getByRole('button', { name: 'Parse' }).click();
    await workbench.notificationText(
      /2 of 6 parsed, 4 still to do\. Your CAS Parser credits are used up/,
    );
    await line('no-password.pdf').filter({ hasText: 'parsed' }).first().waitFor();
    assert.equal(
      await workbench.page.getByText('2 CAS Parser credits are left.').count(),
      0,
      'no figure that the batch has overtaken',
    );
    await workbench.picture('batch-stopped');
    assert.equal(billed() - before, 2);
    service.account.used = 10;
    await workbench.clickNotificationButton(/4 still to do/, 'Go On');
    await workbench.notificationText(/6 of 6 parsed\./);
    assert.equal(billed() - before, 6, 'each is paid for once');
  });

  it('says what failed and why, and retries just that', async () => {
    const { workbench, service } = stage;
    await clear();
    const folder = await folderOf('may', ['no-password.pdf', 'no-password.pdf', 'no-password.pdf']);
    const before = billed();
    service.misbehave({ on: 'parse', times: 1, status: 500, body: { status: 'failed', msg: 'x' } });
    await lookUpForHalfAMinute();
    await parseFolder(folder);
    await dialog().getByRole('button', { name: 'Parse' }).click();
    await workbench.notificationText(/2 of 3 parsed, 1 failed\./);
    await line('no-password.pdf').filter({ hasText: 'out of order' }).waitFor();
    await workbench.picture('batch-failed');
    const sent = parses().length;
    await workbench.clickNotificationButton(/1 failed/, 'Retry Failed');
    await workbench.notificationText(/3 of 3 parsed\./);
    assert.equal(parses().length - sent, 1);
    assert.equal(billed() - before, 3);
  });

  it('goes on where it was after the extension host was killed', async () => {
    const { workbench, service, hosted, workspace } = stage;
    await clear();
    const folder = await folderOf(
      'june',
      Array.from({ length: 6 }, () => 'no-password.pdf'),
    );
    const before = billed();
    service.misbehave({ on: 'parse', after: 2, how: 'hang' });
    await stage.set({});
    await parseFolder(folder);
    await dialog().getByRole('button', { name: 'Parse' }).click();
    await workbench.notificationText(/2 of 6 parsed/);
    process.kill(await extensionHostBelow(hosted.pid), 'SIGKILL');
    service.behave();
    await workbench.goto(hosted.address(workspace));
    await lookUpForHalfAMinute();
    await workbench.clickNotificationButton(
      /still to be parsed when the window was closed/,
      'Go On',
    );
    await workbench.notificationText(/[46] of [46] parsed.*\./);
    // The lines come a moment after the sum.
    const lookingUp = line('no-password.pdf').filter({ hasText: 'looking up' });
    await until(async () => (await lookingUp.count()) === 0, 'The end of all looking up');
    await workbench.picture('batch-gone-on');
    assert.equal(billed() - before, 6, 'all are parsed, each paid for once');
  });

  it('can be cancelled, as a whole', async () => {
    const { workbench, service } = stage;
    await clear();
    const folder = await folderOf(
      'july',
      Array.from({ length: 6 }, () => 'no-password.pdf'),
    );
    service.misbehave({ on: 'parse', how: 'hang' });
    const before = parses().length;
    await parseFolder(folder);
    await dialog().getByRole('button', { name: 'Parse' }).click();
    await workbench.notification(/Parsing statements/).waitFor();
    await until(() => parses().length > before, 'The first upload');
    await workbench.clickNotificationButton(/Parsing statements/, 'Cancel');
    await workbench.notificationText(/0 of 6 parsed, 6 cancelled\./);
    await line('1 no-password.pdf').filter({ hasText: 'Cancelled after' }).waitFor();
    await workbench.picture('batch-cancelled');
    const sent = parses().length;
    await workbench.page.waitForTimeout(1000);
    assert.equal(parses().length, sent, 'nothing more is sent');
  });
});
