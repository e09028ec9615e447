import assert from 'node:assert/strict';
import { isoDay } from '../../../../src/portfolio/days.ts';
import type { Transaction } from '../../../../src/portfolio/model.ts';
import { schemeCashFlows } from '../../../../src/portfolio/returns/cashFlows.ts';
import { samplePortfolio } from '../samples.ts';
import { row, schemeOf } from '../lots/inventedRows.ts';

const PURCHASE = row('PURCHASE', '2024-01-10', {
  amount: '4999.75',
  units: '100',
});

/** Date and amount of each flow of a scheme that holds `units` worth `value` at the end of 2024. */
function flowsOf(rows: readonly Transaction[], units: string, value = '1000'): string[] {
  const cash = schemeCashFlows(schemeOf(rows, { units, value }), '2024-12-31');
  assert.ok(cash.ok, cash.ok ? '' : cash.reason);
  return [...cash.flows, ...(cash.closing ? [cash.closing] : [])].map(
    ({ day, amount }) => `${isoDay(day)} ${amount.toString()}`,
  );
}

describe('Cash flows of a scheme', () => {
  it('put purchases, SIPs and switches in, whatever their sign, and end with what is held', () => {
    const rows = [
      row('PURCHASE', '2024-01-10', { amount: '5000', units: '100' }),
      row('PURCHASE_SIP', '2024-02-10', { amount: '-1000.50', units: '20' }),
      row('SWITCH_IN', '2024-03-10', { amount: '700', units: '-10' }),
      row('SWITCH_IN_MERGER', '2024-04-10', { amount: '300', units: '5' }),
    ];
    assert.deepEqual(flowsOf(rows, '135', '8000.25'), [
      '2024-01-10 -5000',
      '2024-02-10 -1000.50',
      '2024-03-10 -700',
      '2024-04-10 -300',
      '2024-12-31 8000.25',
    ]);
  });

  it('take redemptions, switches and IDCW out, whatever their sign', () => {
    const rows = [
      row('PURCHASE', '2024-01-10', { amount: '5000', units: '100' }),
      row('REDEMPTION', '2024-02-10', { amount: '-600', units: '-10' }),
      row('SWITCH_OUT', '2024-03-10', { amount: '650', units: '10' }),
      row('SWITCH_OUT_MERGER', '2024-04-10', { amount: '-700', units: '-10' }),
      row('DIVIDEND_PAYOUT', '2024-05-10', { amount: '35', units: '70' }),
    ];
    assert.deepEqual(flowsOf(rows, '70').slice(1, 5), [
      '2024-02-10 600',
      '2024-03-10 650',
      '2024-04-10 700',
      '2024-05-10 35',
    ]);
  });

  it('put stamp duty in on top of the purchase', () => {
    const rows = [PURCHASE, row('STAMP_DUTY_TAX', '2024-01-10', { amount: '0.25' })];
    assert.equal(flowsOf(rows, '100')[0], '2024-01-10 -5000.00');
  });

  it('count stamp duty once that is printed with the purchase and in a row of its own', () => {
    const purchase = row('PURCHASE', '2024-01-10', {
      amount: '4999.75',
      units: '100',
      stampDuty: '0.25',
    });
    const duty = row('STAMP_DUTY_TAX', '2024-01-10', { amount: '0.25' });
    assert.equal(flowsOf([purchase, duty], '100')[0], '2024-01-10 -5000.00');
    assert.equal(flowsOf([duty, purchase], '100')[0], '2024-01-10 -5000.00');
    assert.equal(flowsOf([purchase], '100')[0], '2024-01-10 -5000.00');
  });

  it('take STT and TDS off what came out', () => {
    const rows = [
      PURCHASE,
      row('REDEMPTION', '2024-02-10', { amount: '600', units: '10' }),
      row('STT_TAX', '2024-02-10', { amount: '0.01' }),
      row('TDS_TAX', '2024-02-10', { amount: '60' }),
      row('DIVIDEND_PAYOUT', '2024-03-10', { amount: '420' }),
      row('TDS_TAX', '2024-03-10', { amount: '-42' }),
    ];
    assert.deepEqual(flowsOf(rows, '90').slice(1, 3), ['2024-02-10 539.99', '2024-03-10 378']);
  });

  it('leave IDCW that is reinvested in the scheme, with its stamp duty and TDS', () => {
    const rows = [
      PURCHASE,
      row('DIVIDEND_REINVEST', '2024-03-10', { amount: '378', units: '7' }),
      row('STAMP_DUTY_TAX', '2024-03-10', { amount: '0.02' }),
      row('TDS_TAX', '2024-03-10', { amount: '42' }),
    ];
    assert.deepEqual(flowsOf(rows, '107'), ['2024-01-10 -4999.75', '2024-12-31 1000']);
  });

  it('leave out a purchase that was reversed, with its stamp duty', () => {
    const rows = [
      PURCHASE,
      row('PURCHASE_SIP', '2024-02-10', { amount: '999.95', units: '20' }),
      row('STAMP_DUTY_TAX', '2024-02-10', { amount: '0.05' }),
      row('REVERSAL', '2024-02-12', { amount: '-999.95', units: '-20' }),
      row('STAMP_DUTY_TAX', '2024-02-12', { amount: '-0.05' }),
    ];
    assert.deepEqual(flowsOf(rows, '100'), ['2024-01-10 -4999.75', '2024-12-31 1000']);
  });

  it('undo the latest purchase of the same units', () => {
    const sip = (date: string, amount: string) =>
      row('PURCHASE_SIP', date, { amount, units: '20' });
    const rows = [
      sip('2024-01-10', '900'),
      sip('2024-02-10', '1000'),
      row('REVERSAL', '2024-02-12', { amount: '1000', units: '20' }),
    ];
    assert.equal(flowsOf(rows, '20')[0], '2024-01-10 -900');
  });

  it('undo a purchase by its amount where the reversal prints no units, and none of them twice', () => {
    const sip = row('PURCHASE_SIP', '2024-02-10', { amount: '1000', units: '20' });
    const undone = row('REVERSAL', '2024-02-12', { amount: '-1000.00' });
    assert.deepEqual(flowsOf([PURCHASE, sip, undone], '100'), [
      '2024-01-10 -4999.75',
      '2024-12-31 1000',
    ]);
    const byUnits = row('REVERSAL', '2024-02-11', { amount: '1000', units: '20' });
    const twice = schemeOf([PURCHASE, sip, byUnits, undone], { units: '100', value: '1000' });
    const cash = schemeCashFlows(twice, '2024-12-31');
    assert.equal(!cash.ok && cash.reason, 'reversal-unmatched');
  });

  it('see no money in bonus units and in units of a segregated portfolio', () => {
    const rows = [
      PURCHASE,
      row('PURCHASE', '2024-02-10', { amount: '0', units: '10' }, 'Bonus Units'),
      row('PURCHASE', '2024-02-11', { units: '5' }, 'B onus Units Allotted'),
      row('SEGREGATION', '2024-03-10', { amount: '0', units: '115' }),
      row('SEGREGATION', '2024-03-10', {}),
    ];
    assert.deepEqual(flowsOf(rows, '230'), ['2024-01-10 -4999.75', '2024-12-31 1000']);
  });

  it('are legs of a switch where a merger is told by its description alone', () => {
    const out = row('REDEMPTION', '2024-03-10', { amount: '1200', units: '100' }, 'Merger Out');
    const bought = row('PURCHASE', '2024-01-10', { amount: '1000', units: '100' });
    const cash = schemeCashFlows(schemeOf([bought, out], { units: '0' }), '2024-12-31');
    assert.ok(cash.ok);
    assert.deepEqual(
      cash.flows.map(({ isSwitch }) => isSwitch),
      [false, true],
    );
  });

  it('take units from credit and debit where a depository prints them', () => {
    const rows = [
      row('PURCHASE', '2024-01-10', { amount: '5000', credit: '100' }),
      row('REDEMPTION', '2024-02-10', { amount: '600', debit: '10' }),
    ];
    assert.deepEqual(flowsOf(rows, '90').slice(0, 2), ['2024-01-10 -5000', '2024-02-10 600']);
  });

  it('are in the order of time, also in an answer that lists the newest first', () => {
    const rows = [
      row('STT_TAX', '2024-03-10', { amount: '0.01' }),
      row('REDEMPTION', '2024-03-10', { amount: '600', units: '10' }),
      row('REVERSAL', '2024-02-10', { amount: '1000', units: '20' }),
      row('PURCHASE_SIP', '2024-02-10', { amount: '1000', units: '20' }),
      PURCHASE,
    ];
    assert.deepEqual(flowsOf(rows, '90'), [
      '2024-01-10 -4999.75',
      '2024-03-10 599.99',
      '2024-12-31 1000',
    ]);
  });

  it('have no closing value for a closed position, and need no day of valuation', () => {
    const rows = [PURCHASE, row('REDEMPTION', '2024-03-10', { amount: '6000', units: '100' })];
    const cash = schemeCashFlows(schemeOf(rows, { units: '0' }), null);
    assert.ok(cash.ok);
    assert.equal(cash.closing, null);
    assert.equal(cash.flows.length, 2);
  });

  it('pass over notes without money, also undated ones', () => {
    const rows = [
      row('MISC', null, {}, 'Change of Bank Details'),
      PURCHASE,
      row('UNKNOWN', '2024-02-30', { amount: '0.00' }),
    ];
    assert.equal(flowsOf(rows, '100').length, 2);
  });

  it('are of the sample with every type what its rows say', () => {
    const { folios, statement } = samplePortfolio('cams_kfintech');
    const all = folios.flatMap(({ schemes }) => schemes);
    const [flexi, liquid, ...others] = all.map((scheme) => schemeCashFlows(scheme, statement.to));
    assert.ok(flexi?.ok && liquid?.ok);
    assert.deepEqual(
      flexi.flows.map(({ day, amount }) => `${isoDay(day)} ${amount.toString()}`),
      ['2021-01-15 -20001', '2021-02-10 -5000', '2023-06-01 -11000', '2024-04-18 10499.89'],
    );
    assert.equal(flexi.closing?.amount.toString(), '58132.03');
    assert.equal(liquid.flows[1]?.amount.toString(), '11000');
    assert.deepEqual(
      others.map((cash) => !cash.ok && cash.reason),
      ['opening-balance', 'opening-balance'],
    );
  });
});
