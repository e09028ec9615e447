import assert from 'node:assert/strict';
import { isoDay, parseDay } from '../../../../src/portfolio/days.ts';
import type { Scheme } from '../../../../src/portfolio/model.ts';
import { portfolioReturn } from '../../../../src/portfolio/returns/portfolioReturn.ts';
import { reportedReturn } from '../../../../src/portfolio/returns/returnsReport.ts';
import { folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';

const FIRST = '2026-10-01';

function after(days: number): string {
  return isoDay((parseDay(FIRST) ?? NaN) + days);
}

function bought(value: string): Scheme {
  const rows = [row('PURCHASE', FIRST, { amount: '100000', units: '1000' })];
  return schemeOf(rows, { units: '1000', value });
}

/** `2.00 in 30, yearly 27.24`, of the scheme and of the portfolio that is nothing else. */
function said(scheme: Scheme, to: string): string {
  const { result, schemes } = portfolioReturn(
    statementOf([folioOf([scheme])], { from: FIRST, to }),
  );
  assert.deepEqual(reportedReturn(schemes[0]?.result ?? result), reportedReturn(result));
  const { kind, percent, days, yearlyPercent, reason } = reportedReturn(result);
  return kind === 'none'
    ? String(reason)
    : `${kind} ${percent} in ${days}, a year ${yearlyPercent}`;
}

describe('A return', () => {
  it('over less than a year is of what was put in, and the yearly rate stands beside it', () => {
    assert.equal(said(bought('102000'), after(30)), 'absolute 2.00 in 30, a year 27.24');
    assert.equal(said(bought('95000'), after(7)), 'absolute -5.00 in 7, a year -93.11');
    assert.equal(said(bought('101000'), after(1)), 'absolute 1.00 in 1, a year 3678');
    assert.equal(said(bought('110000'), after(364)), 'absolute 10.00 in 364, a year 10.03');
  });

  it('is a yearly rate from 365 days on', () => {
    assert.equal(said(bought('112000'), after(365)), 'yearly 12.00 in 365, a year 12.00');
    assert.equal(said(bought('110000'), after(366)), 'yearly 9.97 in 366, a year 9.97');
  });

  it('is told where no yearly rate fits: money of a day grows to nothing that a year has', () => {
    assert.equal(said(bought('103000'), after(1)), 'absolute 3.00 in 1, a year null');
    assert.equal(said(bought('50000'), after(1)), 'absolute -50.00 in 1, a year null');
    assert.equal(said(bought('1'), after(400)), 'absolute -100.00 in 400, a year null');
  });

  it('is -100 % when everything is lost, held at nothing or sold for nothing', () => {
    assert.equal(said(bought('0'), after(30)), 'absolute -100.00 in 30, a year -100.00');
    assert.equal(said(bought('0'), after(800)), 'yearly -100.00 in 800, a year -100.00');
    const sold = schemeOf(
      [
        row('PURCHASE', FIRST, { amount: '100000', units: '1000' }),
        row('REDEMPTION', after(40), { amount: '0.00', units: '1000' }),
      ],
      { units: '0' },
    );
    assert.equal(said(sold, after(300)), 'absolute -100.00 in 40, a year -100.00');
  });

  it('of what is closed ends when it was sold, not with the statement', () => {
    const sold = schemeOf(
      [
        row('PURCHASE', FIRST, { amount: '100000', units: '1000' }),
        row('REDEMPTION', after(30), { amount: '102000', units: '1000' }),
      ],
      { units: '0' },
    );
    assert.equal(said(sold, after(700)), 'absolute 2.00 in 30, a year 27.24');
  });

  it('counts all that was put in and all that came out', () => {
    const plan = schemeOf(
      [
        row('PURCHASE_SIP', FIRST, { amount: '1000', units: '100' }),
        row('PURCHASE_SIP', after(30), { amount: '999.95', units: '100', stampDuty: '0.05' }),
        row('REDEMPTION', after(60), { amount: '500', units: '50' }),
        row('DIVIDEND_PAYOUT', after(61), { amount: '50' }),
        row('TDS_TAX', after(61), { amount: '5' }),
      ],
      { units: '150', value: '1555' },
    );
    // 500 + 45 + 1555 of 2000
    assert.match(said(plan, after(90)), /^absolute 5\.00 in 90,/);
  });

  it('is none on one day, where money went one way only, or where more than one rate fits', () => {
    assert.equal(said(bought('100000'), FIRST), 'one-day');
    const rows = [row('PURCHASE', FIRST, { amount: '0', units: '10' }, 'Bonus Units')];
    const bonus = schemeOf(rows, { units: '10', value: '100' });
    assert.equal(said(bonus, after(30)), 'one-sign');
    const both = (days: number) =>
      schemeOf(
        [
          row('PURCHASE', FIRST, { amount: '100', units: '100' }),
          row('REDEMPTION', after(days), { amount: '230', units: '100' }),
          row('PURCHASE', after(2 * days), { amount: '132', units: '100' }),
        ],
        { units: '100', value: '0' },
      );
    assert.equal(said(both(365), after(730)), 'several');
    assert.equal(said(both(30), after(60)), 'absolute -0.86 in 60, a year null');
  });
});
