import assert from 'node:assert/strict';
import type { Decimal } from '../../../../src/portfolio/decimal.ts';
import type { Scheme } from '../../../../src/portfolio/model.ts';
import { portfolioReturn } from '../../../../src/portfolio/returns/portfolioReturn.ts';
import type { Return } from '../../../../src/portfolio/returns/return.ts';
import { samplePortfolio } from '../samples.ts';
import { folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';

const YEAR = { from: '2023-12-31', to: '2024-12-30' };

/** Bought on the first day of the year. */
function bought(amount: string, value: string, date = YEAR.from) {
  return schemeOf([row('PURCHASE', date, { amount, units: '100' })], {
    units: '100',
    value,
  });
}

/** The rate as a fraction with so many decimals, or what else there is. */
function yearlyRate(result: Return | undefined, decimals: number): string {
  if (result?.kind === 'yearly') return result.rate.toFixed(decimals);
  return result?.kind === 'none' ? result.reason : 'absolute';
}

function text(amount: Decimal | null | undefined): string | null {
  return amount?.toString() ?? null;
}

describe('The return of a portfolio', () => {
  it('is that of each scheme and that of all flows together', () => {
    // 365 days: 10 % and 30 %, and 20 % of both.
    const portfolio = statementOf(
      [folioOf([bought('1000', '1100')]), folioOf([bought('1000', '1300')], '2')],
      YEAR,
    );
    const result = portfolioReturn(portfolio);
    const rates = result.schemes.map((scheme) => yearlyRate(scheme.result, 12));
    assert.deepEqual(rates, ['0.100000000000', '0.300000000000']);
    assert.equal(yearlyRate(result.result, 12), '0.200000000000');
    assert.equal(result.counted, 2);
    assert.equal(result.leftOut, 0);
    assert.equal(text(result.money.putIn), '2000');
    assert.equal(text(result.closingValue), '2400');
  });

  it('does not see a switch between two schemes', () => {
    const from = schemeOf(
      [
        row('PURCHASE', '2023-12-31', { amount: '1000', units: '100' }),
        row('SWITCH_OUT', '2024-06-30', { amount: '1040.10', units: '100' }),
      ],
      { units: '0' },
    );
    const into = schemeOf([row('SWITCH_IN', '2024-06-30', { amount: '1040.10', units: '50' })], {
      units: '50',
      value: '1100',
    });
    const { result } = portfolioReturn(statementOf([folioOf([from, into])], YEAR));
    assert.equal(yearlyRate(result, 12), '0.100000000000');
  });

  it('leaves out schemes whose history is not complete, and says which and why', () => {
    const before = schemeOf([row('PURCHASE', '2024-01-31', { amount: '10', units: '1' })], {
      units: '101',
      openUnits: '100',
      value: '1100',
    });
    const summary = schemeOf([], { units: '5', value: '50' });
    const closed = schemeOf([], { units: '0', value: '0' });
    const portfolio = statementOf(
      [folioOf([bought('1000', '1100'), before, summary, closed])],
      YEAR,
    );
    const result = portfolioReturn(portfolio);
    assert.equal(yearlyRate(result.result, 12), '0.100000000000');
    assert.equal(result.counted, 1);
    assert.equal(result.leftOut, 2);
    assert.deepEqual(
      result.schemes.map(({ leftOut }) => leftOut),
      [null, 'opening-balance', 'no-transactions', null],
    );
    assert.equal(text(result.closingValue), '1100');
  });

  it('counts a scheme that lost everything', () => {
    const lost = schemeOf([row('PURCHASE', '2023-12-31', { amount: '1000', units: '100' })], {
      units: '100',
      value: '0',
    });
    const result = portfolioReturn(statementOf([folioOf([bought('1000', '1100'), lost])], YEAR));
    assert.equal(yearlyRate(result.schemes[1]?.result, 12), '-1.000000000000');
    assert.equal(yearlyRate(result.result, 12), '-0.450000000000');
    assert.equal(result.counted, 2);
  });

  it('is none for a statement without folios', () => {
    const result = portfolioReturn(statementOf([], YEAR));
    assert.deepEqual(result.result, { kind: 'none', reason: 'no-flows' });
    assert.equal(result.counted, 0);
  });

  it('is, for the sample, what an independent computation says', () => {
    // Python, bisection on the flows that the rows print.
    const result = portfolioReturn(samplePortfolio('cams_kfintech'));
    const rates = result.schemes.map((scheme) => yearlyRate(scheme.result, 9));
    assert.deepEqual(rates, ['0.152224590', '0.114407523', 'opening-balance', 'opening-balance']);
    assert.equal(yearlyRate(result.result, 9), '0.142515649');
    assert.equal(result.counted, 2);
    assert.equal(result.leftOut, 2);
    // Without 11,000 that was switched from one of the two to the other.
    assert.equal(text(result.money.putIn), '45001');
    assert.equal(text(result.money.takenOut), '10499.89');
  });
});

describe('Money within the period of a statement', () => {
  it('is what was put in and taken out, and the market is the rest of the value', () => {
    const scheme = schemeOf(
      [
        row('PURCHASE', '2024-01-10', { amount: '1000', units: '100' }),
        row('STAMP_DUTY_TAX', '2024-01-10', { amount: '0.05' }),
        row('REDEMPTION', '2024-06-10', { amount: '330.30', units: '30' }),
        row('STT_TAX', '2024-06-10', { amount: '0.01' }),
        row('DIVIDEND_REINVEST', '2024-07-10', { amount: '20', units: '2' }),
      ],
      { units: '72', value: '800' },
    );
    const { schemes, period } = portfolioReturn(statementOf([folioOf([scheme])], YEAR));
    for (const found of [schemes[0]?.period, period]) {
      assert.equal(text(found?.putIn), '1000.05');
      assert.equal(text(found?.takenOut), '330.29');
      // 800 + 330.29 - 1000.05
      assert.equal(text(found?.market), '130.24');
    }
  });

  it('leaves the market open where something was held before, as long as one scheme does', () => {
    const before = schemeOf([row('PURCHASE', '2024-01-31', { amount: '10', units: '1' })], {
      units: '101',
      openUnits: '100',
      value: '1100',
    });
    const older = bought('500', '600', '2020-01-01');
    const portfolio = statementOf([folioOf([bought('1000', '1100'), before, older])], YEAR);
    const { schemes, period } = portfolioReturn(portfolio);
    assert.deepEqual(
      schemes.map((scheme) => [text(scheme.period?.market), scheme.period?.marketGap]),
      [
        ['100', null],
        [null, 'opening-balance'],
        [null, 'held-before'],
      ],
    );
    assert.equal(text(period?.putIn), '1010');
    assert.equal(period?.market, null);
    assert.equal(period.marketUnknown, 2);
  });

  describe('that only went from one scheme to another', () => {
    const source = (type: 'SWITCH_OUT' | 'SWITCH_OUT_MERGER', amount: string, more = {}) =>
      schemeOf(
        [
          row('PURCHASE', '2024-01-10', { amount: '1000', units: '100' }),
          row(type, '2024-06-10', { amount, units: '100', ...more }),
        ],
        { units: '0' },
      );
    const target = (type: 'SWITCH_IN' | 'SWITCH_IN_MERGER', date: string, amount = '1040.10') =>
      schemeOf([row(type, date, { amount, units: '50' })], { units: '50', value: '1100' });
    const periodOf = (schemes: readonly Scheme[]) => {
      const { period } = portfolioReturn(statementOf([folioOf(schemes)], YEAR));
      return [period?.putIn, period?.takenOut, period?.market, period?.unpaired].map(text);
    };

    it('is neither put in nor taken out by a switch, nor by a merger', () => {
      const expected = ['1000.00', '0.00', '100.00', '0'];
      const switched = [source('SWITCH_OUT', '1040.10'), target('SWITCH_IN', '2024-06-10')];
      assert.deepEqual(periodOf(switched), expected);
      // Of a scheme that is sold on one day and bought into on another.
      const later = [source('SWITCH_OUT', '1040.10'), target('SWITCH_IN', '2024-06-13')];
      assert.deepEqual(periodOf(later), expected);
      const merged = [
        source('SWITCH_OUT_MERGER', '1040.10'),
        target('SWITCH_IN_MERGER', '2024-06-10'),
      ];
      assert.deepEqual(periodOf(merged), expected);
    });

    it('leaves what the switch cost in the money put in', () => {
      const schemes = [
        source('SWITCH_OUT', '1040.10', { stt: '0.10' }),
        target('SWITCH_IN', '2024-06-10'),
      ];
      assert.deepEqual(periodOf(schemes), ['1000.10', '0.00', '99.90', '0']);
    });

    it('stays where the other leg is not in the statement, with its amount', () => {
      assert.deepEqual(periodOf([source('SWITCH_OUT', '1040.10')]), [
        '1000',
        '1040.10',
        '40.10',
        '1040.10',
      ]);
      const others = [source('SWITCH_OUT', '1040.10'), target('SWITCH_IN', '2024-06-10', '900')];
      assert.deepEqual(periodOf(others), ['1900', '1040.10', '240.10', '1940.10']);
      const tooLate = [source('SWITCH_OUT', '1040.10'), target('SWITCH_IN', '2024-06-18')];
      assert.equal(periodOf(tooLate)[3], '2080.20');
    });
  });

  it('is not known when the statement prints no period', () => {
    const portfolio = statementOf([folioOf([bought('1000', '1100')])], {
      ...YEAR,
      from: null,
    });
    assert.equal(portfolioReturn(portfolio).period, null);
  });
});
