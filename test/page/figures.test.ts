import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { expectedFigures } from './expectedFigures.ts';
import type { SampleAnswer } from './expectedFigures.ts';
import { PageStage } from './pageStage.ts';
import { settled } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('Every figure of the samples, on screen', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  for (const sample of ['cdsl', 'nsdl', 'cams_kfintech']) {
    it(`is what an independent computation makes of ${sample}`, async () => {
      const text = await readFile(join(answers, `${sample}.json`), 'utf8');
      const expected = expectedFigures(JSON.parse(text) as SampleAnswer);
      const stage = await PageStage.open(browser);
      await stage.show(text);
      await settled(stage.page);
      const closed = stage.page.getByRole('button', { name: /^Show .* closed$/ });
      if ((await closed.count()) > 0) await closed.click();

      const glance = stage.page.locator('.glance > div');
      assert.equal(await glance.nth(0).locator('.answer').innerText(), expected.total);
      assert.equal(await glance.nth(1).locator('.answer').innerText(), expected.cost);
      assert.equal(await glance.nth(2).locator('.answer').innerText(), expected.gain);
      if (expected.xirr !== null)
        assert.equal(await glance.nth(3).locator('.answer').innerText(), expected.xirr);

      const rows = stage.page.locator('tr.holding');
      const shown: Record<string, string[]> = {};
      for (const row of await rows.all()) {
        const code = await row.locator('.code bdi').first().innerText();
        const name = await row.locator('.name .text').first().innerText();
        const cells = await row.locator('td').allInnerTexts();
        shown[`${name} ${code}`] = cells.map((cell) =>
          cell.trim().replace(/(cannot be computed): .*/, '$1'),
        );
      }
      assert.deepEqual(shown, expected.rows);
      await stage.close();
    });
  }
});
