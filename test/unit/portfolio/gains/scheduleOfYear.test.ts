import assert from 'node:assert/strict';
import { realisedGains } from '../../../../src/portfolio/gains/realisedGains.ts';
import { scheduleOfYear, yearsOfSales } from '../../../../src/portfolio/gains/scheduleOfYear.ts';
import type { Scheme } from '../../../../src/portfolio/model.ts';
import { folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';
import { dealt, factsWithNav, PERIOD } from './inventedGains.ts';

function realised(schemes: readonly Scheme[], nav?: string) {
  return realisedGains(statementOf([folioOf(schemes)], PERIOD), factsWithNav(nav));
}

/** Sold, but bought before the statement begins. */
function unexplained(sold: string, type: Scheme['type'] = 'Equity'): Scheme {
  return schemeOf([row('REDEMPTION', sold, { amount: '600', units: '50' })], { units: '10', type });
}

const LONG = dealt({ bought: '2020-01-10', sold: '2022-05-10' });

describe('Schedule 112A of a year', () => {
  it('is made where the statement tells all that belongs in it', () => {
    const found = scheduleOfYear(realised([LONG]), '2022-23');
    assert.ok(found.state === 'complete');
    assert.equal(found.schedule.rows[0]?.balance.toString(), '500');
  });

  it('is not there for a year without such sales, short-term ones and debt funds among them', () => {
    const short = dealt({ bought: '2022-04-10', sold: '2022-05-10' });
    const debt = dealt({ type: 'Debt', bought: '2020-01-10', sold: '2022-05-10' });
    for (const schemes of [[LONG], [short], [debt]]) {
      const year = schemes[0] === LONG ? '2021-22' : '2022-23';
      assert.equal(scheduleOfYear(realised(schemes), year).state, 'nothing-sold');
    }
  });

  it('is refused where a sale needs a NAV that no statement prints, unless that is given', () => {
    const old = dealt({ bought: '2017-01-10', sold: '2022-05-10' });
    const found = scheduleOfYear(realised([LONG, old]), '2022-23');
    assert.ok(found.state === 'incomplete');
    assert.deepEqual([found.sales.length, found.schemes.length], [1, 0]);
    assert.equal(scheduleOfYear(realised([LONG, old], '12'), '2022-23').state, 'complete');
  });

  it('is refused where a scheme with sales in the year, or on an unknown day, has no history', () => {
    for (const sold of ['2022-06-01', '2022-02-30']) {
      const found = scheduleOfYear(realised([LONG, unexplained(sold)]), '2022-23');
      assert.ok(found.state === 'incomplete', sold);
      assert.equal(found.schemes.length, 1);
    }
    const elsewhere = [LONG, unexplained('2021-06-01'), unexplained('2022-06-01', 'Debt')];
    assert.equal(scheduleOfYear(realised(elsewhere), '2022-23').state, 'complete');
  });

  it('can be asked for of each year in which something was sold', () => {
    assert.deepEqual(yearsOfSales(realised([LONG, unexplained('2024-04-01')])), [
      '2024-25',
      '2022-23',
    ]);
  });
});
