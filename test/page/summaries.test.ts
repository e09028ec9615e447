import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { PageStage } from './pageStage.ts';
import { settled } from './parts.ts';

/** What a registrar's summary prints: folios without their AMC, schemes without a type, all of one day. */
const SUMMARY = JSON.stringify({
  meta: {
    cas_type: 'CAMS_KFINTECH',
    statement_period: { from: '2025-03-31', to: '2025-03-31' },
  },
  investor: { name: 'Sample Investor' },
  mutual_funds: ['10100000/0', '10100001/7'].map((folio_number, index) => ({
    folio_number,
    registrar: 'KFINTECH',
    schemes: [
      { name: `Example Fund ${index}`, isin: `INF000D01B2${index}`, units: 10, value: 100 },
    ],
  })),
});

describe('A summary of one day on the page', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  it('names folios by their numbers, says its day once, and tells apart what can be told apart', async () => {
    const stage = await PageStage.open(browser);
    const { page } = stage;
    await stage.show(SUMMARY);
    await settled(page);
    assert.match(await page.locator('.masthead').innerText(), /as on 31 Mar 2025/);
    const heads = await page.locator('tr.group .group-name').allInnerTexts();
    assert.deepEqual(
      heads.map((head) => head.replaceAll(/\s+/g, ' ')),
      ['Folio 10100000/0 KFINTECH', 'Folio 10100001/7 KFINTECH'],
    );
    assert.equal(await page.getByLabel('Allocation by').inputValue(), 'account');
    assert.match(await page.locator('.allocation').innerText(), /Folio 10100000\/0/);
    await page.getByLabel('Allocation by').selectOption('class');
    await page.getByText('Classes are as the statement lists them.').waitFor();
    assert.match(await page.locator('.allocation').innerText(), /type not stated/);
    await stage.send({ type: 'mask', masked: true });
    await page.locator('.glance', { hasText: '••••' }).waitFor();
    assert.ok(!(await page.locator('main').innerText()).includes('1010000'));
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });
});
