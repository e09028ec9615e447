import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { PageStage, themes } from './pageStage.ts';
import { openSomething, parts, settled, showPart } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe('The portfolio page is accessible', function () {
  this.timeout(60_000);
  let browser: Browser;
  let axe: string;
  before(async () => {
    browser = await launchChromium();
    axe = await readFile(axePath, 'utf8');
  });
  after(() => browser.close());

  // Only colours change with the theme, so one statement is enough for most of them.
  const looks = [
    ...themes.map((theme) => ({ theme, sample: 'quirks.cams_kfintech' })),
    { theme: 'dark', sample: 'cdsl' },
  ] as const;
  for (const { theme, sample } of looks) {
    it(`without a violation in ${theme}, ${sample}`, async () => {
      const stage = await PageStage.open(browser, { theme });
      await stage.show(await readFile(join(answers, `${sample}.json`), 'utf8'));
      await settled(stage.page);
      await openSomething(stage.page);
      await stage.page.evaluate(axe);
      for (const part of parts) {
        await showPart(stage.page, part);
        assert.deepEqual(await violations(stage.page), [], part.tab);
      }
      await stage.close();
    });
  }
});

/** What axe finds, each with the first places of it. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary ?? ''}`)
        .join('\n')}`,
  );
}
