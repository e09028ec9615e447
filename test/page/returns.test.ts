import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { sampleText } from '../unit/portfolio/samples.ts';
import { monthAnswer } from '../unit/portfolio/returns/monthAnswer.ts';
import { PageStage } from './pageStage.ts';

describe('Returns and totals, on screen', () => {
  let browser: Browser;
  let stage: PageStage;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());
  beforeEach(async () => (stage = await PageStage.open(browser)));
  afterEach(async () => {
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });

  it('are absolute below a year, in the tile, the table, its group and the sheet', async () => {
    await stage.show(monthAnswer());
    const { page } = stage;
    const figure = '2.00\u00A0% in 30 days';
    await page.locator('tr.holding', { hasText: figure }).waitFor();
    const tile = page.locator('.glance > div').nth(3);
    assert.equal(await tile.locator('dt').innerText(), 'Return');
    assert.equal(await tile.locator('.answer').innerText(), figure);
    assert.doesNotMatch(await tile.innerText(), /a year/);
    assert.equal(
      await tile.locator('[title]').getAttribute('title'),
      'of all that was put in; that is 27.24\u00A0% a year (XIRR)',
    );
    await page.locator('tr.group', { hasText: figure }).waitFor();
    await page.getByRole('button', { name: 'Sample Fund' }).click();
    await page.locator('.sheet dl', { hasText: figure }).waitFor();
  });

  it('of a group are left out where a holding has none, and the tooltip says of how many', async () => {
    await stage.show(sampleText('cams_kfintech'));
    await stage.page.getByRole('button', { name: 'Class', exact: true }).click();
    const dash = stage.page.locator('tr.group .absent[title]');
    assert.equal(
      await dash.first().getAttribute('title'),
      'cannot be computed: 1 of the holdings has no return of its own',
    );
  });

  it('add up the transactions that a filter leaves, hidden when the page hides amounts', async () => {
    await stage.show(sampleText('cams_kfintech'));
    const { page } = stage;
    await page.getByRole('tab', { name: /^Transactions/ }).click();
    const totals = page.getByRole('group', { name: 'Totals of the transactions shown' });
    const said = async (of = '') => {
      await totals.filter({ hasText: of }).waitFor();
      return (await totals.innerText()).replace(/\s+/g, ' ');
    };
    assert.match(
      await said(),
      /^In ₹61,000\.00 Out ₹21,500\.00 Moved in without a purchase ₹5,500\.00 Moved out without a sale ₹5,500\.00 Reversed ₹5,000\.00 IDCW paid out/,
    );
    assert.doesNotMatch(await said(), /Units/);
    await page.getByRole('searchbox').fill('liquid');
    assert.equal(await said('₹31,000.00'), 'In ₹31,000.00 Out ₹11,000.00');
    await page.getByRole('searchbox').fill('INF000D01E59');
    assert.equal(await said('Units'), 'In ₹20,000.00 Out ₹11,000.00 Units moved +6');
    await stage.show(sampleText('cams_kfintech'), { masked: true });
    assert.equal(await said('••••'), 'In ₹•••• Out ₹•••• Units moved ••••');
  });

  it('add up the holdings that a filter leaves', async () => {
    await stage.show(sampleText('cams_kfintech'));
    const { page } = stage;
    const totals = page.getByRole('group', { name: 'Totals of the holdings shown' });
    assert.equal(await totals.count(), 0);
    await page.getByRole('searchbox').fill('liquid');
    assert.equal(
      (await totals.innerText()).replace(/\s+/g, ' '),
      'Value ₹17,468.65 Cost ₹12,000.00 Gain +₹5,468.65',
    );
  });
});
