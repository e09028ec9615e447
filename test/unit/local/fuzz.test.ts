import assert from 'node:assert/strict';
import { fuzzInThreads } from '../../fuzz/threads.ts';

describe('Damaged statements and random bytes', () => {
  // `npm run fuzz` tries 20,000.
  it('end in an answer or in an error that is known, and nothing is left unhandled', async () => {
    const { outcomes, troubles } = await fuzzInThreads(400, 11, 1);
    assert.deepEqual(troubles, []);
    const tried = [...outcomes.values()].reduce((sum, times) => sum + times, 0);
    assert.equal(tried, 400);
    assert.ok(outcomes.size >= 6, 'they end in many ways');
  });
});
