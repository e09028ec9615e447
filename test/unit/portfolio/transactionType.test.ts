import assert from 'node:assert/strict';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import {
  readTransactionType,
  signedAmount,
  signedUnits,
  transactionLabel,
} from '../../../src/portfolio/transactionType.ts';
import type { TransactionType } from '../../../src/portfolio/transactionType.ts';

/** What 10 units, printed with either sign, do to the balance. */
const EFFECTS: Readonly<Record<TransactionType, 'adds' | 'takes' | 'as printed'>> = {
  PURCHASE: 'adds',
  PURCHASE_SIP: 'adds',
  REDEMPTION: 'takes',
  SWITCH_IN: 'adds',
  SWITCH_IN_MERGER: 'adds',
  SWITCH_OUT: 'takes',
  SWITCH_OUT_MERGER: 'takes',
  DIVIDEND_PAYOUT: 'as printed',
  DIVIDEND_REINVEST: 'adds',
  SEGREGATION: 'as printed',
  STAMP_DUTY_TAX: 'as printed',
  TDS_TAX: 'as printed',
  STT_TAX: 'as printed',
  MISC: 'as printed',
  REVERSAL: 'takes',
  UNKNOWN: 'as printed',
};
const TYPES = Object.keys(EFFECTS) as TransactionType[];

function movement(type: TransactionType, units: number | null, demat?: [number, number]) {
  const known = units === null ? null : Decimal.fromInteger(units);
  return {
    type,
    units: known,
    amount: known,
    credit: demat ? Decimal.fromInteger(demat[0]) : null,
    debit: demat ? Decimal.fromInteger(demat[1]) : null,
  };
}

describe('the sign of a transaction', () => {
  for (const type of TYPES) {
    it(`${type}: ${EFFECTS[type]}, whatever sign is printed`, () => {
      for (const printed of [10, -10]) {
        const expected = { adds: 10, takes: -10, 'as printed': printed }[EFFECTS[type]];
        assert.equal(signedUnits(movement(type, printed))?.toString(), String(expected));
        assert.equal(signedAmount(movement(type, printed))?.toString(), String(expected));
      }
      assert.equal(signedUnits(movement(type, null)), null);
    });

    it(`${type} in a demat account: by credit and debit`, () => {
      assert.equal(signedUnits(movement(type, 10, [10, 0]))?.toString(), '10');
      assert.equal(signedUnits(movement(type, 10, [0, 10]))?.toString(), '-10');
      assert.equal(signedUnits(movement(type, 10, [0, -10]))?.toString(), '-10');
      assert.equal(signedUnits(movement(type, 10, [12, 2]))?.toString(), '10');
      assert.equal(signedAmount(movement(type, 10, [10, 0]))?.toString(), '10');
      assert.equal(signedAmount(movement(type, 10, [0, 10]))?.toString(), '-10');
    });
  }

  it('falls back to the type where neither credit nor debit is given', () => {
    assert.equal(signedUnits(movement('REDEMPTION', 10, [0, 0]))?.toString(), '-10');
  });
});

describe('the type of a transaction', () => {
  it('is one of the 16 types of the API, whatever the case of its letters', () => {
    assert.equal(TYPES.length, 16);
    for (const type of TYPES) {
      assert.equal(readTransactionType(type), type);
      assert.equal(readTransactionType(` ${type.toLowerCase()} `), type);
    }
  });

  it('knows the name that an older SDK gave to reinvestment', () => {
    assert.equal(readTransactionType('DIVIDEND_REINVESTMENT'), 'DIVIDEND_REINVEST');
  });

  it('is unknown for anything else', () => {
    for (const text of [null, '', 'SOME_FUTURE_TYPE', 'constructor', '__proto__']) {
      assert.equal(readTransactionType(text), 'UNKNOWN');
    }
  });

  it('has a name of its own for people', () => {
    assert.equal(new Set(TYPES.map(transactionLabel)).size, TYPES.length);
  });
});
