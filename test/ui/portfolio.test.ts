import assert from 'node:assert/strict';
import { copyFile, open as openFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { hybridAnswer } from '../fixtures/factsAnswers.ts';
import { grandfatheredAnswer } from '../fixtures/grandfatheredAnswer.ts';
import { hostileAnswers } from '../fixtures/hostileAnswers.ts';
import { until } from '../patience.ts';
import { Stage } from './stage.ts';
import { WebviewTrap } from './webviewTrap.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('The portfolio, as the person sees it', function () {
  let stage: Stage;

  before(async () => {
    stage = await Stage.open();
    await copyFile(join(answers, 'cdsl.json'), join(stage.workspace, 'cdsl.cas.json'));
  });
  after(() => stage.close());
  afterEach(async function () {
    await stage.afterTest(this.currentTest);
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
      /^default-src 'none'; script-src 'nonce-[\w-]{20,}'; style-src 'self' https:\/\/\*\.vscode-cdn\.net; base-uri 'none'; form-action 'none'$/,
    );
    const inline = await page.locator('main [style], main style, main script').count();
    assert.equal(inline, 0);
    await assert.rejects(page.evaluate(() => fetch('https://example.com/')));
  });

  it('hides amounts with one keystroke, and shows them again', async () => {
    const page = await open();
    const total = page.getByText('₹9,50,018.26');
    await total.waitFor();
    // A key can be lost in the frame of an editor; long after it was pressed, it was.
    const pressUntil = (isSo: () => Promise<boolean>, what: string) => {
      let again = 0;
      return until(async () => {
        if (performance.now() > again) {
          await page.locator('h1').click();
          await page.locator('body').press('Alt+h');
          again = performance.now() + 20_000;
        }
        return isSo();
      }, what);
    };
    await pressUntil(async () => (await total.count()) === 0, 'That amounts are hidden');
    await stage.workbench.picture('portfolio-hidden');
    await pressUntil(() => total.isVisible(), 'That amounts are shown');
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
    await compare();
    const page = await comparison();
    await page.getByText('from 31 Jul 2026 to 31 Aug 2026').waitFor();
    const added = page.locator('tr.holding', { hasText: 'added' });
    assert.equal(await added.count(), 1);
    assert.match(await added.innerText(), /TESTCASE CHEMICALS[\s\S]*\+30/);
    await workbench.picture('comparison');
  });

  /** Compares two statements of one investor, chosen in the Explorer. */
  async function compare(): Promise<void> {
    const { workbench } = stage;
    // Once the file is open the Explorer selects it, and nothing else.
    await workbench.openPortfolio('a-july.cas.json', '31 Jul 2026');
    await workbench.explorerRow('cdsl.cas.json').click({ modifiers: ['ControlOrMeta'] });
    await workbench.chooseFromMenu(workbench.explorerRow('cdsl.cas.json'), 'Compare Portfolios');
  }

  /** Shows statements of two investors as one portfolio, chosen among the saved ones. */
  async function showTogether(): Promise<void> {
    const { workbench } = stage;
    await savedRow(/^31 Aug 2026, CAMS/).click();
    await workbench.portfolio('Sample Joint Holder');
    await savedRow(/^31 Aug 2026, CDSL/).click({ modifiers: ['ControlOrMeta'] });
    await workbench.chooseFromMenu(savedRow(/^31 Aug 2026, CDSL/), 'Show as One Portfolio');
  }

  /** The page that compares, once it is there. */
  function comparison(): Promise<Frame> {
    return stage.workbench.frameWith(
      (frame) => frame.locator('main#compare .glance'),
      'The comparison',
    );
  }

  /** A line of the view of saved portfolios. */
  function savedRow(text: string | RegExp) {
    const view = stage.workbench.page.locator('.pane', { hasText: 'CAS Portfolios' });
    return view.getByRole('treeitem', { name: text }).first();
  }

  it('lists the saved portfolios by investor and date, and what is none as what it is', async () => {
    const { workbench, workspace } = stage;
    const joint = (await readFile(join(answers, 'cams_kfintech.json'), 'utf8'))
      .replaceAll('Sample Investor', 'Sample Joint Holder')
      .replaceAll('ABCDE1234F', 'FGHIJ5678K');
    await writeFile(join(workspace, 'joint.cas.json'), joint);
    await writeFile(join(workspace, 'half.cas.json'), joint.slice(0, 500));
    const huge = await openFile(join(workspace, 'huge.cas.json'), 'w');
    await huge.truncate(200 * 1024 * 1024);
    await huge.close();
    const view = workbench.page.locator('.pane', { hasText: 'CAS Portfolios' });
    if (!(await savedRow('Sample Investor').isVisible()))
      await view.locator('.pane-header').click();
    await savedRow('Sample Joint Holder').waitFor();
    await savedRow(/^31 Aug 2026, CAMS \+ KFintech/).waitFor();
    assert.match(await view.innerText(), /AB••••••4F/);
    assert.ok(!(await view.innerText()).includes('ABCDE1234F'), 'no PAN is shown whole');
    await workbench.picture('saved-portfolios');
    // What is none comes last, below what the view has room for.
    await view.locator('.pane-body').hover();
    await workbench.page.mouse.wheel(0, 500);
    await savedRow(/^half\.cas\.json, not JSON/).waitFor();
    await savedRow(/^huge\.cas\.json, too large/).waitFor();
    await workbench.picture('saved-portfolios-unreadable');
    await rm(join(workspace, 'half.cas.json'));
    await savedRow(/half/).waitFor({ state: 'detached' });
    await workbench.page.mouse.wheel(0, -500);
    await savedRow(/^31 Aug 2026, CAMS/).click();
    await workbench.portfolio('Sample Joint Holder');
  });

  it('shows several of them as one portfolio, and exports it with the owner of each holding', async () => {
    const { workbench, workspace } = stage;
    await showTogether();
    const page = await workbench.portfolio('2 investors, 2 statements');
    await page.getByText('listed more than once and counted once').waitFor();
    await workbench.picture('family');
    await page.getByLabel('Filter holdings').fill('joint');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await workbench.pick('Holdings as CSV');
    await workbench.acceptFileDialog('Export Portfolio');
    await workbench.notificationText(/Exported to together-holdings\.csv/);
    const csv = await readFile(join(workspace, 'together-holdings.csv'), 'utf8');
    const [head = '', ...lines] = csv.trim().split('\r\n');
    assert.match(head, /,Investor,Statement,Statement Date$/);
    assert.ok(lines.length > 0);
    for (const line of lines)
      assert.match(line, /,Sample Joint Holder,CAMS \+ KFintech,2026-08-31$/);
  });

  it('opens again after a restart what was compared and what was shown as one', async () => {
    const { workbench } = stage;
    await compare();
    await comparison();
    await showTogether();
    await workbench.portfolio('2 investors, 2 statements');
    await workbench.reload();
    await workbench.portfolio('2 investors, 2 statements');
    await workbench.page.getByRole('tab', { name: 'Compare Portfolios' }).click();
    await (await comparison()).getByText('from 31 Jul 2026 to 31 Aug 2026').waitFor();
    await workbench.closeAllEditors();
  });

  it('exports Schedule 112A of the year that is asked for', async () => {
    const { workbench, workspace } = stage;
    await savedRow(/^31 Aug 2026, CAMS/).click();
    await workbench.chooseFromMenu(savedRow(/^31 Aug 2026, CAMS/), 'Export Portfolio');
    await workbench.pick('Schedule 112A as CSV (Estimate)');
    await workbench.pick('2024-25');
    await workbench.acceptFileDialog('Export Portfolio');
    await workbench.notificationText(/Exported to joint-schedule-112a\.csv/);
    const csv = await readFile(join(workspace, 'joint-schedule-112a.csv'), 'utf8');
    assert.match(csv, /^Share\/Unit acquired\(1a\),Share\/Unit Transferred\(1b\),/);
  });

  it('remembers a NAV of 31 January 2018, and exports what it makes complete', async () => {
    const { workbench, workspace } = stage;
    await writeFile(join(workspace, 'old.cas.json'), grandfatheredAnswer);
    await workbench.explorerRow('old.cas.json').dblclick();
    const page = await workbench.portfolio('Grandfathered Investor');
    await page.getByRole('tab', { name: 'Realised gains' }).click();
    const field = page.getByLabel('NAV of 31 Jan 2018', { exact: true });
    await field.fill('12.5');
    await field.press('Tab');
    await page.getByRole('button', { name: 'Export Schedule 112A' }).click();
    await workbench.acceptFileDialog('Export Portfolio');
    await workbench.notificationText(/Exported to old-schedule-112a\.csv/);
    const csv = await readFile(join(workspace, 'old-schedule-112a.csv'), 'utf8');
    assert.match(csv, /,12\.5,1250,0,1250,250\r\n$/);
    await workbench.closeAllEditors();
    await workbench.explorerRow('old.cas.json').dblclick();
    const again = await workbench.portfolio('Grandfathered Investor');
    await again.getByRole('tab', { name: 'Realised gains' }).click();
    await again.getByRole('button', { name: 'Export Schedule 112A' }).waitFor();
    await workbench.closeAllEditors();
  });

  it('remembers what kind of fund it is, over a restart, and has a schedule for it', async () => {
    const { workbench, workspace } = stage;
    await writeFile(join(workspace, 'hybrid.cas.json'), hybridAnswer);
    await workbench.explorerRow('hybrid.cas.json').dblclick();
    const page = await workbench.portfolio('Hybrid Investor');
    await page.getByRole('tab', { name: 'Realised gains' }).click();
    await page.getByText(/^No Schedule 112A/).waitFor();
    await page.getByLabel('Kind of fund').selectOption({ label: 'Equity-oriented' });
    await page.getByRole('button', { name: 'Export Schedule 112A' }).waitFor();
    await workbench.reload();
    const again = await workbench.portfolio('Hybrid Investor');
    await again.getByRole('tab', { name: 'Realised gains' }).click();
    await again.getByRole('button', { name: 'Export Schedule 112A' }).waitFor();
    await again.getByRole('heading', { name: 'What only you know' }).click();
    await again.getByText('as you said').waitFor();
    await workbench.closeAllEditors();
  });

  it('runs nothing of a hostile portfolio, in the page that VS Code shows, and says what it cannot show', async () => {
    const { workbench, workspace } = stage;
    const file = join(workspace, 'hostile.cas.json');
    await writeFile(file, '{"investor":{"name":"Harmless 0"}}');
    await workbench.explorerRow('hostile.cas.json').dblclick();
    const page = await workbench.portfolio('Harmless 0');
    const trap = await WebviewTrap.set(workbench.page, page);
    // What it watches for is told.
    await page.evaluate(() => window.alert('armed'));
    await until(() => trap.alarms.length > 0, 'The alarm');
    assert.deepEqual(trap.alarms.splice(0), ['alert']);
    const heading = page.locator('h1');
    for (const [index, [name, text]] of Object.entries(hostileAnswers()).entries()) {
      await writeFile(file, text);
      await heading.filter({ hasText: 'Harmless' }).waitFor({ state: 'detached' });
      const tabs = page.getByRole('tab');
      for (let tab = 0; tab < (await tabs.count()); tab += 1) {
        await tabs.nth(tab).click();
        for (const opener of (await page.locator('.opener').all()).slice(0, 3))
          await opener.click();
      }
      assert.equal(
        await page.locator('main :is(script, iframe, img, a, object, embed, form)').count(),
        0,
        name,
      );
      assert.deepEqual(trap.alarms, [], name);
      await writeFile(file, `{"investor":{"name":"Harmless ${index + 1}"}}`);
      await heading.filter({ hasText: `Harmless ${index + 1}` }).waitFor();
    }
  });

  it('shows a file that is not a portfolio as what it is', async () => {
    const { workbench, workspace } = stage;
    await copyFile(join(workspace, 'notes.txt'), join(workspace, 'broken.cas.json'));
    await workbench.explorerRow('broken.cas.json').dblclick();
    const page = await workbench.portfolio(/JSON/);
    await page.getByRole('button', { name: 'JSON' }).click();
    await workbench.page.locator('.view-lines', { hasText: 'Not a PDF' }).waitFor();
  });
});
