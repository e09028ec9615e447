import assert from 'node:assert/strict';
import { usageByDay } from '../../../src/usage/byDay.ts';
import { type Period, customPeriod } from '../../../src/usage/period.ts';
import { report, request } from './requests.ts';

function period(firstDay: string, lastDay: string, timeZone = 'UTC'): Period {
  const custom = customPeriod(firstDay, lastDay, Date.parse('2026-12-31T00:00:00Z'), timeZone);
  assert.ok(custom.ok);
  return custom.period;
}

describe('usage by day', () => {
  it('puts a request on the day of the person, whatever day it is in UTC', () => {
    const requests = [request('2026-11-21T18:29:59Z'), request('2026-11-21T18:30:00Z')];
    const credits = (timeZone: string) =>
      usageByDay(report(requests), period('2026-11-21', '2026-11-22', timeZone), timeZone).days.map(
        (day) => day.credits,
      );
    assert.deepEqual(credits('Asia/Kolkata'), [100, 100]);
    assert.deepEqual(credits('UTC'), [200, 0]);
  });

  it('keeps the hours that a change of clocks repeats or leaves out in their day', () => {
    const repeated = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T22:59:59Z'];
    const usage = usageByDay(
      report([...repeated, '2026-10-25T23:00:00Z'].map((at) => request(at))),
      period('2026-10-24', '2026-10-26', 'Europe/Berlin'),
      'Europe/Berlin',
    );
    assert.deepEqual(
      usage.days.map(({ day, requests }) => [day, requests]),
      [
        ['2026-10-24', 0],
        ['2026-10-25', 3],
        ['2026-10-26', 1],
      ],
    );
  });

  it('adds fractions exactly', () => {
    const tenths = Array.from({ length: 30 }, () =>
      request('2026-11-21T12:00:00Z', { credits: 0.1 }),
    );
    const fractions = [0.2, 0.25, 0.5, 1].map((credits) =>
      request('2026-11-21T13:00:00Z', { credits }),
    );
    const day = usageByDay(
      report([...tenths, ...fractions]),
      period('2026-11-21', '2026-11-21'),
      'UTC',
    ).days[0];
    assert.equal(day?.credits, 495);
  });

  it('draws the four features that cost most, and the rest as one', () => {
    const features = { a: 1, b: 5, c: 2, d: 0.2, e: 0.5, f: 0.25, free: 0 };
    const requests = Object.entries(features).map(([feature, credits]) =>
      request('2026-11-21T12:00:00Z', { feature, credits }),
    );
    const usage = usageByDay(report(requests), period('2026-11-21', '2026-11-21'), 'UTC');
    assert.deepEqual(usage.features, ['b', 'c', 'a', 'e']);
    assert.equal(usage.others, true);
    assert.deepEqual(usage.days[0]?.parts, [500, 200, 100, 50, 45]);
    assert.equal(usage.days[0].requests, 7);
  });

  it('does not draw features that cost nothing', () => {
    const usage = usageByDay(
      report([request('2026-11-21T12:00:00Z', { credits: 0 })]),
      period('2026-11-21', '2026-11-21'),
      'UTC',
    );
    assert.deepEqual(usage.features, []);
    assert.equal(usage.others, false);
  });

  it('tells days of which a list that was cut off knows nothing, or only a part', () => {
    const requests = Array.from({ length: 500 }, (_, index) =>
      request(new Date(Date.parse('2026-11-21T12:00:00Z') + index * 60_000).toISOString()),
    );
    const known = (totalRequests: number) =>
      usageByDay(
        report(requests, { totalRequests }),
        period('2026-11-20', '2026-11-22'),
        'UTC',
      ).days.map((day) => day.known);
    assert.deepEqual(known(501), ['nothing', 'part', 'whole']);
    assert.deepEqual(known(500), ['whole', 'whole', 'whole']);
  });

  it('says which requests lie outside the period or have no time', () => {
    const undated = { ...request('2026-11-21T12:00:00Z'), at: undefined };
    const requests = [request('2026-11-20T12:00:00Z'), request('2026-11-21T12:00:00Z'), undated];
    const usage = usageByDay(report(requests), period('2026-11-21', '2026-11-22'), 'UTC');
    assert.deepEqual(usage.outside, [requests[0]]);
    assert.deepEqual(
      usage.days.map((day) => day.requests),
      [1, 0],
    );
  });
});
