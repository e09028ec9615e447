import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { PageStage } from './pageStage.ts';
import { openSomething, parts, settled, showPart } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('The portfolio page, where there is not room for all columns', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  async function opened(width: number, part: (typeof parts)[number]['tab']): Promise<PageStage> {
    const stage = await PageStage.open(browser, { width, height: 600 });
    await stage.show(await readFile(join(answers, 'quirks.cams_kfintech.json'), 'utf8'));
    await settled(stage.page);
    for (const one of parts) if (one.tab === part) await showPart(stage.page, one);
    return stage;
  }

  for (const width of [660, 800, 1300]) {
    it(`gives all of ${width} px to the transactions, and breaks no word of them`, async () => {
      const stage = await opened(width, 'Transactions');
      const { page } = stage;
      await page.locator('.transactions .gap').first().waitFor({ state: 'attached' });
      const heads = await page
        .locator('.transactions thead th')
        .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
      assert.equal(Math.round(heads.reduce((sum, one) => sum + one, 0)), width);
      const cells = page.locator('.transactions tbody tr:not(.gap) > td');
      assert.deepEqual(await cells.evaluateAll(overflowing), []);
      assert.deepEqual(await page.locator('.transactions .type').evaluateAll(brokenWords), []);
      await stage.close();
    });
  }

  for (const width of [320, 400]) {
    it(`keeps the sign and all digits of a figure together at ${width} px`, async () => {
      const stage = await opened(width, 'Holdings');
      await openSomething(stage.page);
      for (const part of parts) {
        await showPart(stage.page, part);
        const figures = stage.page.locator('[role="tabpanel"] td .figure');
        assert.deepEqual(await figures.evaluateAll(brokenWords), [], part.tab);
        const cells = stage.page.locator('[role="tabpanel"] td.number:not(.optional)');
        assert.deepEqual(await cells.evaluateAll(overflowing), [], part.tab);
      }
      await stage.close();
    });
  }

  it('says what each value is where the heads of the columns are not there', async () => {
    const stage = await opened(400, 'Realised gains');
    const lot = await stage.page.locator('.lots tbody tr').first().innerText();
    for (const name of ['Sold', 'Bought', 'Units', 'Cost', 'Sale value', 'Gain', 'Term'])
      assert.match(lot, new RegExp(`^${name}$`, 'm'));
    await stage.close();
  });

  it('sorts by a choice where the heads of the columns are not there', async () => {
    const stage = await opened(400, 'Holdings');
    const { page } = stage;
    await page.getByRole('button', { name: 'None', exact: true }).click();
    const names = () => page.locator('tr.holding .opener').allInnerTexts();
    await page.getByLabel('Sort by').selectOption({ label: 'Holding' });
    const sorted = await names();
    assert.deepEqual(sorted, [...sorted].sort());
    await page.getByRole('button', { name: 'The other way round' }).click();
    assert.deepEqual(await names(), sorted.reverse());
    await page.setViewportSize({ width: 800, height: 600 });
    assert.equal(await page.getByLabel('Sort by').isVisible(), false);
    await stage.close();
  });
});

function overflowing(elements: Element[]): string[] {
  return elements
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ textContent }) => textContent);
}

/** Words of which a part stands in another line. */
function brokenWords(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) broken.push(word[0]);
      }
    }
    return broken;
  });
}
