import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../patience.ts';
import { Stage, passwordOf } from './stage.ts';

describe('Parsing statements, as the person sees it', function () {
  let stage: Stage;

  before(async () => (stage = await Stage.open()));
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
    await stage.workbench.closeAllEditors();
    await stage.workbench.clearNotifications();
  });

  const parses = () => stage.service.requests.filter(({ path }) => path === '/v4/smart/parse');
  const isOpen = (title: string) =>
    stage.workbench.page.locator('.tabs-container .tab', { hasText: title }).first().waitFor();

  it('asks how to sign in, and goes on with the same file in the sandbox, labelled as sample data', async () => {
    const { workbench } = stage;
    await stage.parseFromExplorer('cams-kfintech-detailed.pdf');
    await workbench.page.locator('.quick-input-title', { hasText: 'How do you want' }).waitFor();
    await workbench.picture('how-to-sign-in');
    await workbench.pick('Use Sandbox');
    await workbench.answer('Password of cams-kfintech-detailed.pdf', 'anything');
    await workbench.portfolio(/Sample data/);
    await workbench.creditsText('∞ credits (sandbox)');
    await workbench.picture('sandbox');
    assert.equal(parses().at(-1)?.headers['x-api-key'], 'sandbox-with-json-responses');
  });

  it('keeps the label of sample data in the saved file', async () => {
    const { workbench, workspace } = stage;
    await stage.parseFromExplorer('not-a-statement.pdf');
    const page = await workbench.portfolio(/Sample data/);
    await page.getByRole('button', { name: 'Save' }).click();
    await workbench.acceptFileDialog('Save Portfolio');
    await isOpen('not-a-statement.cas.json');
    await workbench.portfolio(/Sample data/);
    const saved = JSON.parse(
      await readFile(join(workspace, 'not-a-statement.cas.json'), 'utf8'),
    ) as {
      x_casparser?: unknown;
    };
    assert.deepEqual(saved.x_casparser, { sample: true });
  });

  it('asks how to sign in, and goes on with the same file after the approval', async () => {
    const { workbench, service } = stage;
    // The second try of this test begins where the first one got to.
    if (!(await workbench.creditsText(/./)).includes('Sign in'))
      await workbench.runCommand('CAS Parser: Sign Out');
    await workbench.creditsText('Sign in to CAS Parser');
    const approval = await stage.approvalPage(async () => {
      await stage.parseFromExplorer('nsdl-ecas.pdf');
      await workbench.pick('Sign In');
    });
    await approval.getByRole('button', { name: 'Approve' }).click();
    await approval.close();
    await workbench.answer('Password of nsdl-ecas.pdf', passwordOf('nsdl-ecas.pdf'));
    await workbench.portfolio('Sample Investor');
    await workbench.creditsText('33 credits');
    const upload = parses().at(-1);
    assert.equal(upload?.headers['x-api-key'], service.key);
    assert.match(String(upload.headers['x-request-id']), /^req_[A-Za-z0-9]+$/);
    assert.deepEqual(
      upload.parts?.map(({ name, filename }) => [name, filename]),
      [
        ['pdf_file', 'statement.pdf'],
        ['password', undefined],
      ],
      'the file goes without its own name',
    );
  });

  it('does not ask for the password of a PDF that has none, and sends none', async () => {
    await stage.parseFromExplorer('no-password.pdf');
    await stage.workbench.portfolio('Sample Investor');
    assert.deepEqual(
      parses()
        .at(-1)
        ?.parts?.map(({ name }) => name),
      ['pdf_file'],
    );
  });

  it('forgets the password unless it is asked to remember it', async () => {
    const { workbench } = stage;
    const file = 'cdsl-ecas.pdf';
    for (const remember of [false, true]) {
      await stage.parseFromExplorer(file);
      const title = workbench.page.locator('.quick-input-title', {
        hasText: `Password of ${file}`,
      });
      await title.waitFor();
      if (remember) {
        await workbench.page.getByRole('button', { name: 'Remember This Password' }).click();
        await workbench.page
          .locator('.quick-input-message', { hasText: 'remembered on this computer' })
          .waitFor();
        await workbench.picture('password-remembered');
      } else await workbench.picture('password');
      await workbench.answer(`Password of ${file}`, passwordOf(file));
      await workbench.portfolio('Sample Investor');
      await workbench.closeAllEditors();
    }
    await stage.parseFromExplorer(file);
    await workbench.portfolio('Sample Investor');
  });

  it('tries a remembered password on another statement, and asks when it does not open it', async () => {
    const { workbench } = stage;
    const before = parses().length;
    await stage.parseFromExplorer('quirks.PDF');
    await workbench.page.locator('.quick-input-title', { hasText: 'Password of' }).waitFor();
    assert.doesNotMatch(await workbench.quickInputText(), /wrong/, 'nobody typed it for this one');
    await workbench.answer('Password of quirks.PDF', passwordOf('quirks.PDF'));
    await workbench.portfolio('Sample Investor');
    assert.deepEqual(
      parses()
        .slice(before)
        .map(({ billed }) => billed),
      [0, 1],
    );
  });

  it('opens what was parsed before at no cost, and says so', async () => {
    const { workbench } = stage;
    const before = parses().length;
    await stage.parseSameFromExplorer('quirks.PDF');
    await workbench.portfolio('Sample Investor');
    await workbench.notificationText(
      /quirks\.PDF was parsed on \d\d [A-Z][a-z]{2} \d{4} .* nothing was charged/,
    );
    await workbench.picture('opened-at-no-cost');
    assert.equal(parses().length, before);
    await workbench.clickNotificationButton(/nothing was charged/, 'Parse Again (1 Credit)');
    await workbench.answer('Password of quirks.PDF', passwordOf('quirks.PDF'));
    await workbench.notification(/Parsing/).waitFor({ state: 'detached' });
    const sent = parses().slice(before);
    assert.equal(sent.at(-1)?.billed, 1, 'it is sent and paid for once more');
  });

  it('ends quietly when the password is not given', async () => {
    const { workbench } = stage;
    await stage.parseFromExplorer('cams-kfintech-detailed.pdf');
    await workbench.page.locator('.quick-input-title', { hasText: 'Password of' }).waitFor();
    const before = parses().length;
    await workbench.page.keyboard.press('Escape');
    await workbench.notification(/Parsing/).waitFor({ state: 'detached' });
    assert.equal(parses().length, before);
    assert.equal(await workbench.notification('').count(), 0);
  });

  it('parses an upper-case .PDF, and offers nothing on other files or folders', async () => {
    const { workbench } = stage;
    for (const name of ['notes.txt', 'a-folder.pdf']) {
      await workbench.explorerRow(name).click({ button: 'right' });
      await workbench.page.getByRole('menuitem', { name: 'Copy Path' }).first().waitFor();
      assert.equal(
        await workbench.page.getByRole('menuitem', { name: 'Parse CAS PDF', exact: true }).count(),
        0,
      );
      await workbench.page.keyboard.press('Escape');
    }
    await stage.parseFromExplorer('nsdl-ecas.pdf');
    await workbench.portfolio('Sample Investor');
  });

  it('parses from the tab of an open PDF', async () => {
    const { workbench } = stage;
    await stage.renew('no-password.pdf');
    await workbench.explorerRow('no-password.pdf').dblclick();
    const tab = workbench.page.locator('.tabs-container .tab', { hasText: 'no-password.pdf' });
    await tab.waitFor();
    await workbench.chooseFromMenu(tab, 'Parse CAS PDF');
    await workbench.portfolio('Sample Investor');
  });

  it('parses from the palette, where it asks for the file', async () => {
    const { workbench } = stage;
    await stage.renew('no-password.pdf');
    await workbench.runCommand('CAS Parser: Parse CAS PDF');
    await workbench.acceptFileDialog('Parse CAS PDF', join(stage.workspace, 'no-password.pdf'));
    await workbench.portfolio('Sample Investor');
  });

  it('saves the answer as received, opens it by a click, and shows what changes on disk', async () => {
    const { workbench, workspace, home } = stage;
    await stage.parseFromExplorer('no-password.pdf');
    const fresh = await workbench.portfolio('Sample Investor');
    await fresh.getByRole('button', { name: 'Save' }).click();
    const saved = join(workspace, 'no-password.cas.json');
    await workbench.acceptFileDialog('Save Portfolio');
    await isOpen('no-password.cas.json');
    const text = await readFile(saved, 'utf8');
    const known = JSON.parse(await readFile(join(home, 'known', 'no-password.json'), 'utf8')) as {
      investor: { name: string };
    };
    assert.deepEqual(JSON.parse(text), known);
    await workbench.closeAllEditors();

    await workbench.explorerRow('no-password.cas.json').dblclick();
    const page = await workbench.portfolio('Sample Investor');
    assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0);
    await writeFile(saved, text.replaceAll('Sample Investor', 'Changed Investor'));
    await workbench.portfolio('Changed Investor');
    await page.getByRole('button', { name: 'JSON' }).click();
    await workbench.page.locator('.view-lines', { hasText: 'cas_type' }).waitFor();
  });

  it('makes no link of a file name that looks like one', async () => {
    const { workbench, workspace } = stage;
    const name = '[press](command:workbench.action.files.newUntitledFile).pdf';
    await writeFile(join(workspace, name), '');
    await stage.parseFromExplorer(name);
    const text = await workbench.notificationText(/is empty/);
    assert.match(text, /^\[press\] \(command:/);
    const message = workbench.notification(/is empty/).locator('.notification-list-item-message');
    assert.equal(await message.locator('a').count(), 0);
  });

  it('shows the JSON of a fresh parse without saving it', async () => {
    const { workbench } = stage;
    await stage.parseFromExplorer('no-password.pdf');
    const page = await workbench.portfolio('Sample Investor');
    await page.getByRole('button', { name: 'JSON' }).click();
    await workbench.page.locator('.view-lines', { hasText: 'cas_type' }).waitFor();
    await workbench.picture('raw-json');
  });

  it('shows what an answer says is left, without asking for it', async () => {
    const { workbench, service } = stage;
    const asked = () => service.requests.filter(({ path }) => path === '/v1/credits').length;
    const before = asked();
    for (const file of ['no-password.pdf', 'no-password.pdf', 'no-password.pdf']) {
      await stage.parseFromExplorer(file);
      await workbench.portfolio('Sample Investor');
      await workbench.creditsText(`${50 - service.account.used} credits`);
    }
    assert.equal(asked(), before);
  });

  it('asks for the credits when an answer does not say, and never in a burst', async () => {
    const { workbench, service } = stage;
    const asked = () => service.requests.filter(({ path }) => path === '/v1/credits');
    const before = asked().length;
    for (const file of ['no-password.pdf', 'no-password.pdf', 'no-password.pdf']) {
      service.misbehave({ on: 'parse', times: 1, headers: { 'X-Credits-Remaining': 'plenty' } });
      const sent = parses().length;
      await stage.parseFromExplorer(file);
      await until(() => parses().length > sent, 'The upload');
      await workbench.portfolio('Sample Investor');
    }
    await workbench.creditsText(`${50 - service.account.used} credits`);
    const times = asked()
      .slice(before)
      .map(({ at }) => at);
    assert.ok(times.length > 0, 'they are asked for');
    for (const [index, at] of times.entries())
      assert.ok(index === 0 || at - (times[index - 1] ?? 0) >= 2000, 'time lies between them');
  });

  it('tells about a rate limit longer than anyone would wait for', async () => {
    const { workbench, service } = stage;
    service.misbehave({
      on: 'parse',
      times: 1,
      status: 429,
      headers: { 'retry-after': '3600' },
      body: { status: 'failed', msg: 'Too many requests' },
    });
    const before = parses().length;
    for (let tries = 0; tries < 2; tries++) {
      await stage.parseFromExplorer('no-password.pdf');
      await workbench.notificationText(/try again in (3600|3[45]\d\d) seconds/);
      await workbench.clearNotifications();
    }
    assert.equal(parses().length - before, 1, 'nothing is sent before that hour is over');
  });
});
