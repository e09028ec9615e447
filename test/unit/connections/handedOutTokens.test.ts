import assert from 'node:assert/strict';

import { HandedOutTokens } from '../../../src/connections/handedOutTokens.ts';

const NOW = Date.UTC(2026, 8, 12, 6, 30);
const ending = (minutes: number) => ({
  token: `at_${minutes}`,
  expiresAtMs: NOW + minutes * 60_000,
  minutes,
});

describe('the access tokens that were handed out', () => {
  let handedOut: HandedOutTokens;
  beforeEach(() => {
    handedOut = new HandedOutTokens();
    for (const minutes of [10, 60, 30]) handedOut.add(ending(minutes));
  });

  const aliveAfter = (minutes: number) =>
    handedOut.alive(NOW + minutes * 60_000).map((token) => token.minutes);

  it('are none at first', () => {
    assert.deepEqual(new HandedOutTokens().alive(NOW), []);
  });

  it('are told with the one that ends last first', () => {
    assert.deepEqual(aliveAfter(0), [60, 30, 10]);
  });

  it('are not told any more once they have ended', () => {
    assert.deepEqual(aliveAfter(9.9), [60, 30, 10]);
    assert.deepEqual(aliveAfter(10), [60, 30]);
    assert.deepEqual(aliveAfter(60), []);
    assert.deepEqual(aliveAfter(0), [], 'nor kept');
  });

  it('can be forgotten, and more can be added then', () => {
    handedOut.forget();
    assert.deepEqual(aliveAfter(0), []);
    handedOut.add(ending(5));
    assert.deepEqual(aliveAfter(0), [5]);
  });
});
