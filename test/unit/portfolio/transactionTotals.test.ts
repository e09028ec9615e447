import assert from 'node:assert/strict';
import type { Transaction } from '../../../src/portfolio/model.ts';
import { positions } from '../../../src/portfolio/positions.ts';
import type { RowOfPosition } from '../../../src/portfolio/transactionTotals.ts';
import { transactionTotals } from '../../../src/portfolio/transactionTotals.ts';
import { folioOf, row, schemeOf, statementOf } from './lots/inventedRows.ts';

const PERIOD = { from: '2024-01-01', to: '2024-12-31' };

function rowsOf(
  all: readonly (readonly Transaction[])[],
  isins: readonly string[],
): RowOfPosition[] {
  const schemes = all.map((rows, index) =>
    schemeOf(rows, { units: '1', isin: isins[index] ?? null }),
  );
  return positions(statementOf([folioOf(schemes)], PERIOD)).flatMap((position) =>
    position.transactions.map((transaction) => ({ position, transaction })),
  );
}

function said(rows: readonly RowOfPosition[]) {
  const { sums, units, withoutAmount } = transactionTotals(rows);
  return {
    ...Object.fromEntries([...sums].map(([name, sum]) => [name, sum.toString()])),
    units: units?.toString() ?? null,
    withoutAmount,
  };
}

const ROWS = [
  row('PURCHASE', '2024-01-10', { amount: '99999999999999999.95', units: '100.001' }),
  row('STAMP_DUTY_TAX', '2024-01-10', { amount: '0.05' }),
  row('PURCHASE_SIP', '2024-02-10', { amount: '0.10', units: '10' }),
  row('REVERSAL', '2024-02-12', { amount: '0.10', units: '-10' }),
  row('REDEMPTION', '2024-03-10', { amount: '-330.30', units: '-30' }),
  row('STT_TAX', '2024-03-10', { amount: '0.01' }),
  row('DIVIDEND_PAYOUT', '2024-04-10', { amount: '20', units: '70.001' }),
  row('TDS_TAX', '2024-04-10', { amount: '2' }),
  row('DIVIDEND_REINVEST', '2024-05-10', { amount: '5.5', units: '0.5' }),
  row('MISC', '2024-06-10', { amount: '-7' }),
];

describe('The totals of transactions', () => {
  it('are exact, each kind by itself, and none of what is not there', () => {
    assert.deepEqual(said(rowsOf([ROWS], ['INF000000001'])), {
      in: '100000000000000000.05',
      stampDuty: '0.05',
      reversed: '0.10',
      out: '330.30',
      stt: '0.01',
      payout: '20',
      tds: '2',
      reinvested: '5.5',
      other: '-7',
      units: '70.501',
      withoutAmount: 0,
    });
    assert.deepEqual(said([]), { units: null, withoutAmount: 0 });
  });

  it('have units of one security only, wherever it is held', () => {
    const bought = [row('PURCHASE', '2024-01-10', { amount: '10', units: '1.5' })];
    const same = rowsOf([bought, bought], ['INF000000001', 'INF000000001']);
    assert.equal(said(same).units, '3.0');
    assert.equal(said(rowsOf([bought, bought], ['INF000000001', 'INF000000002'])).units, null);
    assert.equal(said(rowsOf([bought, bought], [])).units, null);
  });

  it('count a charge once that a row of its own and a field of another row say', () => {
    const both = rowsOf(
      [
        [
          row('PURCHASE', '2024-01-10', { amount: '100', units: '1', stampDuty: '0.01' }),
          row('STAMP_DUTY_TAX', '2024-01-10', { amount: '0.01' }),
          row('PURCHASE', '2024-02-10', { amount: '200', units: '1', stampDuty: '0.02' }),
          row('REDEMPTION', '2024-03-10', { amount: '50', units: '1', stt: '0.03' }),
        ],
      ],
      [],
    );
    assert.partialDeepStrictEqual(said(both), { stampDuty: '0.03', stt: '0.03' });
    // The row of the charge is not shown: the field must not stand in for it.
    const purchases = both.filter(({ transaction: { type } }) => type === 'PURCHASE');
    assert.partialDeepStrictEqual(said(purchases), { stampDuty: '0.02' });
  });

  it('take the worth of units that come and go without a sale for no money that came or went', () => {
    const moves = [
      row('REDEMPTION', '2024-01-10', { amount: '-500', units: '-5' }, 'Gift of Units'),
      row('PURCHASE', '2024-02-10', { amount: '300', units: '3' }, 'Transmission of units - In'),
      row('SWITCH_IN_MERGER', '2024-03-10', { amount: '70', units: '7' }),
      row('SWITCH_OUT_MERGER', '2024-03-10', { amount: '-70', units: '-6' }),
      row('PURCHASE', '2024-04-10', { amount: '10', units: '1' }, 'Purchase'),
    ];
    assert.deepEqual(said(rowsOf([moves], [])), {
      in: '10',
      movedIn: '370',
      movedOut: '570',
      units: '0',
      withoutAmount: 0,
    });
  });

  it('say how many rows print no amount', () => {
    const bonus = row('PURCHASE', '2024-01-10', { units: '1' }, 'Bonus');
    assert.partialDeepStrictEqual(said(rowsOf([[bonus, ...ROWS]], [])), { withoutAmount: 1 });
  });
});
