import assert from 'node:assert/strict';
import {
  addDays,
  clockTime,
  dayOf,
  daysBetween,
  daysFrom,
  firstOfMonth,
  isDay,
  startOfDay,
} from '../../../src/usage/calendar.ts';

const HOUR = 3_600_000;

describe('days in a time zone', () => {
  it('begin when its clocks say so', () => {
    const lateEvening = Date.parse('2026-11-21T19:00:00Z');
    assert.equal(dayOf(lateEvening, 'UTC'), '2026-11-21');
    assert.equal(dayOf(lateEvening, 'Asia/Kolkata'), '2026-11-22');
    assert.equal(clockTime(lateEvening, 'Asia/Kolkata'), '00:30');
    assert.equal(clockTime(Date.parse('2026-11-21T18:30:00Z'), 'Asia/Kolkata'), '00:00');
  });

  for (const [timeZone, day, start] of [
    ['UTC', '2026-11-22', '2026-11-22T00:00:00Z'],
    ['Asia/Kolkata', '2026-11-22', '2026-11-21T18:30:00Z'],
    ['Pacific/Kiritimati', '2026-11-22', '2026-11-21T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-11-22', '2026-11-22T11:00:00Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00Z'],
    // Clocks are put forward at midnight: the day begins at 01:00.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z'],
    // Clocks are put back at midnight, into the day before.
    ['Africa/Cairo', '2026-10-30', '2026-10-29T22:00:00Z'],
  ] as const)
    it(`have their first moment: ${day} in ${timeZone}`, () => {
      assert.equal(startOfDay(day, timeZone), Date.parse(start));
      assert.equal(dayOf(startOfDay(day, timeZone), timeZone), day);
      assert.notEqual(dayOf(startOfDay(day, timeZone) - 1, timeZone), day);
    });

  it('are 23 and 25 hours long when clocks change', () => {
    const hours = (day: string) =>
      (startOfDay(addDays(day, 1), 'Europe/Berlin') - startOfDay(day, 'Europe/Berlin')) / HOUR;
    assert.deepEqual(['2026-03-28', '2026-03-29', '2026-10-25'].map(hours), [24, 23, 25]);
  });

  it('are counted over months, years and leap days', () => {
    assert.equal(addDays('2028-02-28', 2), '2028-03-01');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(daysBetween('2027-12-31', '2029-01-01'), 367);
    assert.deepEqual(daysFrom('2026-02-27', '2026-03-01'), [
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    assert.deepEqual(daysFrom('2026-03-01', '2026-02-27'), []);
    assert.equal(firstOfMonth('2026-01-31', -1), '2025-12-01');
  });

  it('are only those that exist', () => {
    assert.ok(isDay('2028-02-29'));
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-11-22T00:00:00Z'])
      assert.ok(!isDay(text), text);
  });
});
