import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { axeViolations } from './axe.ts';
import { familyStatements } from './familyStatements.ts';
import { PageStage, themes } from './pageStage.ts';
import { settled } from './parts.ts';

const parts = ['Holdings', 'Transactions', 'Overlaps', 'Checks', 'Statements'] as const;

/**
 * Worked out from the samples by hand: CAMS 86,902.32 + NSDL 5,03,449.71 twice + CDSL 9,50,018.26, less what is left out. Of the
 * earlier NSDL statement all; of both depositories a scheme of 1,35,681.57 that CAMS has with its transactions; of CDSL the NSDL
 * demat account, 22,009.50; of NSDL the CDSL one, 1,65,010.00.
 */
const IN_STATEMENTS = 86_902.32 + 2 * 503_449.71 + 950_018.26;
const LISTED_TWICE = 503_449.71 + 2 * 135_681.57 + 22_009.5 + 165_010;

describe('Several statements as one portfolio', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  async function opened(options: Parameters<typeof PageStage.open>[1] = {}): Promise<PageStage> {
    const stage = await PageStage.open(browser, options);
    await stage.showFamily(await familyStatements());
    await settled(stage.page);
    return stage;
  }

  const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
  const rupees = (amount: number) =>
    `₹${amount.toLocaleString('en-IN', { minimumFractionDigits: 2 })}`;

  it('count what two of them list once, and say what was left out', async () => {
    const stage = await opened();
    const { page } = stage;
    const answer = await page.locator('.glance .main').innerText();
    assert.ok(answer.includes(rupees(round(IN_STATEMENTS - LISTED_TWICE))), answer);
    assert.ok(answer.includes(rupees(round(LISTED_TWICE))), answer);
    await page.getByRole('button', { name: 'Look at them' }).click();
    await page.getByText('5 things are listed more than once and counted once.').waitFor();
    const things = page.locator('.overlaps tbody');
    assert.equal(await things.count(), 5);
    const flexi = things.filter({ hasText: 'Flexi' });
    assert.match(await flexi.innerText(), /CAMS \+ KFintech, 31 Aug 2026\s+₹58,132\.03/);
    assert.equal(await flexi.locator('tr').count(), 3, 'of CDSL and both NSDL statements');
    assert.equal(await flexi.locator('.differs').count(), 2, 'of those of the same day');
    await tab(page, 'Statements');
    const rows = await page.locator('.statements tbody tr').allInnerTexts();
    assert.equal(rows.length, 5, 'four statements, and what is listed twice');
    assert.match(rows.at(-1) ?? '', /−/);
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });

  it('are filtered, grouped, sorted, copied and exported like one, each holding with its owner', async () => {
    const stage = await opened();
    const { page } = stage;
    const holdings = page.locator('tr.holding');
    const all = await holdings.count();
    await page.getByRole('button', { name: 'Investor', exact: true }).click();
    assert.deepEqual(await page.locator('tr.group .group-name .text').allInnerTexts(), [
      'Sample Joint Holder',
      'Sample Investor',
    ]);
    await page.getByLabel('Allocation by').selectOption({ label: 'Investor' });
    await page.locator('.allocation').getByRole('button', { name: 'Sample Joint Holder' }).click();
    const own = await holdings.count();
    assert.ok(own > 0 && own < all);
    for (const text of await holdings.allInnerTexts())
      assert.match(text, /Sample Joint Holder, CDSL eCAS, 31 Aug 2026/);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const sent = (await stage.sent()).find(({ type }) => type === 'export');
    assert.ok(sent?.type === 'export' && sent.spec.keys?.every((key) => key.startsWith('3/')));
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^Investor\tStatement\tHolding\t/);
    assert.equal(copied.split('\n').length, own + 1);
    await page.locator('.chip').click();
    await tab(page, 'Transactions');
    await page.locator('.transactions.all tbody tr').first().getByText('Sample').first().waitFor();
    await stage.close();
  });

  it('tell apart a folio that two statements list in parts, and say what has no cost', async () => {
    const stage = await opened();
    const groups = await stage.page.locator('tr.group').allInnerTexts();
    const folio = groups.filter((text) => text.includes('9000000002'));
    assert.deepEqual(
      folio.map((text) => /Sample (?:Joint Holder|Investor), .*31 Aug 2026/.exec(text)?.[0]),
      [
        'Sample Joint Holder, CDSL eCAS, 31 Aug 2026',
        'Sample Investor, CAMS + KFintech, 31 Aug 2026',
      ],
    );
    assert.ok(groups.some((text) => text.includes('no cost given')));
    assert.ok(
      !groups.some((text) => text.includes('9000000001') && text.includes('Sample Investor')),
    );
    await stage.close();
  });

  it('hide names, amounts and file names alike, and have no violation that axe finds', async () => {
    const stage = await opened();
    const { page } = stage;
    await stage.send({ type: 'mask', masked: true });
    await page.locator('.glance', { hasText: '••••' }).waitFor();
    for (const name of parts) {
      await tab(page, name);
      const text = await page.locator('main').innerText();
      for (const secret of [
        'Sample Investor',
        'Joint Holder',
        '9000000001',
        'cas.json',
        '58,132.03',
        '1,35,681',
      ])
        assert.ok(!text.includes(secret), `${name} shows ${secret}`);
      assert.deepEqual(await axeViolations(page), []);
    }
    await stage.close();
  });

  it('say which files are no portfolio, and show the others', async () => {
    const stage = await PageStage.open(browser);
    const [cams] = await familyStatements();
    await stage.showFamily([{ title: 'notes.cas.json', text: 'Dear' }, ...(cams ? [cams] : [])]);
    await stage.page.getByText('notes.cas.json is not a portfolio and is left out.').waitFor();
    await stage.page.getByText('₹86,902.32').first().waitFor();
    await stage.close();
  });

  for (const theme of themes) {
    for (const width of theme === 'dark' ? [320, 400, 800, 1400] : [400, 800, 1400]) {
      it(`are pictured in ${theme} at ${width} px, and fit their width`, async () => {
        const stage = await opened({ theme, width });
        // The other parts are those of a single statement, so they are looked at in one theme only.
        const own = ['Holdings', 'Overlaps', 'Statements'] as const;
        for (const part of theme === 'dark' && width >= 400 ? parts : own) {
          await tab(stage.page, part);
          await stage.picture(`family-${part.toLowerCase()}-${theme}-${width}`);
          const overflow = await stage.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(overflow, 0, `${part} is wider than the page`);
        }
        assert.deepEqual(stage.alarms, []);
        await stage.close();
      });
    }
  }
});

function round(amount: number): number {
  return Math.round(amount * 100) / 100;
}
