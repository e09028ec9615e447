import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { Stage } from './stage.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('The portfolio, as the person sees it', function () {
  this.timeout(120_000);
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
    await copyFile(join(answers, 'cdsl.json'), join(stage.workspace, 'cdsl.cas.json'));
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.pictureOf(this.currentTest);
    await stage.workbench.closeAllEditors();
  });

  async function open(): Promise<Frame> {
    await stage.workbench.explorerRow('cdsl.cas.json').dblclick();
    return stage.workbench.portfolio('Sample Investor');
  }

  it('loads nothing from anywhere and runs nothing but its own script', async () => {
    const page = await open();
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    assert.match(
      policy ?? '',
      /^default-src 'none'; script-src 'nonce-[\w-]{20,}'; style-src 'self' https:\/\/\*\.vscode-cdn\.net$/,
    );
    const inline = await page.locator('main [style], main style, main script').count();
    assert.equal(inline, 0);
    await assert.rejects(page.evaluate(() => fetch('https://example.com/')));
  });

  it('hides amounts with one keystroke, and shows them again', async () => {
    const page = await open();
    await page.getByText('₹9,50,018.26').waitFor();
    await page.locator('h1').click();
    await stage.workbench.page.keyboard.press('Alt+h');
    await page.getByText('₹9,50,018.26').waitFor({ state: 'detached' });
    await stage.workbench.picture('portfolio-hidden');
    await stage.workbench.page.keyboard.press('Alt+h');
    await page.getByText('₹9,50,018.26').waitFor();
  });

  it('exports what the page shows, with the format and the place asked for', async () => {
    const { workbench, workspace } = stage;
    const page = await open();
    await page.getByLabel('Filter holdings').fill('flexi');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await workbench.pick('Holdings as CSV');
    await workbench.acceptFileDialog('Export Portfolio');
    await workbench.notificationText(/Exported to cdsl-holdings\.csv/);
    const lines = (await readFile(join(workspace, 'cdsl-holdings.csv'), 'utf8'))
      .trim()
      .split('\r\n');
    assert.equal(lines.length, 2, 'a head and the one holding that the page shows');
    assert.match(lines[1] ?? '', /Flexi/);
  });

  it('reads a statement on this computer: asks its password, shows it, and uploads nothing', async () => {
    const { workbench, workspace, service } = stage;
    const before = service.requests.length;
    const pdf = join(import.meta.dirname, '../fixtures/local/cams-detailed.pdf');
    await copyFile(pdf, join(workspace, 'here.pdf'));
    await workbench.chooseFromMenu(
      workbench.explorerRow('here.pdf'),
      'Parse CAS PDF on This Computer',
    );
    await workbench.answer('Password of here.pdf', 'wrong');
    await workbench.page.getByText('This password is wrong; try another.').waitFor();
    await workbench.answer('Password of here.pdf', 'Pass@1234');
    const page = await workbench.portfolio('read on this computer');
    await page.locator('.glance').getByText('₹3,42,129.25').waitFor();
    await workbench.picture('read-on-this-computer');
    assert.equal(service.requests.length, before, 'nothing went over the wire');
  });

  it('compares two saved portfolios: what came and went, and why the total moved', async () => {
    const { workbench, workspace } = stage;
    const answer = JSON.parse(await readFile(join(answers, 'cdsl.json'), 'utf8')) as {
      meta: { statement_period: unknown };
      demat_accounts: unknown[];
    };
    const earlier = {
      ...answer,
      meta: { ...answer.meta, statement_period: { from: '2026-07-01', to: '2026-07-31' } },
      demat_accounts: answer.demat_accounts.slice(0, 1),
    };
    await writeFile(join(workspace, 'a-july.cas.json'), JSON.stringify(earlier));
    await workbench.explorerRow('a-july.cas.json').click();
    await workbench.explorerRow('cdsl.cas.json').click({ modifiers: ['ControlOrMeta'] });
    await workbench.chooseFromMenu(workbench.explorerRow('cdsl.cas.json'), 'Compare Portfolios');
    const page = await comparison();
    await page.getByText('from 31 Jul 2026 to 31 Aug 2026').waitFor();
    const added = page.locator('tr.holding', { hasText: 'added' });
    assert.equal(await added.count(), 1);
    assert.match(await added.innerText(), /TESTCASE CHEMICALS[\s\S]*\+30/);
    await workbench.picture('comparison');
  });

  /** The page that compares, once it is there. */
  async function comparison(): Promise<Frame> {
    for (let tries = 100; tries > 0; tries -= 1) {
      for (const frame of stage.workbench.page.frames()) {
        const shown = frame.locator('main#compare .glance');
        if (await shown.isVisible().catch(() => false)) return frame;
      }
      await stage.workbench.page.waitForTimeout(200);
    }
    throw new Error('Nothing is compared.');
  }

  it('shows a file that is not a portfolio as what it is', async () => {
    const { workbench, workspace } = stage;
    await copyFile(join(workspace, 'notes.txt'), join(workspace, 'broken.cas.json'));
    await workbench.explorerRow('broken.cas.json').dblclick();
    const page = await workbench.portfolio(/JSON/);
    await page.getByRole('button', { name: 'JSON' }).click();
    await workbench.page.locator('.view-lines', { hasText: 'Not a PDF' }).waitFor();
  });
});
