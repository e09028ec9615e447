import assert from 'node:assert/strict';

import { soak } from '../../soak/misbehavingService.ts';

const PARSES = 32;
const SEED = 1;
const PERMITTED_A_MINUTE = 60;
const TIMEOUT_SECONDS = 2;

describe(`${PARSES} statements and a service that fails in every way (seed ${SEED})`, function () {
  // The clock runs much faster than the machine here: one that pauses makes requests late.
  this.retries(2);

  it('all end parsed or reported, are paid for once and keep to the limit', async () => {
    const soaked = await soak(PARSES, SEED, TIMEOUT_SECONDS);
    assert.equal(soaked.parsed + soaked.lost, PARSES);
    assert.equal(soaked.unaccounted, 0);
    assert.equal(soaked.paidTwice, 0);
    assert.equal(soaked.paidInVain, 0);
    assert.ok(soaked.lost > 0 && soaked.parsed > soaked.lost);
    assert.ok(soaked.mostSentInAMinute <= PERMITTED_A_MINUTE);
    assert.ok(soaked.mostSeenInAMinute <= PERMITTED_A_MINUTE);
    assert.deepEqual(soaked.troubles, []);
  });
});
