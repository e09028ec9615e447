import assert from 'node:assert/strict';
import { readPrintedNumber } from '../../../src/portfolio/printedNumber.ts';

describe('a number as statements print it', () => {
  const readable: [string, string][] = [
    ['1,234.50', '1234.50'],
    ['12,34,567.00', '1234567.00'],
    ['1,234,567', '1234567'],
    ['0', '0'],
    [' 671.951 ', '671.951'],
    ['-5', '-5'],
    ['\u22125.25', '-5.25'],
    ['+5', '5'],
    ['(1,234.50)', '-1234.50'],
    ['.5', '0.5'],
  ];
  for (const [text, expected] of readable) {
    it(`reads ${text} as ${expected}`, () => {
      assert.equal(readPrintedNumber(text)?.toString(), expected);
    });
  }

  for (const text of [
    '',
    '1,23',
    '1,2345',
    '12345,678',
    '1.2.3',
    'N/A',
    '--',
    '-(5)',
    '(-5)',
    '5 %',
    '1e5',
    '₹5',
  ]) {
    it(`does not guess at "${text}"`, () => {
      assert.equal(readPrintedNumber(text), null);
    });
  }
});
