import assert from 'node:assert/strict';
import { summaryFeaturesTotal, usageByFeature } from '../../../src/usage/byFeature.ts';
import { formatCredits, hundredths, printCredits } from '../../../src/usage/hundredths.ts';
import { isCutOff, listGaps } from '../../../src/usage/report.ts';
import { failedTotals, sameTotals, summaryTotals, totalsOf } from '../../../src/usage/totals.ts';
import { report, request } from './requests.ts';

const at = '2026-11-21T12:00:00Z';

describe('sums of credits', () => {
  it('are exact where doubles are not', () => {
    const tenth = request(at, { credits: 0.1 });
    assert.deepEqual(totalsOf([tenth, tenth, tenth]), { credits: 30, requests: 3 });
    const thousand = Array.from({ length: 1000 }, () => request(at, { credits: 0.35 }));
    assert.equal(totalsOf(thousand).credits, 35_000);
  });

  it('read a sum that the service made of doubles', () => {
    const answered = report([request(at)], { totalCredits: 0.1 + 0.2 });
    assert.deepEqual(summaryTotals(answered), { credits: 30, requests: 1 });
  });

  it('are printed as they are', () => {
    assert.deepEqual(
      [0, 0.2, 0.25, 0.5, 1, 12.05, -0.5].map((credits) => printCredits(hundredths(credits))),
      ['0', '0.2', '0.25', '0.5', '1', '12.05', '-0.5'],
    );
    assert.equal(formatCredits(12_345_625), '1,23,456.25');
    assert.equal(formatCredits(100, 2), '1.00');
  });

  it('count failed requests, and what they cost if they did', () => {
    const requests = [
      request(at),
      request(at, { status: 402, credits: 0 }),
      request(at, { status: 500, credits: 0.5 }),
      request(at, { status: undefined }),
      request(at, { status: 399 }),
    ];
    assert.deepEqual(failedTotals(requests), { credits: 50, requests: 2 });
  });

  it('leave out what is not stated, and say so', () => {
    const requests = [request(at), request(at, { credits: undefined, at: undefined })];
    assert.deepEqual(totalsOf(requests), { credits: 100, requests: 2 });
    assert.deepEqual(listGaps({ ...report(requests), sent: 5 }), {
      leftOut: 3,
      withoutCredits: 1,
      withoutTime: 1,
    });
  });
});

describe('usage by feature', () => {
  it('has both the summary and the list, those that cost most first', () => {
    const requests = [
      request(at, { feature: 'cdsl_cas_fetch', credits: 0.5 }),
      request(at, { feature: 'smart_parser' }),
      request(at, { feature: undefined, credits: 0.2 }),
    ];
    const byFeature = [
      { feature: 'smart_parser', credits: 2, requests: 2 },
      { feature: 'inbox_pull', credits: 0.2, requests: 1 },
      { feature: 'inbox_pull', credits: 0.1, requests: 1 },
    ];
    assert.deepEqual(usageByFeature(report(requests, { byFeature })), [
      {
        feature: 'smart_parser',
        summary: { credits: 200, requests: 2 },
        listed: { credits: 100, requests: 1 },
      },
      { feature: 'cdsl_cas_fetch', summary: undefined, listed: { credits: 50, requests: 1 } },
      {
        feature: 'inbox_pull',
        summary: { credits: 30, requests: 2 },
        listed: { credits: 0, requests: 0 },
      },
      { feature: '', summary: undefined, listed: { credits: 20, requests: 1 } },
    ]);
  });

  it('is not misled by names that objects have by nature', () => {
    const requests = ['__proto__', 'constructor'].map((feature) => request(at, { feature }));
    assert.deepEqual(
      usageByFeature(report(requests)).map(({ feature }) => feature),
      ['__proto__', 'constructor'],
    );
  });

  it('shows when the summary does not add up', () => {
    const answered = report([request(at)], { totalCredits: 3 });
    assert.ok(!sameTotals(summaryFeaturesTotal(answered), summaryTotals(answered)));
    const agreeing = report([request(at)]);
    assert.ok(sameTotals(summaryFeaturesTotal(agreeing), summaryTotals(agreeing)));
  });
});

describe('a list of 500', () => {
  const requests = Array.from({ length: 500 }, () => request(at));

  it('is cut off unless the summary has exactly as many', () => {
    assert.ok(isCutOff(report(requests, { totalRequests: 712 })));
    assert.ok(isCutOff(report(requests, { totalRequests: 3 })));
    assert.ok(!isCutOff(report(requests)));
    assert.ok(!isCutOff(report(requests.slice(1), { totalRequests: 712 })));
  });

  it('counts the entries that made no sense', () => {
    const answered = report(requests.slice(10), { totalRequests: 712 });
    assert.ok(isCutOff({ ...answered, sent: 500 }));
  });
});
