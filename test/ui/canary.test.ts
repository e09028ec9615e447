import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { processesBelow } from '../editor/processes.ts';
import { Stage, passwordOf } from './stage.ts';

/** What was seen in every frame of the browser: messages to and from webviews, and notifications. */
declare global {
  interface Window {
    seenMessages?: string[];
    seenNotifications?: string[];
  }
}

describe('Secrets and personal data', () => {
  const file = 'cams-kfintech-detailed.pdf';
  let stage: Stage;
  let token: string;
  let wrongPassword: string;
  const notifications: string[] = [];

  before(async () => {
    stage = await Stage.open({ settings: { 'casParser.parseTimeout': 15 } });
    await stage.workbench.page.context().addInitScript(() => {
      window.seenMessages = [];
      window.seenNotifications = [];
      window.addEventListener('message', (event) => {
        window.seenMessages?.push(JSON.stringify(event.data));
      });
      new MutationObserver(() => {
        for (const item of document.querySelectorAll('.notification-list-item-message'))
          if (item.textContent) window.seenNotifications?.push(item.textContent);
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await stage.workbench.goto(stage.hosted.address(stage.workspace));
    await journey();
  });
  after(() => stage.close());

  /** Every way in, every way out, and failures of a service that repeats whatever it was told. */
  async function journey(): Promise<void> {
    const { workbench, service } = stage;
    const approval = await stage.approvalPage(() => workbench.runCommand('CAS Parser: Sign In'));
    token = new URL(approval.url()).searchParams.get('token') ?? '';
    await approval.getByRole('button', { name: 'Approve' }).click();
    await approval.close();
    await workbench.creditsText('34 credits');

    wrongPassword = 'Wrong-Password-7';
    await stage.parseFromExplorer(file);
    await workbench.answer(`Password of ${file}`, wrongPassword);
    await workbench.page
      .locator('.quick-input-message', { hasText: 'could not be opened' })
      .waitFor();
    await workbench.answer(`Password of ${file}`, passwordOf(file));
    const fresh = await workbench.portfolio('Sample Investor');
    await fresh.getByRole('button', { name: 'JSON' }).click();
    await workbench.page.locator('.view-lines', { hasText: 'cas_type' }).waitFor();
    await workbench.closeAllEditors();

    const echo = `key ${service.key}, secret ${passwordOf(file)}, PAN ABCDE1234F, Sample Investor`;
    const failures = [
      { status: 400, body: { status: 'failed', msg: echo } },
      { status: 500, body: `<html>${echo}</html>` },
      { status: 200, body: echo },
      { status: 200, body: { echo } },
      { status: 418, body: { detail: echo } },
      { how: 'drop-after' },
      { how: 'cut-off' },
      { how: 'hang' },
    ] as const;
    // Nor does it tell whether they were charged, so nobody waits for that.
    service.misbehave({ on: 'usage', status: 403, body: { detail: echo } });
    for (const failure of failures) {
      service.misbehave({ on: 'parse', times: 1, ...failure });
      await stage.parseFromExplorer(file);
      await workbench.answer(`Password of ${file}`, passwordOf(file));
      await workbench
        .notification(/CAS Parser|127\.0\.0\.1/)
        .first()
        .waitFor();
      await workbench.page
        .locator('.notification-list-item', { hasText: 'Parsing' })
        .first()
        .waitFor({ state: 'detached' });
      await workbench.clearNotifications();
    }
    await workbench.runCommand('CAS Parser: Sign Out');
    await workbench.creditsText('Sign in to CAS Parser');
    await stage.signInWithKey();
    service.misbehave({
      on: 'credits',
      times: 1,
      status: 400,
      body: { detail: `${service.key} ABCDE1234F` },
    });
    await workbench.runCommand('CAS Parser: Refresh Credits');
    await workbench
      .notification(/refuses the request/)
      .first()
      .waitFor();
  }

  const secrets = () => ({
    key: stage.service.key,
    token,
    password: passwordOf(file),
    wrongPassword,
  });
  const personal = { pan: 'ABCDE1234F', name: 'Sample Investor', folio: '9000000001' };

  function assertAbsent(what: Record<string, string>, from: string, where: string): void {
    for (const [name, value] of Object.entries(what)) {
      assert.ok(value.length > 5, `${name} was used`);
      assert.ok(!from.includes(value), `${where} holds the ${name}`);
    }
  }

  it('are in no file that VS Code wrote: logs, settings, state', async () => {
    const files = await filesBelow(stage.hosted.data);
    assert.ok(files.some((path) => path.endsWith('settings.json')));
    for (const path of files)
      assertAbsent({ ...secrets(), ...personal }, await readFile(path, 'latin1'), path);
  });

  it('are in no notification', async () => {
    for (const page of stage.workbench.page.context().pages())
      notifications.push(...(await page.evaluate(() => window.seenNotifications ?? [])));
    assert.ok(notifications.length > 10);
    assertAbsent({ ...secrets(), pan: personal.pan }, notifications.join('\n'), 'a notification');
  });

  it('are in no message of a webview; personal data are in the portfolio alone', async () => {
    const seen: string[] = [];
    for (const frame of stage.workbench.page.frames())
      seen.push(...(await frame.evaluate(() => window.seenMessages ?? []).catch(() => [])));
    assertAbsent(secrets(), seen.join('\n'), 'a message of a webview');
  });

  it('are in no argument or variable of a process of VS Code', async () => {
    const processes = await processesBelow(stage.hosted.pid);
    assert.ok(processes.length > 2, 'the extension host is among them');
    for (const pid of processes) {
      const [args, variables] = await Promise.all(
        ['cmdline', 'environ'].map((part) =>
          readFile(join('/proc', pid, part), 'latin1').catch(() => ''),
        ),
      );
      assertAbsent(
        { ...secrets(), ...personal },
        `${args ?? ''}${variables ?? ''}`,
        `process ${pid}`,
      );
    }
  });

  it('went to the service alone, in the header and the form field that are theirs', () => {
    for (const { path, headers } of stage.service.requests) {
      assertAbsent({ key: stage.service.key, password: passwordOf(file) }, path, 'an address');
      assert.equal(headers.authorization, undefined);
      if (path.startsWith('/v1/agent-auth/token/') && !path.endsWith('/approve'))
        assert.equal(headers['x-api-key'], undefined);
    }
  });
});

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
