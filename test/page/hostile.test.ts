import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../editor/chromium.ts';
import { hostileAnswers } from '../fixtures/hostileAnswers.ts';
import { until } from '../patience.ts';
import { PageStage, showMessage } from './pageStage.ts';
import { parts } from './parts.ts';

describe('Bad input, in the portfolio page', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  for (const [name, text] of Object.entries(hostileAnswers())) {
    it(`${name}: nothing runs, and what can be shown is shown`, async () => {
      const stage = await PageStage.open(browser, { width: 800 });
      await stage.show(text);
      const { page } = stage;
      const tabs = page.getByRole('tab');
      if ((await tabs.count()) > 0) {
        const closed = page.getByRole('button', { name: /^Show .* closed$/ });
        if ((await closed.count()) > 0) await closed.click();
        for (const opener of (await page.locator('.opener').all()).slice(0, 12))
          await opener.click();
        for (const { tab } of parts) await page.getByRole('tab', { name: tab }).click();
      } else {
        await page.getByRole('button', { name: 'Show JSON' }).waitFor();
      }
      assert.deepEqual(stage.alarms, []);
      assert.equal(
        await page.locator('main :is(script, iframe, img, a, object, embed, form)').count(),
        0,
      );
      await stage.close();
    });
  }

  it('cuts nothing off a name of ten thousand letters, and pushes nothing away by it', async () => {
    const stage = await PageStage.open(browser, { width: 800 });
    await stage.show(hostileAnswers()['a name of 10 kB'] ?? '');
    const name = stage.page.locator('tr.holding .name .text').first();
    assert.equal((await name.textContent())?.length, 10_000);
    const box = await name.boundingBox();
    assert.ok(box && box.height < 300, 'the name takes a few lines');
    await stage.close();
  });

  it('puts together what came in parts, and forgets parts that nothing was shown of', async () => {
    const stage = await PageStage.open(browser);
    const text = '{"investor":{"name":"Sample ₹ Investor"},"mutual_funds":[]}';
    const bytes = new TextEncoder().encode(text);
    const part = (first: boolean, some: Uint8Array) =>
      stage.send({ type: 'part', first, bytes: some });
    await part(true, bytes.subarray(0, 10));
    // In the middle of a letter of several bytes.
    const middle = text.indexOf('₹') + 1;
    await part(true, bytes.subarray(0, middle));
    await part(false, bytes.subarray(middle));
    await stage.show('', { inParts: 'plain' });
    await stage.page.getByRole('heading', { name: 'Sample ₹ Investor' }).waitFor();
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });

  for (const inParts of [undefined, 'gzip'] as const)
    it(`unpacks what came compressed${inParts ? ', in parts too' : ''}`, async () => {
      const stage = await PageStage.open(browser);
      const gzip = new Uint8Array(
        gzipSync('{"investor":{"name":"Sample ₹ Investor"},"mutual_funds":[]}'),
      );
      if (inParts) {
        await stage.send({ type: 'part', first: true, bytes: gzip.subarray(0, 30) });
        await stage.send({ type: 'part', first: false, bytes: gzip.subarray(30) });
        await stage.show('', { inParts });
      } else await stage.show('', { text: { gzip } });
      await stage.page.getByRole('heading', { name: 'Sample ₹ Investor' }).waitFor();
      assert.deepEqual(stage.alarms, []);
      await stage.close();
    });

  it('asks again for what came damaged, and for what does not come at all', async () => {
    const stage = await PageStage.open(browser);
    const asked = async () =>
      (await stage.sent()).filter((one) => one.type === 'ready' && one.again).length;
    const whole = new Uint8Array(gzipSync('{"investor":{"name":"Sample Investor"}}'));
    await until(async () => (await asked()) >= 1);
    await stage.send(showMessage({ gzip: whole.slice(0, 30) }));
    const before = await asked();
    await until(async () => (await asked()) > before);
    await stage.show('', { text: { gzip: whole } });
    await stage.page.getByRole('heading', { name: 'Sample Investor' }).waitFor();
    assert.deepEqual(stage.alarms, []);
    await stage.close();
  });

  it('stays answerable with a hundred thousand transactions', async () => {
    const stage = await PageStage.open(browser);
    const transactions = Array.from({ length: 100_000 }, (_, index) => ({
      date: '2024-01-02',
      description: `Purchase ${index}`,
      type: 'PURCHASE',
      amount: 10,
      units: 1,
      nav: 10,
      balance: index + 1,
    }));
    const scheme = { name: 'Example Fund', isin: 'INF000D01B29', units: 100_000, value: 1_000_000 };
    await stage.show(
      JSON.stringify({ mutual_funds: [{ schemes: [{ ...scheme, transactions }] }] }),
    );
    await stage.page.getByRole('tab', { name: 'Transactions' }).click();
    await stage.page.getByText('1,00,000 transactions').waitFor();
    const rows = await stage.page.locator('.transactions.all tbody tr').count();
    assert.ok(rows < 200, `${rows} rows are on the page`);
    await stage.page.getByLabel('Filter transactions').fill('Purchase 99999');
    await stage.page.getByText('1 transaction of').waitFor();
    await stage.close();
  });
});
