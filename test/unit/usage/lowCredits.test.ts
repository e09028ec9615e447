import assert from 'node:assert/strict';
import { type LowCreditsFacts, lowCredits } from '../../../src/usage/lowCredits.ts';
import { request } from './requests.ts';

const oneADay = Array.from({ length: 14 }, (_, index) =>
  request(`2026-11-${String(9 + index).padStart(2, '0')}T06:00:00Z`),
);

function facts(remaining: number | null | undefined, other: Partial<LowCreditsFacts> = {}) {
  return {
    accountId: 'work',
    credits: { remaining, resetsAt: '2026-11-30T00:00:00Z' },
    requests: oneADay,
    now: Date.parse('2026-11-22T12:00:00Z'),
    timeZone: 'UTC',
    ...other,
  };
}

describe('the warning about low credits', () => {
  it('comes at 3 credits, whatever the pace', () => {
    assert.deepEqual(lowCredits(facts(3, { requests: [] })), {
      key: 'work 2026-11-30',
      remaining: 300,
      reason: 'few',
    });
    assert.equal(lowCredits(facts(0))?.reason, 'few');
    assert.equal(lowCredits(facts(3.05, { requests: [] })), undefined);
  });

  it('comes when credits end before the reset', () => {
    assert.deepEqual(lowCredits(facts(4.5)), {
      key: 'work 2026-11-30',
      remaining: 450,
      reason: 'endsBeforeReset',
      perDay: 100,
      until: '2026-11-27',
      resetDay: '2026-11-30',
      daysBefore: 3,
    });
  });

  it('does not come when they last, are unlimited or not known', () => {
    for (const remaining of [8, 100, null, undefined])
      assert.equal(lowCredits(facts(remaining)), undefined, String(remaining));
  });

  it('concludes nothing from a pace that is not known, or without a reset to reach', () => {
    assert.equal(lowCredits(facts(4.5, { requests: oneADay.slice(-2) })), undefined);
    assert.equal(
      lowCredits(facts(4.5, { credits: { remaining: 4.5, resetsAt: undefined } })),
      undefined,
    );
  });

  it('has one key for an account and a reset period', () => {
    const key = (remaining: number, other: Partial<LowCreditsFacts> = {}) =>
      lowCredits(facts(remaining, other))?.key;
    assert.equal(key(4.5), key(1));
    assert.equal(key(1, { credits: { remaining: 1, resetsAt: '2026-11-30T00:00:07Z' } }), key(1));
    assert.notEqual(key(1, { accountId: 'own' }), key(1));
    assert.notEqual(key(1, { credits: { remaining: 1, resetsAt: '2026-12-31' } }), key(1));
  });

  it('has one key a month where no reset is stated', () => {
    const credits = { remaining: 1, resetsAt: undefined };
    const key = (now: string) => lowCredits(facts(1, { credits, now: Date.parse(now) }))?.key;
    assert.equal(key('2026-11-01T00:00:00Z'), 'work 2026-11');
    assert.equal(key('2026-11-30T00:00:00Z'), 'work 2026-11');
    assert.equal(key('2026-12-01T00:00:00Z'), 'work 2026-12');
  });
});
