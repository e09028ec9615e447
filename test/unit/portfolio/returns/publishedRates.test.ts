import assert from 'node:assert/strict';
import { xirr } from '../../../../src/portfolio/returns/xirr.ts';
import { assertNear, dated, rateOf } from './datedFlows.ts';
import { PATHOLOGICAL, PUBLISHED_RATES } from './publishedRates.ts';

describe('XIRR of published examples', () => {
  for (const { source, flows, rate, decimals } of PUBLISHED_RATES) {
    it(source, () => {
      const error = decimals === undefined ? 1e-6 * Math.max(1, rate) : 0.5 * 10 ** -decimals;
      assertNear(rateOf(dated(flows)), rate, error);
    });
  }

  it('are at least twenty to a millionth', () => {
    const exact = PUBLISHED_RATES.filter(({ decimals }) => decimals === undefined);
    assert.ok(exact.length >= 20, String(exact.length));
  });

  for (const { source, flows, reason } of PATHOLOGICAL) {
    it(source, () => {
      assert.deepEqual(xirr(dated(flows)), { ok: false, reason });
    });
  }
});
