import assert from 'node:assert/strict';
import { portfolioLots } from '../../../../src/portfolio/lots/portfolioLots.ts';
import type { Transaction } from '../../../../src/portfolio/model.ts';
import { samplePortfolio } from '../samples.ts';
import { allLots, FIRST, lotsOf, print, SECOND } from './inventedLots.ts';
import { row, schemeOf } from './inventedRows.ts';

function gapOf(rows: readonly Transaction[], figures: Parameters<typeof schemeOf>[1]): string {
  const found = allLots([schemeOf(rows, figures)])[0];
  assert.ok(found && !found.ok);
  return found.reason;
}

describe('Lots of a scheme', () => {
  it('are its purchases, SIPs, switches in and reinvestments at what they cost with stamp duty', () => {
    const { open, invested } = lotsOf(
      [
        FIRST,
        row('STAMP_DUTY_TAX', '2020-01-10', { amount: '0.05' }),
        SECOND,
        row('SWITCH_IN', '2022-01-10', { amount: '300', units: '10' }),
        row('DIVIDEND_REINVEST', '2022-02-10', { amount: '20', units: '1' }),
        row('DIVIDEND_PAYOUT', '2022-03-10', { amount: '20' }),
      ],
      { units: '211' },
    );
    assert.deepEqual(print(open), [
      '100 for 1000.05 of 2020-01-10',
      '100 for 1500 of 2021-01-10',
      '10 for 300 of 2022-01-10',
      '1 for 20 of 2022-02-10',
    ]);
    assert.equal(invested?.toString(), '2820.05');
  });

  it('are used up by redemptions and switches out, the oldest first', () => {
    const { open, sold } = lotsOf(
      [
        FIRST,
        SECOND,
        row('REDEMPTION', '2022-01-10', { amount: '2000', units: '80' }),
        row('SWITCH_OUT', '2022-02-10', { amount: '900', units: '30' }),
      ],
      { units: '90' },
    );
    assert.deepEqual(print(open), ['90 for 1350.00 of 2021-01-10']);
    assert.deepEqual(print(sold), [
      '80 for 800.00 of 2020-01-10',
      '20 for 200.00 of 2020-01-10',
      '10 for 150.00 of 2021-01-10',
    ]);
    assert.deepEqual(
      sold.map(({ sale, proceeds }) => `${sale.date} ${proceeds?.toString() ?? '?'}`),
      ['2022-01-10 2000', '2022-02-10 600.00', '2022-02-10 300.00'],
    );
  });

  it('lose no paisa when a lot is sold in parts', () => {
    const third = (date: string) => row('REDEMPTION', date, { amount: '10.01', units: '1' });
    const { sold } = lotsOf(
      [
        row('PURCHASE', '2020-01-10', { amount: '10', units: '3' }),
        third('2021-01-10'),
        third('2021-02-10'),
        third('2021-03-10'),
      ],
      { units: '0' },
    );
    assert.deepEqual(
      sold.map(({ cost }) => cost?.toString()),
      ['3.33', '3.34', '3.33'],
    );
  });

  it('come in before they go out on one day, whatever is printed first', () => {
    const { open } = lotsOf(
      [
        row('REDEMPTION', '2020-01-10', { amount: '500', units: '50' }),
        row('PURCHASE', '2020-01-10', { amount: '1000', units: '100' }),
      ],
      { units: '50' },
    );
    assert.deepEqual(print(open), ['50 for 500.00 of 2020-01-10']);
  });

  it('lose the lot whose payment failed: the latest of its units', () => {
    const { open } = lotsOf(
      [FIRST, SECOND, row('REVERSAL', '2021-01-12', { amount: '-1500', units: '-100' })],
      { units: '100' },
    );
    assert.deepEqual(print(open), ['100 for 1000 of 2020-01-10']);
  });

  it('cost nothing if they are bonus units', () => {
    const { open, invested } = lotsOf(
      [FIRST, row('PURCHASE', '2021-01-10', { amount: '0', units: '10' }, 'Bonus Units 1:10')],
      { units: '110' },
    );
    assert.equal(print(open)[1], '10 for 0 of 2021-01-10');
    assert.equal(invested?.toString(), '1000');
  });

  it('are of unknown cost and date as far as they are from before the statement', () => {
    const rows = [SECOND, row('REDEMPTION', '2022-01-10', { amount: '2000', units: '80' })];
    const { open, sold, invested } = lotsOf(rows, {
      openUnits: '50',
      units: '70',
    });
    assert.deepEqual(print(open), ['70 for 1050.00 of 2021-01-10']);
    assert.deepEqual(print(sold), ['50 for ? of ?', '30 for 450.00 of 2021-01-10']);
    assert.equal(invested?.toString(), '1050.00');
    assert.equal(lotsOf([SECOND], { openUnits: '50', units: '150' }).invested, null);
  });

  it('are of unknown cost when its amount is not printed', () => {
    const rows = [row('PURCHASE', '2020-01-10', { units: '100' })];
    assert.deepEqual(print(lotsOf(rows, { units: '100' }).open), ['100 for ? of 2020-01-10']);
  });

  it('cannot be told when more units left than there were', () => {
    const rows = [
      FIRST,
      row('REDEMPTION', '2021-01-10', { amount: '1', units: '150' }),
      row('PURCHASE', '2022-01-10', { amount: '1', units: '60' }),
    ];
    assert.equal(gapOf(rows, { units: '10' }), 'oversold');
  });

  it('are used up by units that only rounding is missing of', () => {
    const rows = [FIRST, row('REDEMPTION', '2021-01-10', { amount: '1100', units: '100.001' })];
    const { open, sold } = lotsOf(rows, { units: '0' });
    assert.deepEqual(open, []);
    assert.deepEqual(print(sold), ['100 for 1000 of 2020-01-10']);
    assert.equal(sold[0]?.proceeds?.toString(), '1100');
  });

  it('cannot be told when units left for nothing, as when a face value changes', () => {
    const rows = [
      FIRST,
      row('REDEMPTION', '2021-01-10', { amount: '0', units: '100' }),
      row('PURCHASE', '2021-01-10', { amount: '0', units: '10' }),
    ];
    assert.equal(gapOf(rows, { units: '10' }), 'units-for-nothing');
  });

  it('cannot be told from a history that does not add up', () => {
    assert.equal(gapOf([FIRST], { units: '90' }), 'units-disagree');
    assert.equal(gapOf([FIRST], { openUnits: '-10', units: '90' }), 'units-disagree');
    assert.equal(gapOf([], { units: '90' }), 'no-transactions');
  });

  it('add up to what is held and what was sold, for the sample with every type', () => {
    const portfolio = samplePortfolio('cams_kfintech');
    const all = [...portfolioLots(portfolio).values()];
    const [flexi, liquid, balanced, dynamic] = all.map((found) => {
      assert.ok(found.ok);
      return found;
    });
    // 500 units were bought, 150 of them sold; 121.951 and 200 followed; one SIP was reversed.
    assert.deepEqual(print(flexi?.open ?? []), [
      '350 for 14000.70 of 2021-01-15',
      '121.951 for 5000 of 2021-02-10',
      '200 for 11000 of 2023-06-01',
    ]);
    assert.deepEqual(print(flexi?.sold ?? []), ['150 for 6000.30 of 2021-01-15']);
    assert.deepEqual(print(liquid?.open ?? []), ['6 for 12000.00 of 2022-01-05']);
    // Its opening units have no cost, nor have the merged ones, whose scheme opened with them; then it was segregated.
    assert.equal(balanced?.invested, null);
    assert.deepEqual(print(dynamic?.merged ?? []), ['275 for ? of ?']);
    assert.deepEqual(dynamic?.sold, []);
  });
});
