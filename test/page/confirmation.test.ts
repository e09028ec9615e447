import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { readStatement } from '../../src/local/readStatement.ts';
import { launchChromium } from '../editor/chromium.ts';
import { fixturePassword, fixturePdf } from '../unit/local/fixtures.ts';
import { axeViolations } from './axe.ts';
import { PageStage, themes } from './pageStage.ts';
import type { PageOptions } from './pageStage.ts';
import { settled } from './parts.ts';

const answers = join(import.meta.dirname, '../fixtures/answers');
const MARK = '.unconfirmed';

describe('A figure that no check confirms', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  async function show(text: string, options: PageOptions = {}): Promise<PageStage> {
    const stage = await PageStage.open(browser, options);
    await stage.show(text);
    await settled(stage.page);
    return stage;
  }

  async function readHere(kind: 'cams-summary' | 'nsdl' = 'cams-summary'): Promise<string> {
    const { text } = await readStatement(await fixturePdf(kind), fixturePassword(kind));
    return text;
  }

  const cell = (stage: PageStage, label: string): Locator =>
    stage.page
      .locator('.holdings .holding')
      .first()
      .locator('td', { has: stage.page.locator('.cell-label', { hasText: label }) })
      .first();

  it('is marked by a line and in words, and those that are confirmed are not', async () => {
    const stage = await show(await readHere());
    const cost = cell(stage, 'Cost').locator(MARK);
    assert.match((await cost.getAttribute('title')) ?? '', /^Read, not confirmed: nothing else/);
    assert.match((await cost.textContent()) ?? '', /\(read, not confirmed\)$/);
    const line = await cost.evaluate((element) => getComputedStyle(element).textDecorationLine);
    assert.equal(line, 'underline');
    for (const label of ['Units', 'NAV or price', 'Value'])
      assert.equal(await cell(stage, label).locator(MARK).count(), 0, label);
    await stage.close();
  });

  it('can be the number of transactions, which no balance before the first of them confirms', async () => {
    const stage = await show(await readHere('nsdl'));
    await stage.page.locator('.holding .opener').first().click();
    const list = stage.page.locator('.sheet .latest caption, .sheet p.note').first();
    const title = await list.locator(MARK).getAttribute('title');
    assert.match(title ?? '', /^Nothing else in the statement says that no transaction is missing/);
    await stage.close();
  });

  it('is not among those of which all checks agree, and is counted beside them', async () => {
    const text = await readHere();
    const { counts } = (JSON.parse(text) as { x_casparser: { confirmation: { counts: Counts } } })
      .x_casparser.confirmation;
    const stage = await show(text);
    const confirmed = counts.figures.confirmed + counts.identifiers.confirmed;
    const read = counts.figures.read + counts.identifiers.read;
    assert.match(
      await stage.page.locator('.seal').first().innerText(),
      new RegExp(`all \\d+ checks agree; read, not confirmed: ${read}`),
    );
    await stage.page.getByRole('tab', { name: 'Checks' }).click();
    await stage.page.getByText(`${confirmed} figures and numbers are confirmed`).waitFor();
    await stage.page.getByText(`${read} were read, not confirmed`).waitFor();
    await stage.close();
  });

  it('marks what is made of it: the figures of a group', async () => {
    const stage = await show(await readHere());
    const group = stage.page.locator('.holdings tr.group').first();
    const figure = (label: string): Locator =>
      group.locator('td', { has: stage.page.locator('.cell-label', { hasText: label }) });
    assert.match(
      (await figure('Gain').locator(MARK).getAttribute('title')) ?? '',
      /^Made of figures that were read, not confirmed/,
    );
    assert.equal(await figure('Value').locator(MARK).count(), 0);
    await stage.close();
  });

  it('is marked among several statements, of which the service read one', async () => {
    const service = await readFile(join(answers, 'cdsl.json'), 'utf8');
    const stage = await PageStage.open(browser, {});
    await stage.showFamily([
      { title: 'here.cas.json', text: await readHere() },
      { title: 'service.cas.json', text: service },
    ]);
    await settled(stage.page);
    const rows = stage.page.locator('.holdings tr.holding');
    assert.ok((await rows.locator(MARK).count()) > 0);
    await stage.page.getByLabel('Filter holdings').fill('TESTCASE CHEMICALS');
    await rows.filter({ hasText: 'TESTCASE CHEMICALS' }).first().waitFor();
    assert.equal(await rows.locator(MARK).count(), 0, 'of a row of the service');
    assert.equal(await stage.page.locator('.glance').getByText('read, not confirmed').count(), 2);
    assert.doesNotMatch(
      await stage.page.locator('.seal').first().innerText(),
      /all \d+ checks agree$/,
    );
    await stage.close();
  });

  it('is not known of an answer of the service, nor of one read here before the engine said so', async () => {
    const service = await readFile(join(answers, 'quirks.cams_kfintech.json'), 'utf8');
    const old = JSON.parse(await readHere()) as { x_casparser: { confirmation?: unknown } };
    delete old.x_casparser.confirmation;
    for (const text of [service, JSON.stringify(old)]) {
      const stage = await show(text);
      assert.equal(await stage.page.locator(MARK).count(), 0);
      assert.doesNotMatch(await stage.page.locator('.seal').first().innerText(), /confirmed/);
      await stage.page.getByRole('tab', { name: 'Checks' }).click();
      await stage.page.locator('.folds h3').first().waitFor();
      assert.equal(await stage.page.getByText('not confirmed').count(), 0);
      await stage.close();
    }
  });

  for (const theme of themes) {
    const width = theme === 'dark' ? 400 : 1400;
    it(`is pictured in ${theme} at ${width} px`, async () => {
      const stage = await show(await readHere(), { theme, width });
      await stage.page.locator('.holding .opener').first().click();
      await stage.page.locator('.sheet').first().waitFor();
      assert.deepEqual(await axeViolations(stage.page), []);
      await stage.picture(`confirmation-${theme}-${width}`);
      await stage.page.getByRole('tab', { name: 'Checks' }).click();
      await stage.page.locator('.folds h3').first().waitFor();
      await stage.picture(`confirmation-checks-${theme}-${width}`);
      assert.deepEqual(stage.alarms, []);
      await stage.close();
    });
  }
});

type Counts = Readonly<
  Record<'figures' | 'identifiers', { readonly confirmed: number; readonly read: number }>
>;
