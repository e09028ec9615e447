import assert from 'node:assert/strict';
import { checkOfKind, inShort } from './checksOf.ts';

const PERIOD = { from: '2026-08-01', to: '2026-08-31' };

function statement(period: object, dates: readonly (string | null)[]): object {
  const transactions = dates.map((date) => ({ date, type: 'PURCHASE', units: 1 }));
  return { meta: { statement_period: period }, mutual_funds: [{ schemes: [{ transactions }] }] };
}

describe('dates of transactions', () => {
  it('agree on the first and the last day of the period', () => {
    const check = checkOfKind(statement(PERIOD, ['2026-08-01', '2026-08-31']), 'dates');
    assert.deepEqual(inShort(check), {
      outcome: 'agrees',
      because: null,
      rows: '2',
      impossibleDates: '0',
      outsidePeriod: '0',
      withoutDate: '0',
    });
  });

  it('differ outside the period and where they do not exist; the first one is shown', () => {
    const dates = ['2026-08-05', '2026-07-31', '2026-09-01', '2026-08-32', null];
    const check = checkOfKind(statement(PERIOD, dates), 'dates');
    assert.deepEqual(inShort(check), {
      outcome: 'differs',
      because: null,
      rows: '5',
      impossibleDates: '1',
      outsidePeriod: '2',
      withoutDate: '1',
    });
    assert.deepEqual(check.first, { row: 1, date: '2026-07-31' });
  });

  it('are noted where a row has none, and not in the statement where no row has one', () => {
    const because = (dates: readonly (string | null)[]) =>
      checkOfKind(statement(PERIOD, dates), 'dates').because;
    assert.equal(because(['2026-08-05', null]), 'rows-without-date');
    assert.equal(because([null]), 'no-dates');
    assert.equal(because([]), 'no-transactions');
  });

  it('have only to exist where the statement has no period that could be used', () => {
    for (const period of [{}, { from: '2026-02-30', to: 'August' }]) {
      const check = checkOfKind(statement(period, ['1951-01-01']), 'dates');
      assert.equal(check.because, 'no-period');
      assert.equal(check.figures.outsidePeriod, null);
      assert.equal(checkOfKind(statement(period, ['1951-13-01']), 'dates').outcome, 'differs');
    }
  });
});

describe('the period', () => {
  const check = (period: object) => {
    const { outcome, because } = checkOfKind(statement(period, []), 'period');
    return because ?? outcome;
  };

  it('has two days that exist, in order', () => {
    assert.equal(check(PERIOD), 'agrees');
    assert.equal(check({ from: '2026-08-31', to: '2026-08-31' }), 'agrees');
    assert.equal(check({ from: '2026-09-01', to: '2026-08-31' }), 'differs');
    assert.equal(check({ from: '2026-02-30', to: '2026-08-31' }), 'differs');
  });

  it('is not in the statement where a day is missing', () => {
    assert.equal(check({ to: '2026-08-31' }), 'no-period');
    assert.equal(check({}), 'no-period');
  });
});
