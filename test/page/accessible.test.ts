import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { axeViolations } from './axe.ts';
import { PageStage, themes } from './pageStage.ts';
import { openSomething, parts, settled, showPart } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('The portfolio page is accessible', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
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
      for (const part of parts) {
        await showPart(stage.page, part);
        assert.deepEqual(await axeViolations(stage.page), [], part.tab);
      }
      await stage.close();
    });
  }
});
