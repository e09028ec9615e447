import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { giftAnswer, returnAnswer } from '../fixtures/factsAnswers.ts';
import { PageStage, themes } from './pageStage.ts';

describe('Gains as the return asks for them', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  async function open(text: string, options = {}): Promise<PageStage> {
    const stage = await PageStage.open(browser, options);
    await stage.show(text);
    await stage.page.getByRole('tab', { name: 'Realised gains' }).click();
    await stage.page.getByText(/^Not reckoned/).waitFor();
    return stage;
  }

  it('stand by section, rate and period, with the Act, and what is left of the exemption', async () => {
    const stage = await open(returnAnswer);
    const { page } = stage;
    await page.getByRole('heading', { name: 'Financial year 2025-26' }).click();
    const sections = page.locator('details', { hasText: 'Financial year 2025-26' });
    await sections.locator('table.sections').waitFor();
    const text = (await sections.locator('table.sections').innerText()).replaceAll(/[\s ]+/g, ' ');
    for (const row of [
      'Section 111A, Income-tax Act 1961 short-term gains of equity-oriented funds Section 112A, Income-tax Act 1961 long-term gains of equity-oriented funds Section 50AA, Income-tax Act 1961 specified mutual funds, always short-term',
      'Rate 20 % 12.5 % of your slab',
      'Gain, estimated +₹30,000.00 +₹50,000.00 −₹2,000.00',
      '1 Apr to 15 Jun ₹0.00 ₹50,000.00 ₹0.00',
      '16 Sep to 15 Dec ₹0.00 ₹0.00 −₹2,000.00',
      '16 Mar to 31 Mar ₹30,000.00 ₹0.00 ₹0.00',
    ])
      assert.ok(text.includes(row), `${row} in ${text}`);
    await sections.getByText(/As far as this statement tells, ₹75,000.00 of it are left/).waitFor();
    await sections.getByText(/by the Income-tax Act 1961, not tax advice/).waitFor();
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });

  it('name the Income-tax Act, 2025 from tax year 2026-27, and offer no CSV for it', async () => {
    const stage = await open(returnAnswer);
    const year = stage.page.locator('details', { hasText: 'Tax year 2026-27' });
    await year.getByRole('columnheader', { name: /^Section 198, Income-tax Act, 2025/ }).waitFor();
    await year.getByText(/whose return forms are not published yet/).waitFor();
    await year.getByText(/₹1,05,000.00 of it are left/).waitFor();
    assert.equal(await year.getByRole('button', { name: 'Export Schedule 112A' }).count(), 0);
    await stage.close();
  });

  it('have a schedule, under the template of the portal or without it, and say what importing it does', async () => {
    const stage = await open(returnAnswer);
    const { page } = stage;
    await page.getByRole('heading', { name: 'Financial year 2025-26' }).click();
    await page.getByText(/^Importing a CSV clears what was typed/).waitFor();
    const spec = { format: 'schedule112a', year: '2025-26' };
    for (const [name, asked] of [
      ['Export under the Portal’s Template', { ...spec, template: true }],
      ['Export Schedule 112A', spec],
    ] as const) {
      await page.getByRole('button', { name }).click();
      assert.deepEqual((await stage.sent()).at(-1), { type: 'export', spec: asked });
    }
    await stage.close();
  });

  it('say what is in no section, and why, and that gifts are no sales', async () => {
    const stage = await open(giftAnswer);
    const { page } = stage;
    await page.getByText('3 sales of lots are in no section:').waitFor();
    for (const why of [
      /does not tell what the units had cost/,
      /does not tell what kind of fund it is/,
      /sold on the very anniversary, short-term for registrars/,
      /What is left of it cannot be told/,
      /^Units that were given away, inherited or moved to another folio are no sale/,
    ])
      await page.getByText(why).waitFor();
    await stage.close();
  });

  it('have IDCW and what was kept back beside them, by year', async () => {
    const stage = await open(returnAnswer);
    await stage.page.getByRole('heading', { name: /^IDCW, TDS/ }).click();
    const cells = stage.page.locator('table.income tbody :is(.figure, .narration)');
    assert.deepEqual(await cells.allInnerTexts(), [
      'Financial year 2025-26',
      '₹12,000.00',
      '₹1,200.00',
      '₹0.00',
      '₹0.00',
    ]);
    await stage.close();
  });

  for (const theme of themes) {
    for (const width of theme === 'dark' ? [320, 800, 1400] : [1400]) {
      it(`are pictured in ${theme} at ${width} px, and fit its width`, async () => {
        const stage = await open(returnAnswer, { theme, width });
        const { page } = stage;
        await page.getByRole('heading', { name: 'Financial year 2025-26' }).click();
        await page.getByRole('heading', { name: /^IDCW, TDS/ }).click();
        await stage.picture(`gains-return-${theme}-${width}`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0);
        assert.deepEqual(stage.alarms, []);
        await stage.close();
      });
    }
  }
});
