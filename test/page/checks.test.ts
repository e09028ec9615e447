import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { PageStage } from './pageStage.ts';
import { settled } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('The checks on the page', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  const checksOf = async (sample: string) =>
    checksOfAnswer(await readFile(join(answers, `${sample}.json`), 'utf8'));

  async function checksOfAnswer(answer: string): Promise<PageStage> {
    const stage = await PageStage.open(browser);
    await stage.show(answer);
    await settled(stage.page);
    await stage.page.getByRole('tab', { name: 'Checks' }).click();
    await stage.page.locator('.folds h3').first().waitFor();
    return stage;
  }

  it('stand below the name of what they are of; only where something differs they are open', async () => {
    const stage = await checksOf('quirks.cams_kfintech');
    const { page } = stage;
    const names = await page.locator('.folds h3').allInnerTexts();
    assert.equal(new Set(names).size, names.length, 'each name once');
    const open = page.locator('.folds details[open]');
    assert.deepEqual(await open.locator('h3').allInnerTexts(), ['Demat accounts']);
    assert.match((await open.locator('.checks').innerText()).trim(), /₹10,432\.00/);
    const folded = page.locator('.folds details', { hasText: 'EXM01' });
    assert.match(await folded.innerText(), /7 agree/);
    await folded.locator('summary').click();
    await folded.getByText('9 running balances follow one from the other').waitFor();
    await folded.getByText('0 opening + 671.951 moved = 671.951 units').waitFor();
    const gone = page.locator('.folds details', { hasText: 'SMP31' });
    await gone.locator('summary').click();
    await gone.getByText('275 opening − 275 moved = 0 units').waitFor();
    await stage.close();
  });

  it('say what no total counts, beside the total as well', async () => {
    const gold = [{ name: 'Gold', units: 2, value: 700.5 }];
    const fund = { name: 'Fund', units: 1, value: 10, gain: { absolute: 4 } };
    const answer = { meta: {}, mutual_funds: [{ amc: 'A', schemes: [fund] }], vaults: gold };
    const stage = await checksOfAnswer(JSON.stringify(answer));
    const { page } = stage;
    await page.getByText('not counted: 1 entry that this version does not know').waitFor();
    await page.getByText('value less gain for 1 of them').waitFor();
    const whole = page.locator('.folds details', { hasText: 'Not counted: vaults' });
    if ((await whole.getAttribute('open')) === null) await whole.locator('summary').click();
    await whole.getByText('Not counted: vaults (1 listed, ₹700.50 together)').waitFor();
    await stage.close();
  });

  it('of one thing are told as one', async () => {
    const stage = await checksOf('cdsl');
    const holding = stage.page.locator('.folds details', { hasText: 'EXAMPLE INDUSTRIES' });
    await holding.locator('summary').click();
    await holding.getByText('The date of 1 transaction lies in the period').waitFor();
    await holding.getByText('The running balance follows from the one before').waitFor();
    await stage.close();
  });
});
