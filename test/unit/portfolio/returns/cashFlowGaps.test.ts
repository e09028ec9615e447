import assert from 'node:assert/strict';
import type { Transaction } from '../../../../src/portfolio/model.ts';
import { schemeCashFlows } from '../../../../src/portfolio/returns/cashFlows.ts';
import { row, schemeOf } from '../lots/inventedRows.ts';

const PURCHASE = row('PURCHASE', '2024-01-10', { amount: '4999.75', units: '100' });

function reasonOf(...[rows, figures, valued = '2024-12-31']: ReasonInput): string {
  const cash = schemeCashFlows(schemeOf(rows, figures), valued);
  assert.ok(!cash.ok);
  return cash.reason;
}

type ReasonInput = [
  rows: readonly Transaction[],
  figures: Parameters<typeof schemeOf>[1],
  valued?: string | null,
];

describe('Cash flows that are not all known', () => {
  const held = { units: '100', value: '1000' };

  it('say so for a summary, which has no transactions', () => {
    assert.equal(reasonOf([], held), 'no-transactions');
  });

  it('say so when units are from before the statement, but tell what moved within it', () => {
    const scheme = schemeOf([PURCHASE], {
      ...held,
      openUnits: '50',
      units: '150',
    });
    const cash = schemeCashFlows(scheme, '2024-12-31');
    assert.ok(!cash.ok && cash.flows);
    assert.equal(cash.reason, 'opening-balance');
    assert.deepEqual(
      cash.flows.map(({ amount }) => amount.toString()),
      ['-4999.75'],
    );
  });

  it('say so when the units do not add up, beyond a thousandth', () => {
    assert.equal(reasonOf([PURCHASE], { ...held, units: '100.002' }), 'units-disagree');
    assert.equal(reasonOf([PURCHASE], { ...held, closeUnits: '90' }), 'units-disagree');
    assert.ok(
      schemeCashFlows(schemeOf([PURCHASE], { ...held, units: '100.001' }), '2024-12-31').ok,
    );
  });

  it('say so when no closing units are printed', () => {
    assert.equal(reasonOf([PURCHASE], { value: '1000' }), 'units-unknown');
  });

  it('say so when a day does not exist or is not printed', () => {
    const figures = { amount: '5000', units: '100' };
    assert.equal(reasonOf([row('PURCHASE', '2023-02-29', figures)], held), 'undated');
    assert.equal(reasonOf([row('PURCHASE', null, figures)], held), 'undated');
  });

  it('say so when money moved under a type that does not say why', () => {
    const rows = [PURCHASE, row('UNKNOWN', '2024-02-10', { amount: '12' })];
    assert.equal(reasonOf(rows, held), 'unclassified');
    const moved = [PURCHASE, row('MISC', '2024-02-10', { units: '1' })];
    assert.equal(reasonOf(moved, { ...held, units: '101' }), 'unclassified');
  });

  it('say so when units went the other way than the type says', () => {
    const rows = [row('PURCHASE', '2024-02-10', { amount: '12', debit: '1' })];
    assert.equal(reasonOf(rows, held), 'unclassified');
  });

  it('say so when a charge stands alone on its day', () => {
    const rows = [PURCHASE, row('TDS_TAX', '2024-01-10', { amount: '12' })];
    assert.equal(reasonOf(rows, held), 'unclassified');
  });

  it('say so when an amount is missing where money moved', () => {
    assert.equal(
      reasonOf([row('PURCHASE', '2024-01-10', { units: '100' })], held),
      'amount-missing',
    );
    const payout = row('DIVIDEND_PAYOUT', '2024-02-10', {
      dividendRate: '1.2',
    });
    assert.equal(reasonOf([PURCHASE, payout], held), 'amount-missing');
    const charge = row('STAMP_DUTY_TAX', '2024-01-10');
    assert.equal(reasonOf([PURCHASE, charge], held), 'amount-missing');
  });

  it('say so when money bought no units', () => {
    const rows = [PURCHASE, row('PURCHASE_SIP', '2024-02-10', { amount: '1000' })];
    assert.equal(reasonOf(rows, held), 'units-missing');
  });

  it('say so when a reversal undoes nothing that is printed', () => {
    const rows = [PURCHASE, row('REVERSAL', '2024-02-12', { amount: '1000', units: '20' })];
    assert.equal(reasonOf(rows, { ...held, units: '80' }), 'reversal-unmatched');
  });

  it('say so without a value, without its day, and when money moved after it', () => {
    assert.equal(reasonOf([PURCHASE], { units: '100' }), 'no-value');
    assert.equal(reasonOf([PURCHASE], held, null), 'no-valuation-date');
    assert.equal(reasonOf([PURCHASE], held, '2024-01-09'), 'after-valuation');
  });
});
