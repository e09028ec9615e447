import assert from 'node:assert/strict';
import { customPeriod, periodAgain, periodOf } from '../../../src/usage/period.ts';

const KOLKATA = 'Asia/Kolkata';
// 00:30 on the first of the month in Kolkata, the last of the month before in UTC.
const now = Date.parse('2026-10-31T19:00:00Z');

describe('the period asked for', () => {
  for (const [choice, timeZone, firstDay, lastDay] of [
    ['days7', KOLKATA, '2026-10-26', '2026-11-01'],
    ['days7', 'UTC', '2026-10-25', '2026-10-31'],
    ['days30', KOLKATA, '2026-10-03', '2026-11-01'],
    ['thisMonth', KOLKATA, '2026-11-01', '2026-11-01'],
    ['thisMonth', 'UTC', '2026-10-01', '2026-10-31'],
    ['lastMonth', KOLKATA, '2026-10-01', '2026-10-31'],
    ['lastMonth', 'UTC', '2026-09-01', '2026-09-30'],
  ] as const)
    it(`is whole days of the person: ${choice} in ${timeZone}`, () => {
      const period = periodOf(choice, now, timeZone);
      assert.deepEqual([period.firstDay, period.lastDay], [firstDay, lastDay]);
    });

  it('ends now, since the question itself is logged', () => {
    const period = periodOf('days7', now, KOLKATA);
    assert.equal(period.to, now);
    assert.equal(period.from, Date.parse('2026-10-25T18:30:00Z'));
  });

  it('ends with the last moment of its last day when that is past', () => {
    const period = periodOf('lastMonth', Date.parse('2026-12-05T00:00:00Z'), 'America/New_York');
    assert.equal(period.from, Date.parse('2026-11-01T04:00:00Z'));
    assert.equal(period.to, Date.parse('2026-12-01T05:00:00Z') - 1);
  });

  it('is any two dates, both included', () => {
    const custom = customPeriod('2026-10-24', '2026-10-26', now, 'Europe/Berlin');
    assert.ok(custom.ok);
    assert.equal(custom.period.from, Date.parse('2026-10-23T22:00:00Z'));
    assert.equal(custom.period.to, Date.parse('2026-10-26T23:00:00Z') - 1);
  });

  it('is a year at most, in order, and not to come', () => {
    const reason = (first: string, last: string) => {
      const custom = customPeriod(first, last, now, 'UTC');
      return custom.ok ? 'ok' : custom.reason;
    };
    assert.equal(reason('2025-10-31', '2026-10-31'), 'ok');
    assert.equal(reason('2025-10-30', '2026-10-31'), 'tooLong');
    assert.equal(reason('2026-10-31', '2026-10-30'), 'wrongOrder');
    assert.equal(reason('2026-11-01', '2026-11-02'), 'inFuture');
    assert.equal(reason('', '2026-10-31'), 'noDay');
    assert.equal(reason('2026-10-30', '2026-11-30'), 'ok');
  });

  it('moves on when it is asked again, unless it is two dates', () => {
    const later = Date.parse('2026-11-20T00:00:00Z');
    assert.equal(periodAgain(periodOf('days7', now, 'UTC'), later, 'UTC').lastDay, '2026-11-20');
    const custom = customPeriod('2026-10-30', '2026-11-30', now, 'UTC');
    assert.ok(custom.ok);
    assert.equal(custom.period.to, now);
    const again = periodAgain(custom.period, later, 'UTC');
    assert.deepEqual([again.firstDay, again.lastDay], ['2026-10-30', '2026-11-30']);
    assert.equal(again.to, later);
  });
});
