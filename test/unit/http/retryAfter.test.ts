import assert from 'node:assert/strict';

import { retryAfterSeconds } from '../../../src/service/retryAfter.ts';

describe('the Retry-After header', () => {
  const now = Date.UTC(2026, 8, 12, 6, 39, 20, 500);
  const readings: [string, string | undefined, number | undefined][] = [
    ['missing', undefined, undefined],
    ['seconds', '17', 17],
    ['no seconds', '0', 0],
    ['seconds among spaces', ' 17 ', 17],
    ['a fraction, rounded up', '1.2', 2],
    ['a date to come, rounded up', 'Sat, 12 Sep 2026 06:40:20 GMT', 60],
    ['a date in the old form', 'Saturday, 12-Sep-26 06:40:20 GMT', 60],
    ['a date that is past', 'Sat, 12 Sep 2026 06:39:20 GMT', 0],
    ['negative', '-5', undefined],
    ['a number among words', 'in 5', undefined],
    ['words', 'soon', undefined],
    ['a word that begins like a day', 'Soon', undefined],
    ['empty', '', undefined],
  ];
  for (const [what, header, seconds] of readings) {
    it(`is ${seconds ?? 'not understood'}: ${what}`, () => {
      assert.equal(retryAfterSeconds(header, now), seconds);
    });
  }
});
