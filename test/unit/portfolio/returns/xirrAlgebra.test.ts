import assert from 'node:assert/strict';
import fc from 'fast-check';
import { xirr } from '../../../../src/portfolio/returns/xirr.ts';
import { anyFlows } from './anyFlows.ts';
import { assertNear, presentValue, rateOf } from './datedFlows.ts';

describe('The algebra of XIRR', () => {
  it('is the rate that a plan was made with, to a billionth of it', () => {
    fc.assert(
      fc.property(plan, ({ rate, flows }) => {
        assertNear(rateOf(flows), rate, 1e-9 * Math.max(Math.abs(rate), 1e-4));
      }),
    );
  });

  it('leaves a present value of nothing', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const result = xirr(flows);
        if (!result.ok) return;
        const out = flows.filter(({ amount }) => amount > 0);
        const scale = presentValue(out, result.rate, flows);
        assert.ok(Math.abs(presentValue(flows, result.rate)) <= 1e-9 * scale);
      }),
    );
  });

  it('does not depend on the unit of money', () => {
    fc.assert(
      fc.property(anyFlows, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (flows, unit) => {
        const scaled = flows.map(({ day, amount }) => ({
          day,
          amount: amount * unit,
        }));
        assertSame(xirr(scaled), xirr(flows));
      }),
    );
  });

  it('does not depend on the first day', () => {
    fc.assert(
      fc.property(anyFlows, fc.integer({ min: -30_000, max: 30_000 }), (flows, later) => {
        const shifted = flows.map(({ day, amount }) => ({
          day: day + later,
          amount,
        }));
        assertSame(xirr(shifted), xirr(flows));
      }),
    );
  });

  it('does not depend on which side one looks from, nor on the order', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const turned = flows.map(({ day, amount }) => ({ day, amount: -amount })).reverse();
        assertSame(xirr(turned), xirr(flows));
      }),
    );
  });

  it('does not change when money goes in and out on one day, as in a switch', () => {
    fc.assert(
      fc.property(anyFlows, fc.nat(5000), fc.integer({ min: 1, max: 1e9 }), (flows, day, paise) => {
        const amount = paise / 100;
        const switched = [...flows, { day, amount }, { day, amount: -amount }];
        const before = xirr(flows);
        if (before.ok) assertSame(xirr(switched), before);
      }),
    );
  });
});

function assertSame(one: ReturnType<typeof xirr>, other: ReturnType<typeof xirr>): void {
  if (!one.ok || !other.ok) assert.deepEqual(one, other);
  else assertNear(one.rate, other.rate, 1e-9 * (1 + Math.abs(other.rate)));
}

/** Money put in on some days, and at the end what it has become at a rate. */
const plan = fc
  .record({
    rate: fc.double({ min: -0.95, max: 50, noNaN: true }),
    puts: fc.array(
      fc.record({
        day: fc.nat(3000),
        amount: fc.integer({ min: 1, max: 1_000_000 }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    end: fc.integer({ min: 3030, max: 5000 }),
  })
  .map(({ rate, puts, end }) => {
    const value = puts.reduce(
      (sum, { day, amount }) => sum + amount * (1 + rate) ** ((end - day) / 365),
      0,
    );
    const flows = puts.map(({ day, amount }) => ({ day, amount: -amount }));
    return { rate, flows: [...flows, { day: end, amount: value }] };
  });
