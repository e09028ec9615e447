import assert from 'node:assert/strict';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import { jsonLeaves } from '../../../src/portfolio/jsonLeaves.ts';
import type { Transaction } from '../../../src/portfolio/model.ts';
import { portfolioOf } from './samples.ts';

/** A row with every key that the API documents, and where its value is to be found. */
const ROW = {
  date: '2025-01-31',
  description: 'Purchase - Online',
  type: 'PURCHASE',
  amount: 4999.75,
  units: 121.951,
  nav: 40.9981,
  balance: 671.951,
  dividend_rate: 1.2,
} as const;
const INFO = {
  credit: 3,
  debit: 0.5,
  order_no: '200000000001',
  price: 41.5,
  stamp_duty: 0.25,
  stt: 0.11,
  income_distribution: 7.5,
  capital_withdrawal: 2.75,
} as const;
type Field = Exclude<keyof Transaction, 'rest'>;
const FIELDS: Readonly<Record<keyof typeof ROW | keyof typeof INFO, Field>> = {
  date: 'date',
  description: 'description',
  type: 'printedType',
  amount: 'amount',
  units: 'units',
  nav: 'nav',
  balance: 'balance',
  dividend_rate: 'dividendRate',
  credit: 'credit',
  debit: 'debit',
  order_no: 'orderNumber',
  price: 'price',
  stamp_duty: 'stampDuty',
  stt: 'stt',
  income_distribution: 'incomeDistribution',
  capital_withdrawal: 'capitalWithdrawal',
};
const DECIMALS = Object.entries({ ...ROW, ...INFO })
  .filter(([, value]) => typeof value === 'number')
  .map(([key]) => key);

describe('the fields of a transaction', () => {
  const plain = transactionOf({ ...ROW, additional_info: INFO });

  it('are the values of its row, and nothing is left', () => {
    for (const [key, value] of Object.entries({ ...ROW, ...INFO })) {
      assert.equal(String(plain[FIELDS[key as keyof typeof FIELDS]]), String(value), key);
    }
    assert.equal(plain.type, 'PURCHASE');
    assert.deepEqual(plain.rest, []);
  });

  it('are null where the row has nothing', () => {
    for (const row of [
      {},
      { ...nulls(ROW), additional_info: null },
      { additional_info: nulls(INFO) },
    ]) {
      const empty = transactionOf(row);
      for (const field of Object.values(FIELDS)) assert.equal(empty[field], null, field);
      assert.equal(empty.type, 'UNKNOWN');
      assert.deepEqual(empty.rest, []);
    }
    assert.equal(transactionOf({ description: '  ', amount: '' }).description, null);
  });

  for (const key of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
    for (const odd of [true, ['x'], { deep: 'x' }]) {
      it(`${key}: ${JSON.stringify(odd)} is kept, and the others stay`, () => {
        const transaction = transactionOf(withValue(key, odd));
        assert.equal(transaction[FIELDS[key]], null);
        assert.deepEqual(transaction.rest, [{ path: pathOf(key), value: odd }]);
        for (const [other, field] of Object.entries(FIELDS)) {
          if (other !== key) assert.equal(String(transaction[field]), String(plain[field]), other);
        }
      });
    }
  }

  for (const key of DECIMALS as (keyof typeof FIELDS)[]) {
    it(`${key}: a number may come as text or be longer than a double, other text is kept`, () => {
      const field = FIELDS[key];
      assert.equal(String(transactionOf(withValue(key, '(1,234.50)'))[field]), '-1234.50');
      const long = JSON.stringify(rowText(withValue(key, 'LONG'))).replace(
        '"LONG"',
        '97334.320000000007',
      );
      const [transaction] = portfolioOf(long).folios[0]?.schemes[0]?.transactions ?? [];
      assert.equal(String(transaction?.[field]), '97334.320000000007');
      assert.deepEqual(transaction?.rest, []);
      const text = transactionOf(withValue(key, 'a lot'));
      assert.equal(text[field], null);
      assert.deepEqual(text.rest, [{ path: pathOf(key), value: 'a lot' }]);
    });
  }

  it('and its numbers are decimals', () => {
    for (const key of DECIMALS) {
      assert.ok(plain[FIELDS[key as keyof typeof FIELDS]] instanceof Decimal, key);
    }
  });

  it('leave unknown keys in the rest, with their place', () => {
    const row = { ...ROW, __proto_like: 1, additional_info: { ...INFO, new_key: { deep: [2] } } };
    const leaves = transactionOf(row).rest.flatMap(({ path, value }) => jsonLeaves(path, value));
    assert.deepEqual(leaves, [
      { path: 'mutual_funds[0].schemes[0].transactions[1].__proto_like', text: '1' },
      {
        path: 'mutual_funds[0].schemes[0].transactions[1].additional_info.new_key.deep[0]',
        text: '2',
      },
    ]);
    const odd = transactionOf({ ...ROW, additional_info: 'none' });
    assert.deepEqual(odd.rest, [
      { path: 'mutual_funds[0].schemes[0].transactions[1].additional_info', value: 'none' },
    ]);
    assert.equal(odd.credit, null);
  });
});

/** The row stands second, so that its place is not the first one. */
function rowText(row: object): object {
  return { mutual_funds: [{ schemes: [{ transactions: [null, row] }] }] };
}

function transactionOf(row: object): Transaction {
  const [transaction] =
    portfolioOf(JSON.stringify(rowText(row))).folios[0]?.schemes[0]?.transactions ?? [];
  assert.ok(transaction);
  return transaction;
}

function withValue(key: keyof typeof FIELDS, value: unknown): object {
  const row = { ...ROW, additional_info: INFO };
  if (key in ROW) return { ...row, [key]: value };
  return { ...row, additional_info: { ...INFO, [key]: value } };
}

function pathOf(key: string): string {
  const place = 'mutual_funds[0].schemes[0].transactions[1]';
  return key in ROW ? `${place}.${key}` : `${place}.additional_info.${key}`;
}

function nulls(object: object): object {
  return Object.fromEntries(Object.keys(object).map((key) => [key, null]));
}
