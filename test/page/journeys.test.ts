import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PageMessage } from '../../src/views/messages.ts';
import { launchChromium } from '../editor/chromium.ts';
import { GRANDFATHERED_ISIN, grandfatheredAnswer } from '../fixtures/grandfatheredAnswer.ts';
import { PageStage } from './pageStage.ts';
import { settled } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('The portfolio page, as the person works with it', function () {
  let browser: Browser;
  let stage: PageStage;
  let page: Page;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());
  afterEach(async () => {
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });

  async function open(sample: string): Promise<void> {
    stage = await PageStage.open(browser);
    page = stage.page;
    await stage.show(await readFile(join(answers, `${sample}.json`), 'utf8'));
    await settled(page);
  }

  /** A statement in which one scheme is held in two folios. */
  async function inTwoPlaces(sample: string): Promise<string> {
    const answer = JSON.parse(await readFile(join(answers, `${sample}.json`), 'utf8')) as {
      mutual_funds: { folio_number: string }[];
    };
    const [folio] = answer.mutual_funds;
    return JSON.stringify({
      ...answer,
      mutual_funds: [folio, { ...folio, folio_number: '9000000077' }],
    });
  }

  const names = () => page.locator('tr.holding .name .opener').allInnerTexts();

  /** Presses Tab until what has the focus has this text or label. */
  async function tabTo(text: string): Promise<void> {
    for (let presses = 0; presses < 100; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
      });
      if (focused.includes(text)) return;
    }
    assert.fail(`No key leads to "${text}".`);
  }

  it('by keyboard alone: filter, sort, open a holding, see all its transactions, the checks', async () => {
    await open('cams_kfintech');
    await tabTo('Filter holdings');
    await page.keyboard.type('flexi');
    assert.deepEqual(await names(), ['EXM01-Example Flexi Cap Fund - Direct Plan - Growth']);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    assert.equal((await names()).length, 3);
    await tabTo('Value');
    await page.keyboard.press('Enter');
    assert.match((await names())[0] ?? '', /Balanced Advantage/);
    await tabTo('Balanced Advantage');
    await page.keyboard.press('Enter');
    await page.locator('tr.detail').getByText('Latest transactions').waitFor();
    await tabTo('Flexi');
    await page.keyboard.press('Space');
    await tabTo('All 9 transactions');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.transactions.all tbody tr').count(), 9);
    await page.getByRole('tab', { name: 'Transactions' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.locator('.folds .check').first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'tab-checks');
  });

  it('groups by account, AMC, class and ISIN, and never sums one ISIN silently', async () => {
    await open('nsdl');
    await stage.show(await inTwoPlaces('nsdl'));
    const groups = () => page.locator('tr.group .group-name').allInnerTexts();
    const group = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.locator('tr.group', { hasText: '9000000077' }).waitFor();
    const byAccount = await groups();
    assert.ok(byAccount.some((text) => text.includes('PRAN')));
    await group('Class');
    assert.ok((await groups()).some((text) => text.startsWith('Shares')));
    const all = (await names()).length;
    await group('Same ISIN');
    const places = page.locator('tr.group', { hasText: /in \d places/ }).first();
    assert.match(await places.innerText(), /together/);
    assert.equal((await names()).length, all, 'every holding keeps its row');
    await group('None');
    assert.deepEqual(await groups(), []);
  });

  it('filters by a click on the allocation, shows the filter as a word, and takes it away', async () => {
    await open('cdsl');
    const all = (await names()).length;
    await page.locator('.allocation').getByRole('button', { name: 'Shares' }).click();
    assert.ok((await names()).length < all);
    const chip = page.locator('.chip', { hasText: 'Shares' });
    await chip.click();
    assert.equal((await names()).length, all);
  });

  it('hides closed holdings until they are asked for, and columns that are not wanted', async () => {
    await open('cams_kfintech');
    assert.equal((await names()).length, 3);
    await page.getByRole('button', { name: 'Show 1 closed' }).click();
    assert.equal((await names()).length, 4);
    await page.locator('.chooser summary').click();
    await page.getByLabel('XIRR').uncheck();
    assert.equal(await page.getByRole('columnheader', { name: 'XIRR' }).count(), 0);
  });

  it('finds transactions by type, date and text', async () => {
    await open('cams_kfintech');
    await page.getByRole('tab', { name: 'Transactions' }).click();
    const amount = page.locator('.transactions.all th', { hasText: 'Amount' });
    assert.match((await amount.getAttribute('title')) ?? '', /sign of the units .* as printed/);
    const count = () => page.locator('.transactions.all tbody tr:not(.gap)').count();
    assert.equal(await count(), 18);
    await page.getByLabel('Type of transaction').selectOption({ label: 'Redemption' });
    assert.ok((await count()) < 18);
    await page.getByLabel('Type of transaction').selectOption('');
    await page.getByLabel('From').fill('2024-01-01');
    const later = await page.locator('.transactions.all .date').allInnerTexts();
    assert.ok(later.length > 0 && later.every((date) => /202[4-6]/.test(date)));
    await page.getByLabel('Filter transactions').fill('nothing has this');
    await page.getByText('No transaction has all of this.').waitFor();
  });

  it('leads from the seal to the checks, with their figures', async () => {
    await open('quirks.cams_kfintech');
    await page.getByRole('button', { name: '2 of 41 checks differ' }).click();
    const differing = await page.locator('.checks .check.differs').allInnerTexts();
    assert.equal(differing.length, 2);
    for (const text of differing) assert.match(text, /\d/);
  });

  it('takes the NAV of 31 January 2018 that no statement prints, and tells of one that is none', async () => {
    const stage = await PageStage.open(browser);
    await stage.show(grandfatheredAnswer);
    const { page } = stage;
    await page.getByRole('tab', { name: 'Realised gains' }).click();
    await page.getByText('needs the NAV of 31 Jan 2018').waitFor();
    const field = page.getByLabel('NAV of 31 Jan 2018', { exact: true });
    await field.fill('12,5');
    await field.press('Tab');
    await page.getByText('A NAV in rupees, such as 45.6789').waitFor();
    await field.fill('12.5');
    await field.press('Tab');
    const sent = (await stage.sent()).filter(({ type }) => type === 'fact');
    const change = { of: 'nav', isin: GRANDFATHERED_ISIN, nav: '12.5' };
    assert.deepEqual(sent, [{ type: 'fact', change }]);
    const schemes = { [GRANDFATHERED_ISIN]: { navOf31Jan2018: '12.5' } };
    await stage.send({ type: 'facts', facts: { file: { version: 1, schemes }, kept: true } });
    await page.getByRole('button', { name: 'Export Schedule 112A' }).waitFor();
    // Of a sale for 1,500, max(1,000, min(12.5 x 100, 1,500)) is the cost that the law allows.
    await page.getByText('taxable +₹250.00').waitFor();
    assert.equal(await page.getByText('needs the NAV of 31 Jan 2018').count(), 0);
    await stage.picture('gains-navs-of-2018');
    await stage.close();
  });

  it('takes up where it was left, and keeps nothing of the portfolio for it', async () => {
    await open('cdsl');
    await page.locator('.allocation').getByRole('button', { name: 'Shares' }).click();
    await page.getByRole('button', { name: 'Class', exact: true }).click();
    await page.locator('.holding .opener').first().click();
    await page.getByLabel('Filter holdings').fill('sample');
    await page.getByRole('tab', { name: 'Transactions' }).click();
    await page.getByLabel('From').fill('2026-08-05');
    await page.getByRole('tab', { name: 'Holdings' }).click();
    const text = await page.locator('[role="tabpanel"]').innerText();
    await page.waitForFunction(() => {
      const last = (window as unknown as { sent: PageMessage[] }).sent.at(-1);
      return last?.type === 'typed' && last.typed.holdings === 'sample';
    });
    const told = (await stage.sent()).at(-1);
    assert.ok(told?.type === 'typed');
    const kept = await page.evaluate(() => sessionStorage.getItem('state') ?? '');
    for (const word of ['Sample', 'sample', 'EXAMPLE', 'INE000', 'ABCDE1234F', '12000000'])
      assert.ok(!kept.includes(word), `the state holds ${word}`);
    await page.reload();
    await stage.show(await readFile(join(answers, 'cdsl.json'), 'utf8'), { typed: told.typed });
    await settled(page);
    assert.equal(await page.locator('[role="tabpanel"]').innerText(), text);
    await page.getByRole('tab', { name: 'Transactions' }).click();
    assert.equal(await page.getByLabel('From').inputValue(), '2026-08-05');
  });
});
