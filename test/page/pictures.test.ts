import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { PageStage, themes } from './pageStage.ts';
import { openSomething, parts, settled, showPart } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('Every part of the portfolio page', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  for (const theme of themes) {
    // 320 px is also what is left of 640 px at a zoom of 200 %.
    for (const width of theme === 'dark' ? [320, 400, 800, 1400] : [400, 800, 1400]) {
      it(`is pictured in ${theme} at ${width} px, and fits its width`, async () => {
        const stage = await PageStage.open(browser, { theme, width });
        await stage.show(await readFile(join(answers, 'quirks.cams_kfintech.json'), 'utf8'));
        await settled(stage.page);
        await openSomething(stage.page);
        for (const part of parts) {
          await showPart(stage.page, part);
          const name = part.tab.toLowerCase().replaceAll(' ', '-');
          await stage.picture(`portfolio-${name}-${theme}-${width}`);
          const overflow = await stage.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(overflow, 0, `${part.tab} is wider than the page`);
        }
        assert.deepEqual(stage.alarms, []);
        await stage.close();
      });
    }
  }

  it('is pictured with the focus on a holding, a filter, the columns to choose from, and its years', async () => {
    const stage = await PageStage.open(browser, { width: 800 });
    const { page } = stage;
    await stage.show(await readFile(join(answers, 'quirks.cams_kfintech.json'), 'utf8'));
    await settled(page);
    await page.locator('.money summary').click();
    await page.locator('.allocation').getByRole('button', { name: 'Equity funds' }).click();
    await page.locator('.chooser summary').click();
    // The ring is there for those who use the keyboard.
    await page.keyboard.press('Tab');
    await page.locator('.holding .opener').first().focus();
    await stage.picture('portfolio-in-use');
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });
});
