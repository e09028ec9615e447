import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { PERSONAL_TEXTS, withPersonalTexts } from '../unit/portfolio/personalTexts.ts';
import { PageStage } from './pageStage.ts';
import { parts, settled, showPart } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('The mask', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  for (const sample of ['cdsl', 'nsdl', 'quirks.cams_kfintech']) {
    it(`hides amounts, units, names and numbers of ${sample} in text and attributes alike`, async () => {
      const text = await readFile(join(answers, `${sample}.json`), 'utf8');
      const stage = await PageStage.open(browser);
      await stage.show(text, { masked: true });
      await settled(stage.page);
      for (const opener of await stage.page.locator('.opener').all()) await opener.click();
      const seen: string[] = [];
      for (const part of parts) {
        await showPart(stage.page, part);
        seen.push(await stage.page.evaluate(() => document.body.outerHTML));
      }
      const page = seen.join('\n');
      assert.ok(page.includes('••••'));
      for (const secret of secretsOf(JSON.parse(text)))
        assert.ok(!page.includes(secret), `${sample} shows ${secret}`);
      // Shares of the whole stay.
      assert.ok(/\d\.\d\u00A0%|\d\.\d&nbsp;%/.test(page), 'shares of the whole stay');
      await stage.close();
    });
  }

  it('hides what a statement says of a person in names, ISINs and dates', async () => {
    const stage = await PageStage.open(browser);
    await stage.show(JSON.stringify(withPersonalTexts()), { masked: true });
    await settled(stage.page);
    for (const opener of await stage.page.locator('.opener').all()) await opener.click();
    for (const { tab } of parts) {
      await stage.page.getByRole('tab', { name: tab }).click();
      const page = await stage.page.evaluate(() => document.body.outerHTML);
      assert.equal(PERSONAL_TEXTS.exec(page)?.[0], undefined, tab);
    }
    await stage.send({ type: 'mask', masked: false });
    await stage.page.getByText('MEENA ANIL IYER').first().waitFor();
    await stage.close();
  });

  it('goes on and off with one message of the host, and asks the host when its button is pressed', async () => {
    const stage = await PageStage.open(browser);
    await stage.show(await readFile(join(answers, 'cdsl.json'), 'utf8'));
    await settled(stage.page);
    await stage.page.getByText('₹9,50,018.26').waitFor();
    await stage.page.getByRole('button', { name: 'Hide', exact: true }).click();
    assert.deepEqual((await stage.sent()).at(-1), { type: 'toggleMask' });
    await stage.send({ type: 'mask', masked: true });
    await stage.page.getByText('₹9,50,018.26').waitFor({ state: 'detached' });
    await stage.page.getByRole('button', { name: 'Show', exact: true }).waitFor();
    await stage.send({ type: 'mask', masked: false });
    await stage.page.getByText('₹9,50,018.26').waitFor();
    await stage.close();
  });
});

const PERSONAL =
  /^(pan|email|mobile|address|pincode|cas_id|folio_number|bo_id|dp_id|client_id|pran|policy_number|life_assured|nominee)$/;
const AMOUNTS = /^(value|cost|amount|total_value|absolute|sum_assured|premium_amount)$/;

/** What must not be seen: names of people, numbers of accounts, and amounts as the page would write them. */
function secretsOf(answer: unknown, key = ''): string[] {
  if (typeof answer === 'string') return PERSONAL.test(key) && answer.length > 3 ? [answer] : [];
  if (typeof answer === 'number')
    return AMOUNTS.test(key) && Math.abs(answer) > 100
      ? [new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2 }).format(Math.abs(answer))]
      : [];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    name === 'investor' && typeof value === 'object' && value !== null
      ? [...secretsOf(value), (value as { name?: string }).name ?? []].flat()
      : secretsOf(value, name),
  );
}
