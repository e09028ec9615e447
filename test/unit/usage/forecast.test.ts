import assert from 'node:assert/strict';
import { type CreditsLeft, forecast, resetDay } from '../../../src/usage/forecast.ts';
import { type Pace, paceOf } from '../../../src/usage/pace.ts';
import { request } from './requests.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const oneADay: Pace = { credits: 1400, days: 14 };

function ahead(credits: CreditsLeft, pace: Pace | undefined = oneADay, timeZone = 'UTC') {
  return forecast(credits, pace, now, timeZone);
}

describe('the forecast', () => {
  it('says when credits end and how long before the reset', () => {
    assert.deepEqual(ahead({ remaining: 3, resetsAt: '2026-11-30T00:00:00Z' }), {
      kind: 'lasts',
      perDay: 100,
      paceDays: 14,
      until: '2026-11-25',
      reset: { day: '2026-11-30', endsBefore: true, daysBefore: 5 },
    });
  });

  it('says that they reach the reset', () => {
    const found = ahead({ remaining: 8, resetsAt: '2026-11-30' });
    assert.ok(found.kind === 'lasts');
    assert.deepEqual(found.reset, { day: '2026-11-30', endsBefore: false, daysBefore: 0 });
  });

  it('decides to the moment when both are on one day', () => {
    const reset = (resetsAt: string) => {
      const found = ahead({ remaining: 1, resetsAt });
      return found.kind === 'lasts' ? found.reset : undefined;
    };
    assert.deepEqual(reset('2026-11-23T12:00:01Z'), {
      day: '2026-11-23',
      endsBefore: true,
      daysBefore: 0,
    });
    assert.equal(reset('2026-11-23T12:00:00Z')?.endsBefore, false);
  });

  it('uses fractions of credits', () => {
    const found = ahead({ remaining: 0.5, resetsAt: undefined }, { credits: 75, days: 10 });
    assert.ok(found.kind === 'lasts');
    assert.equal(found.perDay, 8);
    // 0.5 / 0.075 = 6.67 days
    assert.equal(found.until, '2026-11-29');
  });

  it("names the day on the person's calendar", () => {
    const found = ahead({ remaining: 0.4, resetsAt: undefined }, oneADay, 'Asia/Kolkata');
    assert.ok(found.kind === 'lasts');
    assert.equal(found.until, '2026-11-23');
  });

  it('knows no reset when none is stated, or only a past or unreadable one', () => {
    for (const resetsAt of [undefined, '2026-11-22T12:00:00Z', '2026-10-31', 'soon', '2026-02-30'])
      assert.deepEqual(ahead({ remaining: 3, resetsAt }), {
        kind: 'lasts',
        perDay: 100,
        paceDays: 14,
        until: '2026-11-25',
        reset: undefined,
      });
  });

  it('names no day that is more than a year away', () => {
    const until = (remaining: number) => {
      const found = ahead({ remaining, resetsAt: undefined });
      return found.kind === 'lasts' ? found.until : found.kind;
    };
    assert.equal(until(366), '2027-11-23');
    assert.equal(until(367), undefined);
    assert.equal(until(1e12), undefined);
  });

  it('is none where there is nothing to foretell', () => {
    const kind = (remaining: number | null | undefined, pace?: Pace) =>
      forecast({ remaining, resetsAt: '2026-11-30' }, pace, now, 'UTC').kind;
    assert.equal(kind(null, oneADay), 'unlimited');
    assert.equal(kind(undefined, oneADay), 'notStated');
    assert.equal(kind(0, oneADay), 'usedUp');
    assert.equal(kind(-0.5, oneADay), 'usedUp');
    assert.equal(kind(10), 'tooFewDays');
    assert.equal(kind(10, { credits: 0, days: 14 }), 'tooFewDays');
    assert.equal(kind(10, oneADay), 'lasts');
  });

  it('reads the day of a reset as it is written', () => {
    assert.equal(resetDay('2026-11-30T23:59:59-08:00'), '2026-11-30');
    assert.equal(resetDay('30 Nov 2026'), undefined);
  });
});

describe('the pace', () => {
  const days = (...list: string[]) => list.map((day) => request(`${day}T06:00:00Z`));

  it('counts the last 14 days, today included', () => {
    const requests = days('2026-11-08', '2026-11-09', '2026-11-20', '2026-11-22');
    assert.deepEqual(paceOf(requests, now, 'UTC'), { credits: 300, days: 14 });
  });

  it('counts from the first request of a new account, even if that one was free', () => {
    const first = request('2026-11-18T06:00:00Z', { credits: 0 });
    const requests = [first, ...days('2026-11-19', '2026-11-20', '2026-11-22')];
    assert.deepEqual(paceOf(requests, now, 'UTC'), { credits: 300, days: 5 });
  });

  it('is not known from fewer than 3 days of use', () => {
    const free = { credits: 0 };
    assert.equal(paceOf([], now, 'UTC'), undefined);
    assert.equal(paceOf(days('2026-11-20', '2026-11-20', '2026-11-21'), now, 'UTC'), undefined);
    assert.equal(
      paceOf(
        [...days('2026-11-20', '2026-11-21'), request('2026-11-22T06:00:00Z', free)],
        now,
        'UTC',
      ),
      undefined,
    );
    assert.equal(paceOf(days('2026-10-01', '2026-10-02', '2026-10-03'), now, 'UTC'), undefined);
  });

  it("counts days of the person's calendar", () => {
    const requests = ['2026-11-20T18:00:00Z', '2026-11-20T19:00:00Z', '2026-11-22T01:00:00Z'].map(
      (at) => request(at),
    );
    assert.equal(paceOf(requests, now, 'UTC'), undefined);
    assert.deepEqual(paceOf(requests, now, 'Asia/Kolkata'), { credits: 300, days: 3 });
  });

  it('leaves out requests without a time, a cost, or a place in the past', () => {
    const requests = [
      ...days('2026-11-20', '2026-11-21', '2026-11-22', '2026-11-24'),
      request('2026-11-21T06:00:00Z', { at: undefined }),
      request('2026-11-21T06:00:00Z', { credits: undefined }),
    ];
    assert.deepEqual(paceOf(requests, now, 'UTC'), { credits: 300, days: 3 });
  });
});
