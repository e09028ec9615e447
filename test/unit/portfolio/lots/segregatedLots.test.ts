import assert from 'node:assert/strict';
import { allLots, FIRST, lotsOf, print, SECOND } from './inventedLots.ts';
import { row, schemeOf } from './inventedRows.ts';

describe('Lots of a segregated portfolio', () => {
  const created = row('SEGREGATION', '2022-06-01', {
    amount: '0',
    units: '200',
    nav: '1',
  });
  const record = row('SEGREGATION', '2022-06-01', { nav: '9' });

  it('take a part of each cost with them, in the proportion of the NAVs, and keep the dates', () => {
    const [main, segregated] = allLots([
      schemeOf([FIRST, SECOND, record], { units: '200' }),
      schemeOf([created], { units: '200' }),
    ]);
    assert.ok(main?.ok && segregated?.ok);
    assert.deepEqual(print(main.open), [
      '100 for 900.00 of 2020-01-10',
      '100 for 1350.00 of 2021-01-10',
    ]);
    assert.deepEqual(print(segregated.open), [
      '100 for 100.00 of 2020-01-10',
      '100 for 150.00 of 2021-01-10',
    ]);
  });

  it('make both costs unknown when a NAV is not printed, but keep the dates', () => {
    const silent = row('SEGREGATION', '2022-06-01');
    for (const rows of [
      [FIRST, SECOND, silent],
      [FIRST, SECOND],
    ]) {
      const [main, segregated] = allLots([
        schemeOf(rows, { units: '200' }),
        schemeOf([created], { units: '200' }),
      ]);
      assert.ok(main?.ok && segregated?.ok);
      assert.equal(main.invested, null);
      assert.deepEqual(print(segregated.open), [
        '100 for ? of 2020-01-10',
        '100 for ? of 2021-01-10',
      ]);
    }
  });

  it('leave lots that were bought later as they are', () => {
    const later = row('PURCHASE', '2022-06-02', { amount: '70', units: '7' });
    const [main] = allLots([
      schemeOf([FIRST, SECOND, later], { units: '207' }),
      schemeOf([created], { units: '200' }),
    ]);
    assert.ok(main?.ok);
    assert.equal(print(main.open)[2], '7 for 70 of 2022-06-02');
  });

  it('are of unknown cost and date when no scheme, or more than one, held as many units', () => {
    const main = () => schemeOf([FIRST, SECOND], { units: '200' });
    const [, , two] = allLots([main(), main(), schemeOf([created], { units: '200' })]);
    const [, none] = allLots([
      schemeOf([FIRST], { units: '100' }),
      schemeOf([created], { units: '200' }),
    ]);
    for (const found of [two, none]) {
      assert.ok(found?.ok);
      assert.deepEqual(print(found.open), ['200 for ? of ?']);
    }
  });

  it('make the cost unknown where only the main scheme says that there is one', () => {
    const { invested } = lotsOf([FIRST, record], { units: '100' });
    assert.equal(invested, null);
  });
});
