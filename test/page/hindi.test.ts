import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root, run } from '../editor/cache.ts';
import { launchChromium } from '../editor/chromium.ts';
import { PageStage } from './pageStage.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');

describe('The portfolio page in Hindi', function () {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  it('speaks it throughout', async () => {
    const stage = await PageStage.open(browser);
    const { page } = stage;
    const bundle = await readFile(join(root, 'l10n/bundle.l10n.hi.json'), 'utf8');
    const words = JSON.parse(bundle) as Record<string, string>;
    await stage.show(await readFile(join(answers, 'cdsl.json'), 'utf8'), { words });
    // Names such as BO ID are what they are in any language.
    const translated = Object.keys(words).filter(
      (english) => english.includes(' ') && words[english] !== english,
    );
    for (const tab of ['Holdings', 'Transactions', 'Realised gains', 'Checks', 'Statement']) {
      await page.getByRole('tab', { name: words[tab] ?? tab }).click();
      await stage.picture(`portfolio-hindi-${tab.toLowerCase().replaceAll(' ', '-')}`);
      const shown = (await page.locator('main').innerText()).split('\n');
      assert.deepEqual(
        translated.filter((english) => shown.includes(english)),
        [],
        tab,
      );
    }
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });

  it('has letters in its pictures, where this machine has a font with them', async function () {
    if (!(await hasDevanagariFont())) return this.skip();
    const stage = await PageStage.open(browser);
    // What has no glyph is drawn as a box, the same one for every letter.
    const [first, second] = await stage.page.evaluate(() =>
      ['अ', 'क'].map((letter) => {
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d');
        if (!context) return '';
        context.font = `32px ${getComputedStyle(document.body).fontFamily}`;
        context.fillText(letter, 10, 60);
        return canvas.toDataURL();
      }),
    );
    assert.notEqual(first, second, 'both letters are drawn as the same box');
    await stage.close();
  });
});

async function hasDevanagariFont(): Promise<boolean> {
  const { stdout } = await run('fc-list', [':lang=hi', 'family']).catch(() => ({ stdout: '' }));
  return stdout.trim() !== '';
}
