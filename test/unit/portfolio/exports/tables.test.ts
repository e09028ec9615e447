import assert from 'node:assert/strict';
import { portfolioOf, samplePortfolio } from '../samples.ts';
import { exported } from './exported.ts';
import { readCsv } from './readCsv.ts';

/** Records by the names of their columns, the empty ones left out. */
function records(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(csv.replace('\uFEFF', ''));
  return rows.map((row) => {
    assert.equal(row.length, head.length);
    return Object.fromEntries(
      row.flatMap((value, at) => (value === '' ? [] : [[head[at] ?? '', value]])),
    );
  });
}

describe('holdings as CSV', () => {
  it('has the columns that programs rely on', () => {
    const [head] = exported(samplePortfolio('nsdl'), { format: 'csv' }).split('\r\n');
    assert.equal(
      head,
      '\uFEFFHeld In,Account,Account Number,AMC or Issuer,ISIN,Name,Kind,Units,NAV or Price,Cost,Value,Gain,Gain Percent,Computed,Return Percent,Return Kind,Return Days,XIRR Percent',
    );
  });

  it('has a line for each position, with every figure that the statement has and no other', () => {
    const rows = records(exported(samplePortfolio('nsdl'), { format: 'csv' }));
    assert.equal(rows.length, 11);
    assert.deepEqual(rows[6], {
      'Held In': 'folio',
      Account: 'Example Mutual Fund',
      'Account Number': '9000000001/11',
      'AMC or Issuer': 'Example Mutual Fund',
      ISIN: 'INF000D01B29',
      Name: 'Example Flexi Cap Fund - Direct Plan - Growth',
      Kind: 'folio-equity',
      Units: '1568.35',
      'NAV or Price': '86.5123',
      Cost: '98000',
      Value: '135681.57',
      Gain: '37681.57',
      'Gain Percent': '38.45',
    });
    assert.deepEqual(rows[1], {
      'Held In': 'demat',
      Account: 'TEST SECURITIES LIMITED',
      'Account Number': '10000001',
      'AMC or Issuer': 'ZERO BALANCE TEXTILES LIMITED',
      ISIN: 'INE000J01047',
      Name: 'ZERO BALANCE TEXTILES LIMITED',
      Kind: 'shares',
      Units: '0',
      Value: '0',
    });
    assert.deepEqual(rows[10], {
      'Held In': 'insurance',
      'Account Number': 'TEST-POL-0001',
      'AMC or Issuer': 'Example Life Insurance Company Limited',
      Name: 'Example Endowment Plan',
      Kind: 'insurance',
    });
  });

  it('names the figures that the statement does not print', () => {
    const rows = records(exported(samplePortfolio('nsdl'), { format: 'csv' }));
    assert.equal(rows[0]?.Computed, 'NAV or Price');
    assert.equal(rows[7]?.Computed, 'Gain; Gain Percent');
  });

  it('keeps digits that no double could', () => {
    const scheme = '{"units": 12345678901234567.8901, "value": 0.10, "cost": 1e-7}';
    const text = `{"mutual_funds": [{"schemes": [${scheme}]}]}`;
    const [row] = records(exported(portfolioOf(text), { format: 'csv' }));
    assert.equal(row?.Units, '12345678901234567.8901');
    assert.equal(row.Value, '0.1');
    assert.equal(row.Cost, '0.0000001');
  });

  it('has the positions asked for, in the order asked for', () => {
    const keys = ['nps[0].funds[1]', 'demat_accounts[0].holdings[0]'];
    const rows = records(exported(samplePortfolio('nsdl'), { format: 'csv', keys }));
    assert.deepEqual(
      rows.map(({ Name }) => Name),
      ['EXAMPLE PENSION FUND SCHEME C - TIER I', 'EXAMPLE INDUSTRIES LIMITED'],
    );
  });
});

describe('transactions as CSV', () => {
  const all = records(
    exported(samplePortfolio('cams_kfintech'), { format: 'csv', what: 'transactions' }),
  );

  it('has a line for each transaction with ISO dates, outflows negative', () => {
    assert.equal(all.length, 18);
    assert.deepEqual(all[6], {
      Date: '2024-04-18',
      Account: 'Example Mutual Fund',
      'Account Number': '9000000001 / 11',
      'AMC or Issuer': 'Example Mutual Fund',
      ISIN: 'INF000D01B29',
      Name: 'EXM01-Example Flexi Cap Fund - Direct Plan - Growth',
      Type: 'REDEMPTION',
      Description: 'Redemption less STT',
      Units: '-150',
      'NAV or Price': '70',
      Amount: '-10500',
      'Unit Balance': '671.951',
    });
  });

  it('has a date that does not exist as it came, and a type that is not known beside its class', () => {
    const transactions = [{ date: '2025-02-30', type: 'SOME_FUTURE_TYPE', amount: 5 }];
    const answer = { mutual_funds: [{ schemes: [{ transactions }] }] };
    const [row] = records(exported(answer, { format: 'csv', what: 'transactions' }));
    assert.deepEqual(row, {
      Date: '2025-02-30',
      Type: 'UNKNOWN',
      'Type as Received': 'SOME_FUTURE_TYPE',
      Amount: '5',
    });
  });

  it('has the transactions asked for, in the order asked for', () => {
    const keys = ['mutual_funds[1].schemes[1]', 'mutual_funds[0].schemes[0]'];
    const portfolioAsked = samplePortfolio('cams_kfintech');
    const wanted = { format: 'csv', what: 'transactions', keys } as const;
    const rows = records(exported(portfolioAsked, { ...wanted, rows: [1, 6, 0, 0, 1, 0] }));
    assert.deepEqual(
      rows.map(({ Type }) => Type),
      ['REDEMPTION', 'SWITCH_OUT_MERGER', 'PURCHASE'],
    );
    assert.equal(records(exported(portfolioAsked, wanted)).length, 10);
    assert.equal(records(exported(portfolioAsked, { ...wanted, rows: [] })).length, 0);
  });
});
