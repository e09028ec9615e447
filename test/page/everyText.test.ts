import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { PageStage } from './pageStage.ts';
import { parts, settled, showPart } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('The portfolio page shows everything', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  for (const sample of ['cdsl', 'nsdl', 'cams_kfintech', 'quirks.cams_kfintech']) {
    it(`every text of ${sample}`, async () => {
      const text = await readFile(join(answers, `${sample}.json`), 'utf8');
      const { page, ...stage } = await opened(browser, text);
      const closed = page.getByRole('button', { name: /^Show .* closed$/ });
      if ((await closed.count()) > 0) await closed.click();
      for (const opener of await page.locator('.opener').all()) await opener.click();
      let shown = '';
      for (const part of parts) {
        await showPart(page, part);
        shown += squeezed(await page.locator('main').innerText());
      }
      const missing = texts(JSON.parse(text))
        .filter((one) => !shown.includes(squeezed(one)))
        .filter((one) => !isShownInOtherWords(one));
      assert.deepEqual(missing, []);
      await stage.close();
    });
  }
});

async function opened(browser: Browser, text: string) {
  const stage = await PageStage.open(browser);
  await stage.show(text);
  await settled(stage.page);
  return { page: stage.page, close: () => stage.close() };
}

/** All strings of an answer, keys apart. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** Dates, types and the like are shown in words of ours; unit tests compare those one by one. */
function isShownInOtherWords(text: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(text) || /^[A-Z_]+$/.test(text);
}
