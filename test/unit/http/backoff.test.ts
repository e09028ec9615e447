import assert from 'node:assert/strict';

import { backoffMs } from '../../../src/service/backoff.ts';

describe('the wait before another try', () => {
  it('doubles from a second up to eight', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 50].map((failures) => backoffMs(failures, 0)),
      [1_000, 2_000, 4_000, 8_000, 8_000, 8_000],
    );
  });

  it('is up to a half shorter by chance', () => {
    assert.equal(backoffMs(3, 0.5), 3_000);
    assert.equal(backoffMs(3, 0.999_999), 2_000);
  });
});
