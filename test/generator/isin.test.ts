import assert from 'node:assert/strict';

import { hasValidCheckDigit, withCheckDigit } from '../fixtures/statementsGenerator/isin.ts';

describe('statements generator: ISINs', () => {
  it('end in the check digit of ISO 6166', () => {
    assert.equal(withCheckDigit('US037833100'), 'US0378331005'); // the textbook's example
    assert.equal(withCheckDigit('AU0000XVGZA'), 'AU0000XVGZA3');
  });

  it('are wrong with any other last digit', () => {
    for (let digit = 0; digit < 10; digit += 1) {
      assert.equal(hasValidCheckDigit(`US037833100${digit}`), digit === 5);
    }
  });
});
