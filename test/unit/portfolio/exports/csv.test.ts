import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import type { Cell } from '../../../../src/portfolio/exports/cells.ts';
import { csvOf } from '../../../../src/portfolio/exports/csv.ts';
import { readCsv } from './readCsv.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** The only line of a table without columns, as it is written. */
function line(...cells: Cell[]): string {
  const [, written = ''] = csvOf({ columns: [], rows: [cells] }).split(/(?<=^\uFEFF)\r\n/);
  return written;
}

function text(value: string): Cell {
  return { of: 'text', text: value };
}

function figure(numeral: string): Cell {
  const value = Decimal.parse(numeral);
  assert.ok(value);
  return { of: 'rupees', value };
}

describe('CSV', () => {
  it('begins with a byte order mark and the names of the columns, and ends each line with CRLF', () => {
    const columns = ['Name', 'A, B'].map((name) => ({ name, width: 10 }));
    const written = csvOf({
      columns,
      rows: [
        [text('a'), null],
        [null, figure('1.50')],
      ],
    });
    assert.equal(written, `${BYTE_ORDER_MARK}Name,"A, B"\r\na,\r\n,1.50\r\n`);
  });

  it('is read back as it was, whatever is in it (RFC 4180)', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', "'", ' ') }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const cells = rows.map((row) => row.map(text));
          const read = readCsv(csvOf({ columns: [{ name: 'n', width: 1 }], rows: cells }).slice(1));
          const unguarded = read.slice(1).map((row) => row.map(withoutGuard));
          assert.deepEqual(
            unguarded,
            rows.map((row) => row.map(withoutGuard)),
          );
        },
      ),
    );
  });

  for (const [value, written] of [
    ['=1+1', "'=1+1"],
    ['+91', "'+91"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\ra', '"\'\ra"'],
    ['  =1', "'  =1"],
    ['\uFF1D1', "'\uFF1D1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['\0=1', "'\0=1"],
    ['\u0001@x', "'\u0001@x"],
    ['\u200B=1', "'\u200B=1"],
    ['\u202E=1', "'\u202E=1"],
    [';=1+1', ";'=1+1"],
    ['A Fund; =1+1;-2', "A Fund;' =1+1;'-2"],
    ['A Fund\t=1+1', "A Fund\t'=1+1"],
    ['A; B - C', 'A; B - C'],
    ['a=b', 'a=b'],
    ["it's", "it's"],
  ] as const)
    it(`writes ${JSON.stringify(value)} so that no spreadsheet calculates it`, () => {
      assert.equal(line(text(value)), `${written}\r\n`);
      assert.equal(line({ of: 'date', text: value }), `${written}\r\n`);
    });

  for (const value of [
    ...[
      '00000001',
      '0012345600000001',
      '1234567890123456',
      '12/5',
      '3-4-21',
      '12.05.2021',
      '12:30',
    ],
    ...['12E5', '1.5e-3', '1 1/2'],
  ])
    it(`writes the text ${value} so that a spreadsheet leaves it as it is`, () => {
      assert.equal(line(text(value)), `'${value}\r\n`);
    });

  it('leaves text alone that no spreadsheet changes, and days', () => {
    for (const value of [
      '9000000001',
      '910121125/0',
      '88/77665544',
      '9000000001 / 11',
      '0',
      'INF000D01B29',
    ])
      assert.equal(line(text(value)), `${value}\r\n`);
    assert.equal(line({ of: 'date', text: '2025-03-31' }), '2025-03-31\r\n');
  });

  it('writes numbers with exactly the digits they have, negative ones without a guard', () => {
    assert.equal(
      line(figure('-1234567.80'), figure('0.000'), figure('123456789012345678901234.5678901234')),
      '-1234567.80,0.000,123456789012345678901234.5678901234\r\n',
    );
  });

  it('shows that a cell is hidden, and leaves empty what is not stated', () => {
    assert.equal(line({ of: 'hidden' }, null), '••••,\r\n');
  });
});

/** Text with and without the apostrophe is the same, as far as the person is concerned. */
function withoutGuard(value: string): string {
  return value
    .replace(/^'(?=\s*(?:0\d+|\d{16,}|[\d.]+e[+-]?\d+|[\d./-]+|[\d:]+|\d+ +\d+\/\d+)\s*$)/i, '')
    .replace(/^'(?=[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n＝＋－＠])/u, '')
    .replace(/([;\t])'(?=[\s\p{Cc}\p{Cf}]{0,20}[=+\-@＝＋－＠])/gu, '$1');
}
