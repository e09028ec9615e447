import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { formatRupees } from '../../src/portfolio/format.ts';
import { Decimal } from '../../src/portfolio/decimal.ts';
import { NO_FACTS } from '../../src/portfolio/facts/facts.ts';
import { readPortfolio } from '../../src/portfolio/readPortfolio.ts';
import { reportOf } from '../../src/report/report.ts';
import { gains } from '../../src/tools/gains.ts';
import { callTool } from '../../src/tools/tool.ts';
import { shownHiding } from '../../src/tools/shownHiding.ts';
import { doExport } from '../../src/views/exports/exportJob.ts';
import { launchChromium } from '../editor/chromium.ts';
import { giftAnswer, returnAnswer } from '../fixtures/factsAnswers.ts';
import { sampleText } from '../unit/portfolio/samples.ts';
import { libraryOf } from '../unit/tools/sampleLibrary.ts';
import { until } from '../patience.ts';
import { PageStage } from './pageStage.ts';

const PORTFOLIOS = {
  'a year for the return': returnAnswer,
  'gifts and a sale on the anniversary': giftAnswer,
  'the sample of the service': sampleText('cams_kfintech'),
};

type Report = ReturnType<typeof reportOf>['statements'][number];

function reportedOf(text: string): Report {
  const read = readPortfolio(text);
  assert.ok(read.ok);
  const [report] = reportOf(
    [{ file: 'one.cas.json', portfolio: read.portfolio }],
    NO_FACTS,
  ).statements;
  assert.ok(report);
  return report;
}

/** INR as people write it. */
function rupees(figure: string | null, sign?: 'always'): string {
  const value = Decimal.parse(figure ?? '');
  assert.ok(value, `${figure} is no figure`);
  return formatRupees(value, sign);
}

describe('The same figures everywhere', () => {
  let browser: Browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser.close());

  for (const [name, text] of Object.entries(PORTFOLIOS)) {
    it(`stand on the page and in the report: ${name}`, async () => {
      const stage = await PageStage.open(browser);
      await stage.show(text);
      await stage.page.getByRole('tab', { name: 'Realised gains' }).click();
      await stage.page.getByText(/^Not reckoned/).waitFor();
      const { years } = reportedOf(text).gains;
      assert.ok(years.length > 0);
      for (const { year, sections, shortTerm, longTerm, exemption } of years) {
        const fold = stage.page.locator('details', { hasText: new RegExp(`year ${year}`) });
        const summary = await fold.locator('summary').first().innerText();
        for (const sum of [shortTerm, longTerm])
          if (Number(sum) !== 0)
            assert.ok(summary.includes(rupees(sum, 'always')), `${sum} in ${summary}`);
        if (!(await fold.first().evaluate((one) => (one as HTMLDetailsElement).open)))
          await fold.locator('summary').first().click();
        const expected = sections.flatMap(({ gain, section }) => [
          rupees(gain, 'always'),
          ...(section === null ? [] : [`Section ${section}, Income-tax Act`]),
        ]);
        if (exemption?.left) expected.push(rupees(exemption.left));
        // What is folded in is drawn once it is opened.
        await until(
          async () => {
            const shown = await fold.first().innerText();
            return expected.every((text) => shown.includes(text));
          },
          `That the year ${year} shows ${expected.join(', ')}`,
        );
      }
      await stage.close();
    });

    it(`are answered by the tools: ${name}`, async () => {
      const said = await callTool(
        gains,
        { statement: 'one.cas.json' },
        {
          library: libraryOf({ 'one.cas.json': text }),
          shown: shownHiding('nothing'),
          facts: NO_FACTS,
        },
      );
      const answered = JSON.parse(said) as {
        years: { year: string; shortTerm: string; longTerm: string; taxable: { gain: string }[] }[];
      };
      assert.deepEqual(
        answered.years.map(({ year, shortTerm, longTerm, taxable }) => ({
          ...{ year, shortTerm, longTerm },
          taxable: taxable.map(({ gain }) => gain),
        })),
        reportedOf(text).gains.years.map(({ year, shortTerm, longTerm, sections }) => ({
          ...{ year, shortTerm: rupees(shortTerm), longTerm: rupees(longTerm) },
          taxable: sections.map(({ gain }) => rupees(gain)),
        })),
      );
    });

    it(`are booked as gains in a journal, and filed in the schedule: ${name}`, async () => {
      const report = reportedOf(text);
      const exported = async (spec: { format: 'beancount' | 'schedule112a'; year?: string }) => {
        const whole = { ...spec, what: 'transactions', masked: false } as const;
        const result = await doExport({ source: text, spec: whole, sample: false });
        return result.ok ? new TextDecoder().decode(result.bytes) : null;
      };
      const journal = (await exported({ format: 'beancount' })) ?? '';
      const booked = [...journal.matchAll(/Income:CapitalGains\s+(-?[\d.]+) INR/g)];
      const known = report.gains.years.flatMap(({ shortTerm, longTerm, termNotKnown }) => [
        ...[shortTerm, longTerm, termNotKnown],
      ]);
      assert.equal(
        sumOf(booked.map(([, amount]) => amount))
          .negated()
          .toString(),
        sumOf(known).toString(),
      );
      for (const { year, state, rows } of report.schedule112a) {
        const csv = await exported({ format: 'schedule112a', year });
        assert.equal(csv !== null, state === 'complete', `${year}: ${state}`);
        if (csv === null) continue;
        const balances = csv
          .trimEnd()
          .split('\r\n')
          .slice(1)
          .map((line) => line.split(',').at(-1));
        assert.deepEqual(
          balances,
          rows?.map(({ balance }) => balance),
        );
      }
    });
  }
});

function sumOf(figures: readonly (string | null | undefined)[]): Decimal {
  return Decimal.sum(figures.map((figure) => Decimal.parse(figure ?? '') ?? Decimal.zero)).round(2);
}
