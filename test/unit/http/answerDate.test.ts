import assert from 'node:assert/strict';

import { atOurClock, serverNow } from '../../../src/service/answerDate.ts';
import { serviceTime } from '../../../src/service/serviceTime.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 8, 12, 6, 39, 20, 500);
const by = (date: string | undefined) => ({ headers: date === undefined ? {} : { date } });

describe('the clock of the service', () => {
  it('is what its answer is dated', () => {
    assert.equal(serverNow(by('Sat, 12 Sep 2026 08:39:20 GMT'), now), now - 500 + 2 * hour);
  });

  for (const date of [undefined, '', 'yesterday'])
    it(`is ours when the answer does not say: ${date ?? 'no date'}`, () => {
      assert.equal(serverNow(by(date), now), now);
    });

  it('turns its times into ours, whichever clock is wrong', () => {
    const ahead = by('Sat, 12 Sep 2026 08:39:20 GMT');
    assert.equal(atOurClock(now - 500 + 3 * hour, ahead, now), now + hour);
    assert.equal(atOurClock(now + hour, by(undefined), now), now + hour);
  });
});

describe('a time in a body of the service', () => {
  const at = Date.UTC(2026, 8, 12, 6, 39, 20);
  const readings: [string | null | undefined, number | undefined][] = [
    ['2026-09-12T06:39:20Z', at],
    ['2026-09-12T06:39:20.5Z', at + 500],
    ['2026-09-12T06:39:20.123456+00:00', at + 123],
    ['2026-09-12T12:09:20+05:30', at],
    ['2026-09-12T12:09:20+0530', at],
    ['2026-09-12T06:39:20', at],
    ['2026-09-12 06:39:20', at],
    ['2026-09-12T06:39', at - 20_000],
    ['2026-09-12', undefined],
    ['2026-13-12T06:39:20Z', undefined],
    ['1789195160', undefined],
    ['yesterday', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ];
  for (const [text, time] of readings)
    it(`is ${time ?? 'not understood'}: ${text}`, () => assert.equal(serviceTime(text), time));
});
