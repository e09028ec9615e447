import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Decimal } from '../../../../src/portfolio/decimal.ts';
import { NO_FACTS } from '../../../../src/portfolio/facts/facts.ts';
import { realisedGains } from '../../../../src/portfolio/gains/realisedGains.ts';
import { schedule112a } from '../../../../src/portfolio/gains/schedule112a.ts';
import type { Schedule112a } from '../../../../src/portfolio/gains/schedule112a.ts';
import { schedule112aCsv } from '../../../../src/portfolio/gains/schedule112aCsv.ts';
import type { Scheme } from '../../../../src/portfolio/model.ts';
import { decimal, folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';

const ISIN = 'INF000D01B29';
const NAVS = new Map([[ISIN, decimal('15.5')]]);

function scheduleOf(
  schemes: readonly Scheme[],
  year: string,
  navs: ReadonlyMap<string, Decimal> = NAVS,
): Schedule112a {
  const portfolio = statementOf([folioOf(schemes)], { from: null, to: null });
  const facts = { ...NO_FACTS, navsOf31Jan2018: navs };
  return schedule112a(realisedGains(portfolio, facts).gains, year);
}

interface Deal {
  readonly bought: string;
  readonly sold: string;
  readonly cost?: string;
  readonly brought?: string;
  readonly nav?: string;
}

/** 100 units of an equity fund, bought and sold at one time. */
function dealt(deal: Deal, figures: Partial<Parameters<typeof schemeOf>[1]> = {}): Scheme {
  const { bought, sold, cost = '1000.60', brought = '2000', nav } = deal;
  return schemeOf(
    [
      row('PURCHASE', bought, { amount: cost, units: '100' }),
      row('REDEMPTION', sold, {
        amount: brought,
        units: '100',
        ...(nav && { nav }),
      }),
    ],
    {
      units: '0',
      type: 'Equity',
      isin: ISIN,
      name: 'A1-Sample & Fund (Direct), Growth',
      ...figures,
    },
  );
}

function linesOf(schedule: Schedule112a): string[] {
  const csv = schedule112aCsv(schedule);
  assert.ok(csv.endsWith('\r\n'));
  return csv.slice(0, -2).split('\r\n');
}

const OLD = { bought: '2017-01-10', sold: '2021-01-10', nav: '20' };
const NEW = { bought: '2019-01-10', sold: '2021-01-10' };

describe('Schedule 112A', () => {
  it('has a row for each grandfathered lot, with the formulas of the form in whole rupees', () => {
    const { rows } = scheduleOf([dealt(OLD)], '2020-21');
    const [found] = rows;
    assert.ok(found?.security);
    // 4 x 5 = 2,000; the cost of 1,000.60 is 1,001; 4 x 10 = 1,550; so 7 and 13 are 1,550 and 14 is 450.
    assert.deepEqual(linesOf(scheduleOf([dealt(OLD)], '2020-21')).slice(1), [
      `BE,${ISIN},A1 Sample Fund Direct Growth,100,20,2000,1550,1001,1550,15.5,1550,0,1550,450`,
    ]);
  });

  it('allows no more than the sale value as cost of what was worth more on 31 January 2018', () => {
    const [found] = scheduleOf([dealt(OLD)], '2020-21', new Map([[ISIN, decimal('25')]])).rows;
    assert.equal(found?.security?.fairValue.toString(), '2500');
    assert.equal(found.security.grandfatheredCost.toString(), '2000');
    assert.equal(found.balance.toString(), '0');
  });

  it('sums up what was bought since February 2018', () => {
    const other = dealt({ ...NEW, cost: '2500.25', brought: '2400.10' }, { isin: null });
    const lines = linesOf(scheduleOf([dealt(NEW), other], '2020-21'));
    // 4,400.10 and 3,500.85.
    assert.deepEqual(lines.slice(1), [
      'AE,INNOTREQUIRD,CONSOLIDATED,,,4400,3501,3501,,,,0,3501,899',
    ]);
  });

  it('of 2024-25 tells transfers before 23 July 2024 from those after it, in a column of its own', () => {
    const before = dealt({ ...NEW, sold: '2024-07-22' });
    const after = dealt({ ...NEW, sold: '2024-07-23', brought: '3000' });
    const old = dealt({ ...OLD, sold: '2024-07-23' });
    const lines = linesOf(scheduleOf([before, after, old], '2024-25'));
    assert.deepEqual(
      lines.map((line) => line.split(',').slice(0, 3).join(',')),
      [
        'Share/Unit acquired(1a),Share/Unit Transferred(1b),ISIN Code(2)',
        `BE,AE,${ISIN}`,
        'AE,BE,INNOTREQUIRD',
        'AE,AE,INNOTREQUIRD',
      ],
    );
    const years = ['2023-24', '2025-26'].map((year) => linesOf(scheduleOf([], year))[0] ?? '');
    for (const header of years) assert.ok(!header.includes('(1b)'));
  });

  it('has the columns of the template', () => {
    assert.equal(
      linesOf(scheduleOf([], '2022-23')).join(),
      'Share/Unit acquired(1a),ISIN Code(2),Name of the Share/Unit(3),No. of Shares/Units(4),' +
        'Sale-price per Share/Unit(5),Full Value of Consideration(Total Sale Value)(6) = 4 * 5,' +
        'Cost of acquisition without indexation(7),Cost of acquisition(8),' +
        'If the long term capital asset was acquired before 01.02.2018(9),' +
        'Fair Market Value per share/unit as on 31st January 2018(10),' +
        'Total Fair Market Value of capital asset as per section 55(2)(ac)(11) = 4 * 10,' +
        'Expenditure wholly and exclusively in connection with transfer(12),' +
        'Total deductions(13) = 7 + 12,Balance(14) = 6 - 13',
    );
  });

  it('holds neither short-term gains, nor debt, nor other years', () => {
    const schemes = [
      dealt({ bought: '2020-06-10', sold: '2021-01-10' }),
      dealt(NEW, { type: 'Debt' }),
      dealt({ ...NEW, sold: '2021-04-01' }),
    ];
    const { rows, leftOut } = scheduleOf(schemes, '2020-21');
    assert.deepEqual([rows, leftOut], [[], []]);
  });

  it('leaves out what it cannot compute, and says which gains that are', () => {
    const schemes = [
      dealt(OLD, { isin: 'INF000D01E59' }),
      dealt(NEW, { type: 'Hybrid' }),
      dealt(NEW),
    ];
    const { rows, leftOut } = scheduleOf(schemes, '2020-21');
    assert.equal(rows.length, 1);
    assert.deepEqual(
      leftOut.map(({ taxable }) => !taxable.ok && taxable.reason),
      ['needs-nav-of-31-jan-2018', 'term-unknown'],
    );
  });

  it('takes the price from the sale value when the printed NAV does not make it', () => {
    const { rows } = scheduleOf([dealt({ ...OLD, nav: '10' })], '2020-21');
    assert.equal(rows[0]?.security?.salePrice.toString(), '20.0000');
    assert.equal(rows[0].saleValue.toString(), '2000');
  });

  it('prints text that the portal takes, whatever a scheme is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, isin) => {
        const scheme = dealt(OLD, { name, isin });
        const lines = linesOf(scheduleOf([scheme], '2020-21', new Map([[isin, decimal('15.5')]])));
        const fields = lines[1]?.split(',') ?? [];
        assert.equal(lines.length, 2);
        assert.equal(fields.length, 14);
        assert.match(fields[1] ?? '', /^(IN[0-9A-Z]{10}|INNOTAVAILAB)$/);
        assert.match(fields[2] ?? '', /^[0-9A-Za-z]([0-9A-Za-z ]*[0-9A-Za-z])?$/);
      }),
    );
    const long = dealt(OLD, { name: 'Sample '.repeat(1000) });
    assert.ok((linesOf(scheduleOf([long], '2020-21'))[1]?.length ?? 0) < 250);
  });

  it('adds up: 7 is the larger cost, 13 is 7 and 12, 14 is 6 less 13', () => {
    const paise = fc.integer({ min: 1, max: 100_000_000 }).map((some) => (some / 100).toFixed(2));
    fc.assert(
      fc.property(paise, paise, paise, (cost, brought, nav) => {
        const navs = new Map([[ISIN, decimal(nav)]]);
        const deals = [
          dealt({ bought: '2017-01-10', sold: '2021-01-10', cost, brought }),
          dealt({ bought: '2019-01-10', sold: '2021-01-10', cost, brought }),
        ];
        for (const found of scheduleOf(deals, '2020-21', navs).rows) {
          const { cost: actual, allowedCost, deductions, saleValue, balance } = found;
          const other = found.security?.grandfatheredCost ?? actual;
          const larger = actual.compare(other) < 0 ? other : actual;
          assert.ok(allowedCost.equals(larger));
          assert.ok(deductions.equals(allowedCost.plus(found.expenditure)));
          assert.ok(balance.equals(saleValue.minus(deductions)));
        }
      }),
    );
  });
});
