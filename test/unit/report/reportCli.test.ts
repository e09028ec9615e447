import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gainsByYear } from '../../../src/portfolio/gains/gainsByYear.ts';
import { realisedGains } from '../../../src/portfolio/gains/realisedGains.ts';
import { readPortfolio } from '../../../src/portfolio/readPortfolio.ts';
import { GIFTED_FOLIO, GIFT_FACTS, ISIN } from '../portfolio/giftedFolio.ts';
import { sampleText } from '../portfolio/samples.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function report(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const script = join(ROOT, 'src/report/reportCli.ts');
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** The parts of the report that are looked at here. */
interface Report {
  readonly version: string;
  readonly statements: readonly {
    readonly totals: Readonly<Record<string, unknown>>;
    readonly returns: {
      readonly portfolio: Readonly<Record<string, unknown>>;
      readonly holdings: readonly Readonly<Record<string, unknown>>[];
    };
    readonly holdings: readonly { readonly key: string; readonly value: string | null }[];
    readonly gains: {
      readonly lots: readonly Readonly<Record<string, unknown>>[];
      readonly years: readonly Readonly<Record<string, unknown>>[];
    };
    readonly schedule112a: readonly {
      readonly year: string;
      readonly state: string;
      readonly rows: readonly Readonly<Record<string, unknown>>[] | null;
      readonly sales: readonly Readonly<Record<string, unknown>>[];
    }[];
    readonly income: { readonly years: readonly Readonly<Record<string, unknown>>[] };
    readonly lots: {
      readonly open: readonly Readonly<Record<string, unknown>>[];
      readonly received: readonly Readonly<Record<string, unknown>>[];
    };
    readonly checks: { readonly differ: number };
  }[];
  readonly together: { readonly totals: Readonly<Record<string, unknown>> } | null;
}

async function reported(...args: readonly string[]): Promise<Report> {
  const { code, out, err } = await report(...args);
  assert.deepEqual({ code, err }, { code: 0, err: '' });
  return JSON.parse(out) as Report;
}

describe('npm run report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casparser-report-'));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const gift = file('gift.cas.json', GIFTED_FOLIO);
  after(() => rmSync(folder, { recursive: true }));

  it('tells totals, holdings, income, lots and checks', async () => {
    const { version, statements, together } = await reported(gift);
    assert.match(version, /^1\.\d+$/);
    assert.equal(together, null);
    const [found] = statements;
    assert.equal(found?.totals.value, '36000.00');
    assert.deepEqual(
      found.holdings.map(({ key, value }) => [key, value]),
      [['mutual_funds[0].schemes[0]', '36000.00']],
    );
    assert.deepEqual(found.income.years, [
      { year: '2025-26', idcw: '0.00', tds: '0.00', stampDuty: '0.25', stt: '0.30' },
    ]);
    assert.deepEqual(
      found.lots.open.map(({ units, cost, acquired }) => [units, cost, acquired]),
      [
        ['500', null, null],
        ['100', '5000.00', '2025-12-01'],
      ],
    );
    assert.deepEqual(found.lots.received, [
      { holding: 'mutual_funds[0].schemes[0]', isin: ISIN, date: '2024-05-02', units: '1000' },
    ]);
    assert.equal(found.checks.differ, 0);
  });

  it('says why there is no schedule where the statement cannot tell a cost', async () => {
    const [found] = (await reported(gift)).statements;
    assert.deepEqual(
      found?.gains.lots.map(({ cost, term, section, reason }) => [cost, term, section, reason]),
      [[null, 'unknown', null, 'cost-unknown']],
    );
    const [schedule] = found.schedule112a;
    assert.deepEqual(
      [schedule?.year, schedule?.state, schedule?.rows],
      ['2025-26', 'incomplete', null],
    );
    assert.equal(schedule?.sales[0]?.reason, 'cost-unknown');
  });

  it('takes what only the owner knows from a file', async () => {
    const facts = file('facts.json', JSON.stringify(GIFT_FACTS));
    const [found] = (await reported(gift, '--facts', facts)).statements;
    assert.deepEqual(
      found?.gains.lots.map((lot) => [lot.acquired, lot.allowedCost, lot.taxableGain, lot.section]),
      [
        // 400 units brought 24,000 and were worth 9,000 on 31 January 2018; 100 brought 6,000.
        ['2017-01-10', '9000.00', '15000.00', '112A'],
        ['2020-01-10', '2000.00', '4000.00', '112A'],
      ],
    );
    const [year] = found.gains.years;
    assert.deepEqual(year?.exemption, { limit: '125000.00', left: '106000.00' });
    const [schedule] = found.schedule112a;
    assert.deepEqual(
      schedule?.rows?.map(({ acquired, saleValue, allowedCost, balance }) => [
        ...[acquired, saleValue, allowedCost, balance],
      ]),
      [
        ['BE', '24000', '9000', '15000'],
        ['AE', '6000', '2000', '4000'],
      ],
    );
  });

  it('has the gains that the page has', async () => {
    const text = sampleText('cams_kfintech');
    const [found] = (await reported(file('sample.cas.json', text))).statements;
    const read = readPortfolio(text);
    assert.ok(read.ok);
    const years = gainsByYear(realisedGains(read.portfolio).gains);
    assert.ok(years.length > 0);
    assert.deepEqual(
      found?.gains.years.map(({ year, lots }) => [year, lots]),
      years.map(({ financialYear, gains }) => [financialYear, gains.length]),
    );
  });

  it('tells a return of less than a year as it is, with the yearly rate beside it', async () => {
    const bought = JSON.stringify({
      meta: {
        cas_type: 'CAMS_KFINTECH',
        statement_period: { from: '2026-10-01', to: '2026-10-31' },
      },
      mutual_funds: [
        {
          ...{ folio_number: '9000000001', amc: 'Sample Mutual Fund' },
          schemes: [
            {
              ...{ isin: ISIN, name: 'Sample Fund', units: 10000, nav: 10.2, value: 102000 },
              additional_info: { open_units: 0, close_units: 10000 },
              transactions: [
                { date: '2026-10-01', type: 'PURCHASE', amount: 100000, units: 10000, nav: 10 },
              ],
            },
          ],
        },
      ],
    });
    const [found] = (await reported(file('month.cas.json', bought))).statements;
    assert.partialDeepStrictEqual(found?.returns.portfolio, {
      ...{ kind: 'absolute', percent: '2.00', days: 30, yearlyPercent: '27.24' },
    });
    assert.equal(found?.returns.holdings[0]?.percent, '2.00');
  });

  it('counts once what two statements have', async () => {
    const { statements, together } = await reported(gift, gift);
    assert.equal(statements.length, 2);
    assert.equal(together?.totals.value, '36000.00');
  });

  it('says in one sentence what is wrong', async () => {
    for (const [args, code, says] of [
      [[], 2, /^Usage: /],
      [['--what'], 2, /no such option/],
      [[join(folder, 'none.cas.json')], 1, /cannot be read\.$/],
      [[file('other.json', '{"a":1}')], 1, /no portfolio that can be read\.$/],
      [
        [gift, '--facts', file('bad.json', '{"version":1,"anniversary":"maybe"}')],
        1,
        /see anniversary\.$/,
      ],
      [[gift, '--facts', file('none.json', 'null')], 1, /does not hold facts/],
    ] as const) {
      const outcome = await report(...args);
      assert.deepEqual([outcome.code, outcome.out], [code, '']);
      assert.match(outcome.err.trim(), says);
      assert.doesNotMatch(outcome.err, / at .*\.ts/);
    }
  });
});
