import assert from 'node:assert/strict';
import fc from 'fast-check';
import { civilDay, isoDay, monthsLater, parseDay } from '../../../src/portfolio/days.ts';

const DAY = 24 * 60 * 60 * 1000;
const anyDate = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((instant) => instant.toISOString().slice(0, 10));

describe('Days', () => {
  it('are counted from 1970-01-01', () => {
    assert.equal(parseDay('1970-01-01'), 0);
    assert.equal(parseDay('1969-12-31'), -1);
    assert.equal(parseDay('2000-03-01'), 11_017);
    assert.equal(parseDay('2025-03-31'), 20_178);
  });

  it('are the days that the platform counts, and print as they are written', () => {
    fc.assert(
      fc.property(anyDate, (text) => {
        const day = Date.parse(`${text}T00:00:00Z`) / DAY;
        assert.equal(parseDay(text), day);
        assert.equal(isoDay(day), text);
        const { year, month, dayOfMonth } = civilDay(day);
        assert.deepEqual([year, month, dayOfMonth], text.split('-').map(Number));
      }),
    );
  });

  it('are nothing else than days that exist, written as YYYY-MM-DD', () => {
    const wrong = [
      '2023-02-29',
      '1900-02-29',
      '2024-02-30',
      '2024-04-31',
      '2024-13-01',
      '2024-00-10',
      '2024-01-00',
      '2024-01-32',
      '0000-01-01',
      '24-01-01',
      '2024-1-1',
      '2024/01/01',
      '01-01-2024',
      '2024-01-01T00:00:00Z',
      ' 2024-01-01',
      '२०२४-०१-०१',
      '2024-0a-01',
      '',
    ];
    for (const text of wrong) assert.equal(parseDay(text), null, text);
    assert.equal(parseDay(null), null);
    assert.equal(parseDay('2000-02-29') !== null, true);
  });
});

describe('Months later', () => {
  function later(text: string, months: number): string {
    return isoDay(monthsLater(parseDay(text) ?? NaN, months));
  }

  it('is the same day of the month, over the end of a year', () => {
    assert.equal(later('2023-07-23', 12), '2024-07-23');
    assert.equal(later('2023-12-15', 1), '2024-01-15');
    assert.equal(later('2020-01-31', 36), '2023-01-31');
  });

  it('is the last day of a month that is too short', () => {
    assert.equal(later('2020-02-29', 12), '2021-02-28');
    assert.equal(later('2023-01-31', 1), '2023-02-28');
  });

  it('never goes back when a day goes on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 200_000 }),
        fc.integer({ min: 0, max: 600 }),
        (day, by) => {
          assert.ok(monthsLater(day + 1, by) >= monthsLater(day, by));
        },
      ),
    );
  });
});
