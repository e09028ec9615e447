import assert from 'node:assert/strict';
import { moveWithoutSale } from '../../../../src/portfolio/lots/moveWithoutSale.ts';

const TRANSFERS = [
  'Gifting of units-TO Folio No: 12345678901',
  'Gifting of units-FROM Folio No: 12345678901',
  'G i f t i n g  o f  u n i t s - T O  Folio No: 12345678901',
  'Gift In - From Folio 910121125/0',
  'Gift of Units',
  'Gift Out To Folio 12345678901',
  'Gift to Folio 12345678901',
  'Transmission',
  'Transmission In - From Folio 123',
  'Units Transmission - Out',
  'Transmission of Units to Nominee',
  'Transfer of Units',
  'Transfer In',
  'Transfer-Out to Folio 123',
  'Units Transferred Out',
  'Transfer of Mutual Fund Units (Third Party)',
  'Off Market Transfer',
  'Folio Consolidation In',
  'Consolidation of Folio',
  'Dematerialisation of units',
  'Demat Conversion - Rematerialization',
];

const MERGERS = [
  'Merger Out',
  'Merger In from Sample Old Fund',
  'Scheme Merger - Switch In',
  'Plan Consolidation - Switch Out',
  'Consolidation In',
  'Consolidation In From Sample Old Fund',
  'Consolidation - Switch Out',
  'Amalgamation of schemes',
];

const SALES_AND_PURCHASES = [
  'Redemption',
  'Redemption less STT',
  'Redemption - Electronic Transfer',
  'Purchase - Fund Transfer',
  'Purchase via NEFT transfer',
  'Systematic Transfer Plan - Out',
  'Systematic Transfer In',
  'Sys. Transfer Out',
  'S T P Out',
  'STP In - Transfer In from Sample Liquid Fund',
  'IDCW Transfer Plan - Transfer Out',
  'Switch Out - To Sample Children’s Gift Fund',
  'Switch Out - To Sample Children’s Gift - Folio 123',
  'Purchase in Sample Gift Plan',
  'Switch In from Sample Power Transmission Fund',
  'Lateral Shift Out',
  'Purchase Consolidated',
  'Bonus Units 1:2',
  'Merger Arbitrage Fund - Purchase',
  '',
];

describe('What units do without being sold', () => {
  for (const description of TRANSFERS)
    it(`is a transfer: ${description}`, () => {
      for (const type of ['PURCHASE', 'REDEMPTION', 'MISC', 'UNKNOWN'] as const)
        assert.equal(moveWithoutSale(type, description), 'transfer');
    });

  for (const description of MERGERS)
    it(`is a merger: ${description}`, () => {
      for (const type of ['PURCHASE', 'REDEMPTION', 'SWITCH_IN', 'SWITCH_OUT'] as const)
        assert.equal(moveWithoutSale(type, description), 'merger');
    });

  for (const description of SALES_AND_PURCHASES)
    it(`is neither: ${description}`, () => {
      assert.equal(moveWithoutSale('REDEMPTION', description), null);
      assert.equal(moveWithoutSale('PURCHASE', description), null);
    });

  it('is not told by a description where the type says what it is', () => {
    for (const type of ['STT_TAX', 'STAMP_DUTY_TAX', 'REVERSAL', 'DIVIDEND_PAYOUT'] as const)
      assert.equal(moveWithoutSale(type, 'Gifting of units'), null);
    assert.equal(moveWithoutSale('REDEMPTION', null), null);
  });
});
