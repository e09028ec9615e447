import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { axeViolations } from './axe.ts';
import { PageStage, themes } from './pageStage.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

interface Answer {
  meta: { statement_period: { from: string; to: string } };
  summary: { total_value: number };
  demat_accounts: { value: number }[];
}

/** The CDSL sample in June, July and August: in June with one demat account less, and a total to match. */
async function months(): Promise<{ title: string; text: string }[]> {
  const text = await readFile(join(answers, 'cdsl.json'), 'utf8');
  const ends = ['2026-06-30', '2026-07-31', '2026-08-31'];
  return ends.map((to, index) => {
    const answer = JSON.parse(text) as Answer;
    answer.meta.statement_period = { from: `${to.slice(0, 8)}01`, to };
    if (index === 0) {
      const [gone] = answer.demat_accounts.splice(0, 1);
      answer.summary.total_value = Number(
        (answer.summary.total_value - (gone?.value ?? 0)).toFixed(2),
      );
    }
    return { title: `${to}.cas.json`, text: JSON.stringify(answer) };
  });
}

describe('Portfolios compared', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  it('have a line of values when there are three or more, and say why the value moved', async () => {
    const stage = await PageStage.open(browser, { name: 'compare' });
    const [june, july, august] = await months();
    assert.ok(june && july && august);
    await stage.compare([august, june, july]);
    const { page } = stage;
    await page.getByText('from 30 Jun 2026 to 31 Aug 2026').waitFor();
    // 9,50,018.26 less the demat account of 7,50,269.33.
    const values = await page.locator('.money tbody td').allInnerTexts();
    assert.deepEqual(values, ['₹1,99,748.93', '₹9,50,018.26', '₹9,50,018.26']);
    const line = await page.locator('.money-chart path').getAttribute('d');
    assert.equal(line?.split(/[ML]/).filter(Boolean).length, 3, 'a point for each statement');
    const change = await page.locator('.glance .main').innerText();
    assert.match(change, /\+₹7,50,269\.33/);
    assert.equal(await page.locator('.glance .main .gain').count(), 0, 'no gain: it may be money');
    // The demat account that June does not list may have been there before.
    await page.getByText('does not list an account or folio').waitFor();
    const notKnown = page.locator('.glance > div', { hasText: 'Money or market: not known' });
    assert.match(await notKnown.innerText(), /\+₹7,50,269\.33/);
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(stage.alarms, []);
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    assert.deepEqual((await stage.sent()).at(-1), { type: 'toggleMask' });
    await stage.compare([june, july]);
    await page.locator('.money').waitFor({ state: 'detached' });
    await stage.close();
  });

  for (const theme of themes) {
    it(`are pictured in ${theme}, and fit their width`, async () => {
      for (const width of theme === 'dark' ? [320, 400, 800, 1400] : [400, 800, 1400]) {
        const stage = await PageStage.open(browser, { theme, width, name: 'compare' });
        await stage.compare(await months());
        await stage.picture(`compare-${theme}-${width}`);
        const overflow = await stage.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0, `${width} px`);
        await stage.close();
      }
    });
  }
});
