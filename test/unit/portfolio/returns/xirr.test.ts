import assert from 'node:assert/strict';
import { xirr } from '../../../../src/portfolio/returns/xirr.ts';
import { assertNear, dated, presentValue, rateOf } from './datedFlows.ts';

describe('XIRR without a rate', () => {
  it('says so when no money moved', () => {
    assert.deepEqual(xirr([]), { ok: false, reason: 'no-flows' });
    assert.deepEqual(xirr(dated([['2024-01-01', 0]])), {
      ok: false,
      reason: 'no-flows',
    });
  });

  it('says so when everything that went in came out on its day', () => {
    const flows = dated([
      ['2024-01-01', -0.1],
      ['2024-01-01', -0.2],
      ['2024-01-01', 0.3],
      ['2024-06-01', 7],
      ['2024-06-01', -7],
    ]);
    assert.deepEqual(xirr(flows), { ok: false, reason: 'no-flows' });
  });

  it('says so after a total loss, or when money moved one way only', () => {
    const lost = dated([
      ['2024-01-01', -1000],
      ['2025-01-01', 0],
    ]);
    assert.deepEqual(xirr(lost), { ok: false, reason: 'one-sign' });
    assert.deepEqual(xirr(dated([['2024-01-01', 1000]])), {
      ok: false,
      reason: 'one-sign',
    });
  });

  it('says so when all of it was on one day', () => {
    const flows = dated([
      ['2024-01-01', -1000],
      ['2024-01-01', -1000],
      ['2024-01-01', 2100],
    ]);
    assert.deepEqual(xirr(flows), { ok: false, reason: 'one-day' });
  });

  it('says so when two rates fit', () => {
    // 10 % and 20 % a year: (1 - 1.1 v)(1 - 1.2 v), where v discounts a year.
    const flows = dated([
      ['2021-01-01', -1],
      ['2022-01-01', 2.3],
      ['2023-01-01', -1.32],
    ]);
    assert.deepEqual(xirr(flows), { ok: false, reason: 'several' });
  });

  it('says so when one rate fits twice, without crossing zero', () => {
    const flows = dated([
      ['2021-01-01', -1],
      ['2022-01-01', 2.3],
      ['2023-01-01', -1.3225],
    ]);
    assert.deepEqual(xirr(flows), { ok: false, reason: 'several' });
  });

  it('says so when three rates fit, as a spreadsheet would not', () => {
    // 10 %, 20 % and 30 %.
    const flows = dated([
      ['2021-01-01', -1],
      ['2022-01-01', 3.6],
      ['2023-01-01', -4.31],
      ['2024-01-01', 1.716],
    ]);
    assert.deepEqual(xirr(flows), { ok: false, reason: 'several' });
  });

  it('says so although the balance is next to nothing where it changes sides', () => {
    // -99.8 %, -85 % and 785,343 %: at the last one, a hundred-billionth of a balance decides.
    const flows = [
      { day: 0, amount: 1 },
      { day: 30, amount: -2.09 },
      { day: 882, amount: 1.2 },
      { day: 883, amount: -1.18 },
    ];
    assert.deepEqual(xirr(flows), { ok: false, reason: 'several' });
  });

  it('says so when nothing fits between a loss of 99.99 % and a gain of a million', () => {
    const inAYear = (amount: number) =>
      dated([
        ['2021-01-01', -1],
        ['2022-01-01', amount],
      ]);
    assertNear(rateOf(inAYear(0.000101)), -0.999899, 1e-12);
    assert.deepEqual(xirr(inAYear(0.000099)), { ok: false, reason: 'none' });
    assertNear(rateOf(inAYear(10_000)), 9999, 1e-6);
    assert.deepEqual(xirr(inAYear(10_002)), { ok: false, reason: 'none' });
  });
});

describe('XIRR', () => {
  it('is exactly zero when as much comes out as went in', () => {
    const flows = dated([
      ['2021-01-01', -100.1],
      ['2021-07-01', -200.2],
      ['2024-01-01', 300.3],
    ]);
    assert.deepEqual(xirr(flows), { ok: true, rate: 0 });
  });

  it('has one answer where the balance changes sides but no other rate fits', () => {
    // Lent, then borrowed more than was lent: three changes of sign.
    const flows = dated([
      ['2020-01-01', -100],
      ['2021-01-01', 250],
      ['2022-01-01', -150],
      ['2023-01-01', 30],
    ]);
    const rate = rateOf(flows);
    assert.ok(Math.abs(presentValue(flows, rate)) < 1e-9);
  });

  it('holds over centuries, and over amounts that are absurd', () => {
    assertNear(
      rateOf(
        dated([
          ['0001-01-01', -1],
          ['9999-12-31', 5],
        ]),
      ),
      5 ** (365 / 3_652_058) - 1,
      1e-12,
    );
    for (const unit of [1e-9, 1e90]) {
      const flows = dated([
        ['2021-01-01', -unit],
        ['2022-01-01', 1.1 * unit],
      ]);
      assertNear(rateOf(flows), 0.1, 1e-12);
    }
  });
});
