import assert from 'node:assert/strict';
import { comparePortfolios } from '../../../../src/portfolio/compare/comparePortfolios.ts';
import type { FieldDifference } from '../../../../src/portfolio/compare/fieldDifferences.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { samplePortfolio } from '../samples.ts';
import { folio, held, row, statementOf } from './statements.ts';

const DAY = '2026-03-31';

function differences(one: Portfolio, other: Portfolio): readonly FieldDifference[] {
  const { fields } = comparePortfolios(one, other);
  if (!fields) throw new Error('not one statement');
  return fields;
}

/** What differs, in short: `position: cost 100 | 90`, `transaction: only in later`. */
function inShort(one: Portfolio, other: Portfolio): string[] {
  return differences(one, other).flatMap(({ place, onlyIn, fields }) =>
    onlyIn === null
      ? fields.map(
          ({ field, earlier, later }) =>
            `${place.of}: ${field} ${String(earlier)} | ${String(later)}`,
        )
      : [`${place.of}: only in ${onlyIn}`],
  );
}

describe('two readings of one statement', () => {
  it('differ field by field, with both values', () => {
    const scheme = {
      cost: 100,
      advisor: 'DIRECT',
      transactions: [row('PURCHASE', DAY, { units: 1 })],
    };
    const other = { cost: 90, transactions: [row('PURCHASE_SIP', DAY, { units: 1.5 })] };
    const found = inShort(
      statementOf(DAY, { total: 10, folios: [folio('1', [held(1, 10, scheme)], 'Example')] }),
      statementOf(DAY, { total: 11, folios: [folio('1', [held(1, 10, other)], 'EXAMPLE')] }),
    );
    assert.deepEqual(found, [
      'summary: totalValue 10 | 11',
      'account: amc Example | EXAMPLE',
      'position: cost 100 | 90',
      'transaction: type PURCHASE | PURCHASE_SIP',
      'transaction: units 1 | 1.5',
    ]);
  });

  it('are the same where a number is only written in another way', () => {
    const text =
      '{"meta":{"statement_period":{"to":"2026-03-31"}},"nps":[{"pran":"1","value":VALUE}]}';
    const reading = (value: string) =>
      JSON.parse(text.replace('VALUE', value)) as { nps: object[] };
    const [one, other] = ['1500', '"1,500.00"'].map((value) => statementOf(DAY, reading(value)));
    assert.ok(one && other);
    assert.deepEqual(inShort(one, other), []);
  });

  it('differ in whole accounts, holdings and transactions', () => {
    const rows = [
      row('PURCHASE', '2026-03-01', { units: 1 }),
      row('PURCHASE', '2026-03-02', { units: 2 }),
    ];
    const found = inShort(
      statementOf(DAY, {
        folios: [folio('1', [held(3, 30, { transactions: rows })]), folio('2', [])],
      }),
      statementOf(DAY, {
        folios: [
          folio('1', [held(3, 30, { transactions: rows.slice(1) }), { isin: 'INF000D01E59' }]),
        ],
      }),
    );
    assert.deepEqual(found, [
      'account: only in earlier',
      'transaction: only in earlier',
      'position: only in later',
    ]);
  });

  it('pair their rows by date and figures, not by place, where one is missing', () => {
    const rows = ['2026-03-01', '2026-03-02', '2026-03-03'].map((date, index) =>
      row('PURCHASE', date, { units: index + 1, amount: 10 }),
    );
    const reading = (transactions: readonly object[]) =>
      statementOf(DAY, { folios: [folio('1', [held(6, 60, { transactions })])] });
    const [difference, ...others] = differences(reading(rows), reading(rows.slice(1)));
    assert.deepEqual(others, []);
    assert.ok(difference?.place.of === 'transaction');
    assert.equal(difference.place.row.earlier?.place, 0);
  });

  it('are found in the samples: quirks against the plain one', () => {
    const found = inShort(
      samplePortfolio('cams_kfintech'),
      samplePortfolio('quirks.cams_kfintech'),
    );
    for (const difference of [
      'summary: totalValue 86902.32 | null',
      'account: amc Example Mutual Fund | Example',
      'account: only in later',
      'position: isin INF000D01E59 | null',
      'transaction: units -119.048 | 119.048',
    ]) {
      assert.ok(found.includes(difference), difference);
    }
  });

  it('are not looked at field by field when they are of two periods or kinds', () => {
    const one = statementOf(DAY, { from: '2026-03-01' });
    for (const other of [
      statementOf(DAY, { from: '2026-02-01' }),
      statementOf('2026-04-30', { from: '2026-03-01' }),
      statementOf(DAY, { from: '2026-03-01', kind: 'CDSL' }),
    ]) {
      assert.equal(comparePortfolios(one, other).fields, null);
    }
    const unsaid = statementOf(DAY, { from: '2026-03-01', kind: null });
    assert.deepEqual(inShort(one, unsaid), ['statement: kind CAMS_KFINTECH | null']);
  });

  it('are compared in the holders of an account', () => {
    const reading = (linked_holders: readonly object[]) =>
      statementOf(DAY, { nps: [{ pran: '110000000001', linked_holders }] });
    const holder = { name: 'Sample Investor', pan: 'ABCDE1234F' };
    assert.deepEqual(inShort(reading([holder]), reading([])), [
      'account: holders Sample Investor, ABCDE1234F | ',
    ]);
  });
});
