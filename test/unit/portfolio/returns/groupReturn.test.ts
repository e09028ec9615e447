import assert from 'node:assert/strict';
import type { Scheme } from '../../../../src/portfolio/model.ts';
import { positions } from '../../../../src/portfolio/positions.ts';
import { groupReturn, returnsByScheme } from '../../../../src/portfolio/returns/groupReturn.ts';
import { portfolioReturn } from '../../../../src/portfolio/returns/portfolioReturn.ts';
import { reportedReturn, returnsReport } from '../../../../src/portfolio/returns/returnsReport.ts';
import { folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';
import { SAMPLES, samplePortfolio } from '../samples.ts';

const YEAR = { from: '2023-12-31', to: '2024-12-30' };

function bought(value: string): Scheme {
  return schemeOf([row('PURCHASE', YEAR.from, { amount: '1000', units: '100' })], {
    units: '100',
    value,
  });
}

function sold(amount: string): Scheme {
  return schemeOf(
    [
      row('PURCHASE', YEAR.from, { amount: '1000', units: '100' }),
      row('REDEMPTION', YEAR.to, { amount, units: '100' }),
    ],
    { units: '0' },
  );
}

const OLDER = schemeOf([row('PURCHASE', '2024-01-31', { amount: '10', units: '1' })], {
  units: '101',
  openUnits: '100',
  value: '1100',
});

function groupOf(schemes: readonly Scheme[]) {
  const portfolio = statementOf([folioOf(schemes)], YEAR);
  const returns = returnsByScheme(portfolioReturn(portfolio).schemes);
  const { result, missing } = groupReturn(positions(portfolio), returns);
  const { kind, percent, reason } = reportedReturn(result);
  return { kind, percent, reason, missing };
}

describe('The return of a group of holdings', () => {
  it('is that of all their flows together, of what was sold as well', () => {
    assert.deepEqual(groupOf([bought('1100'), sold('1300')]), {
      kind: 'yearly',
      percent: '20.00',
      reason: null,
      missing: 0,
    });
  });

  it('is none as long as one of them has none, and says how many', () => {
    assert.deepEqual(groupOf([bought('1100'), OLDER]), {
      kind: 'none',
      percent: null,
      reason: 'incomplete',
      missing: 1,
    });
  });

  it('does not miss a closed scheme without transactions', () => {
    const closed = schemeOf([], { units: '0', value: '0' });
    assert.equal(groupOf([bought('1100'), closed]).percent, '10.00');
  });
});

describe('The report of returns', () => {
  it('has the portfolio, each holding and each group, with decimal strings, days and kind', () => {
    const portfolio = statementOf(
      [folioOf([bought('1100')], '1'), folioOf([bought('1300'), OLDER], '2')],
      YEAR,
    );
    const report = returnsReport([portfolio], positions(portfolio));
    const yearly = (percent: string) => ({
      kind: 'yearly',
      percent,
      days: 365,
      yearlyPercent: percent,
      reason: null,
      why: null,
    });
    assert.deepEqual(report.portfolio, {
      ...yearly('20.00'),
      schemes: 2,
      leftOut: 1,
      putIn: '2000',
      takenOut: '0',
      closingValue: '2400',
    });
    assert.deepEqual(
      report.holdings.map(({ percent, reason }) => [percent, reason]),
      [
        ['10.00', null],
        ['30.00', null],
        [null, 'opening-balance'],
      ],
    );
    assert.deepEqual(
      report.groups.map(({ by, holdings, withoutReturn, percent }) => [
        by,
        holdings,
        withoutReturn,
        percent,
      ]),
      [
        ['account', 1, 0, '10.00'],
        ['account', 2, 1, null],
        ['issuer', 3, 1, null],
        ['class', 3, 1, null],
      ],
    );
  });

  it('names only what the statement lists, and says why where there is no return', () => {
    for (const sample of SAMPLES) {
      const portfolio = samplePortfolio(sample);
      const all = positions(portfolio);
      const { holdings, groups } = returnsReport([portfolio], all);
      assert.deepEqual(
        holdings.map(({ holding }) => holding),
        all.map(({ key }) => key),
      );
      for (const { kind, why } of [...holdings, ...groups])
        assert.equal(kind === 'none', why !== null, sample);
    }
  });
});
