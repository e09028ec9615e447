import assert from 'node:assert/strict';
import {
  AMOUNT,
  NAV,
  readPositive,
  readTyped,
  UNITS,
} from '../../../../src/portfolio/facts/typed.ts';

describe('A figure that is typed', () => {
  for (const text of ['45.6789', ' 45 ', '0.01'])
    it(`is a NAV: "${text}"`, () => assert.equal(readPositive(text, NAV), text.trim()));

  for (const text of ['', '0', '0.00', '-1', '1e3', '12,5', '12345678', '1.12345', '₹45', 'x'])
    it(`is no NAV: "${text}"`, () => assert.equal(readPositive(text, NAV), null));

  for (const [text, amount] of [
    ['50000', '50000'],
    ['50,000.50', '50000.50'],
    ['1,00,000', '100000'],
    ['100,000', '100000'],
    ['0', '0'],
  ] as const)
    it(`is an amount: "${text}"`, () => assert.equal(readTyped(text, AMOUNT), amount));

  for (const text of ['5,00', '1,000,', '1.005', '-5', '', ',100', '1,0000'])
    it(`is no amount: "${text}"`, () => assert.equal(readTyped(text, AMOUNT), null));

  it('may have six decimals of units', () => {
    assert.equal(readPositive('1,000.123456', UNITS), '1000.123456');
    assert.equal(readPositive('1.1234567', UNITS), null);
  });
});
