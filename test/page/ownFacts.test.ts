import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { giftAnswer, GIFT_ISIN, HYBRID_ISIN } from '../fixtures/factsAnswers.ts';
import { PageStage, themes } from './pageStage.ts';

const FOLIO = '9000000001';
const RECEIVED = { folio: FOLIO, isin: GIFT_ISIN, date: '2024-11-14' };
const LOTS = [{ acquired: '2022-01-01', units: '1000', cost: '10000' }];

describe('What only the owner of the units knows', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  async function open(options = {}): Promise<PageStage> {
    const stage = await PageStage.open(browser, options);
    await stage.show(giftAnswer);
    await stage.page.getByRole('tab', { name: 'Realised gains' }).click();
    await stage.page.getByRole('heading', { name: 'What only you know' }).waitFor();
    return stage;
  }

  async function lastSaid(stage: PageStage) {
    const said = (await stage.sent()).filter(({ type }) => type === 'fact');
    const last = said.at(-1);
    assert.ok(last?.type === 'fact');
    return last.change;
  }

  const fund = (page: Page, name: string) => page.getByRole('region', { name });

  it('is what kind of fund it is, shown as theirs, and taken back', async () => {
    const stage = await open();
    const hybrid = fund(stage.page, 'Example Hybrid Fund');
    await hybrid.getByLabel('Kind of fund').selectOption({ label: 'Equity-oriented' });
    const kind = { of: 'kind', isin: HYBRID_ISIN, kind: 'equity-oriented' };
    assert.deepEqual(await lastSaid(stage), kind);
    const schemes = { [HYBRID_ISIN]: { kind: 'equity-oriented' as const } };
    await stage.send({ type: 'facts', facts: { file: { version: 1, schemes }, kept: true } });
    await hybrid.getByText('as you said').waitFor();
    await hybrid.getByText(/^At least 65 percent in shares of Indian companies/).waitFor();
    await hybrid.getByRole('button', { name: 'Take back: Kind of fund' }).click();
    assert.deepEqual(await lastSaid(stage), { ...kind, kind: null });
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });

  it('is when and for how much the previous owner bought, and what is wrong with it is said', async () => {
    const stage = await open();
    const gift = fund(stage.page, 'Example Gifted Fund');
    const [day, units, cost] = [
      gift.getByLabel('Bought by the previous owner on'),
      gift.getByLabel('Units'),
      gift.getByLabel('Cost in rupees'),
    ];
    const remember = gift.getByRole('button', { name: 'Remember' });
    await remember.click();
    await gift.getByText(/^A day on which the previous owner bought/).waitFor();
    await day.fill('2022-01-01');
    await cost.fill('ten');
    await remember.click();
    await gift.getByText(/^An amount in rupees/).waitFor();
    await cost.fill('10,000');
    await units.fill('900');
    await remember.click();
    await gift.getByText('Together they must be as many units as were received').waitFor();
    await units.fill('1,000');
    await remember.click();
    assert.deepEqual(await lastSaid(stage), { of: 'transfer', ...RECEIVED, lots: LOTS });
    const transfers = [{ ...RECEIVED, lots: LOTS }];
    await stage.send({ type: 'facts', facts: { file: { version: 1, transfers }, kept: true } });
    // Sold for 55,000.
    await stage.page.getByText('+₹45,000.00').first().waitFor();
    await gift.getByRole('button', { name: 'Take back: Cost in rupees' }).click();
    assert.deepEqual(await lastSaid(stage), { of: 'transfer', ...RECEIVED, lots: null });
    await stage.close();
  });

  it('is an exit load, less than the sale, and how an anniversary counts', async () => {
    const stage = await open();
    const { page } = stage;
    const gift = fund(page, 'Example Gifted Fund');
    await gift.getByText('Exit load', { exact: true }).click();
    const load = gift.getByLabel(/sold for ₹55,000.00/);
    await load.fill('55000');
    await load.press('Tab');
    await gift.getByText(/less than what was sold$/).waitFor();
    await load.fill('550.25');
    await load.press('Tab');
    const place = { folio: FOLIO, isin: GIFT_ISIN, date: '2025-06-16' };
    assert.deepEqual(await lastSaid(stage), { of: 'exitLoad', ...place, amount: '550.25' });
    await page.getByLabel('Sold on the very anniversary').selectOption('long');
    assert.deepEqual(await lastSaid(stage), { of: 'anniversary', counts: 'long' });
    await stage.close();
  });

  it('is not kept where the secret storage does not answer, which is said', async () => {
    const stage = await open();
    await stage.send({ type: 'facts', facts: { file: { version: 1 }, kept: false } });
    await stage.page.getByText(/holds until this window is closed/).waitFor();
    await stage.close();
  });

  it('is hidden with the amounts', async () => {
    const stage = await open();
    await stage.send({ type: 'mask', masked: true });
    await stage.page.getByText(/^Hidden with the amounts/).waitFor();
    assert.equal(await stage.page.getByLabel('Cost in rupees').count(), 0);
    await stage.close();
  });

  for (const theme of themes) {
    for (const width of theme === 'dark' ? [320, 1400] : [1400]) {
      it(`is pictured in ${theme} at ${width} px, and fits its width`, async () => {
        const stage = await open({ theme, width });
        const schemes = { [HYBRID_ISIN]: { kind: 'equity-oriented' as const } };
        await stage.send({ type: 'facts', facts: { file: { version: 1, schemes }, kept: true } });
        await stage.page.getByText('as you said').waitFor();
        await stage.picture(`gains-own-facts-${theme}-${width}`);
        const overflow = await stage.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0);
        assert.deepEqual(stage.alarms, []);
        await stage.close();
      });
    }
  }
});
