import assert from 'node:assert/strict';
import { Numeral, parseExactJson } from '../../../src/portfolio/exactJson.ts';
import { portfolioOf } from './samples.ts';

describe('exact JSON', () => {
  const longNumerals = [
    '12345678901234567.89',
    '0.1234567890123456789',
    '9007199254740993',
    '-97334.320000000007',
    '1e400',
    '5e-324',
    '1.5E3',
    `0.${'0'.repeat(330)}1`,
  ];
  for (const numeral of longNumerals) {
    it(`keeps ${numeral.slice(0, 24)} as it was written`, () => {
      for (const text of [`{"a":${numeral}}`, `{ "a" : ${numeral} }`, `[1,${numeral}]`]) {
        const value = parseExactJson(text);
        const [found] = Object.values(value as object).slice(-1) as unknown[];
        assert.ok(found instanceof Numeral, text);
        assert.equal(found.source, numeral);
      }
    });
  }

  it('leaves numbers that a double holds as numbers, also beside long ones', () => {
    const value = parseExactJson(
      '[671.951, 0.000001, 123456789012345, 12345678901234567, "12345678901234567"]',
    );
    assert.ok(Array.isArray(value));
    assert.deepEqual(value.slice(0, 3), [671.951, 0.000001, 123456789012345]);
    assert.ok(value[3] instanceof Numeral);
    assert.equal(value[4], '12345678901234567');
  });

  it('takes a byte order mark', () => {
    assert.deepEqual(parseExactJson('\uFEFF{"a":1}'), { a: 1 });
  });

  it('carries every digit of a long numeral into the model', () => {
    const { summary } = portfolioOf('{"summary":{"total_value":12345678901234567.89}}');
    assert.equal(summary.totalValue?.toString(), '12345678901234567.89');
  });
});
