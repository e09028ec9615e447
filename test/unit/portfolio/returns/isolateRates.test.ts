import assert from 'node:assert/strict';
import fc from 'fast-check';
import { signOf } from '../../../../src/portfolio/returns/discounting.ts';
import { isolateRates } from '../../../../src/portfolio/returns/isolateRates.ts';
import { netFlows } from '../../../../src/portfolio/returns/netFlows.ts';
import type { DatedAmount } from '../../../../src/portfolio/returns/netFlows.ts';
import { xirr } from '../../../../src/portfolio/returns/xirr.ts';
import { anyFlows } from './anyFlows.ts';
import { presentValue } from './datedFlows.ts';

const LOW = Math.log(0.0001);
const HIGH = Math.log(10_001);

describe('Isolated rates', () => {
  it('are one, none or several as a grid over the range sees them', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const net = netFlows(flows);
        fc.pre(net.amounts.length > 1);
        const found = isolateRates(net, LOW, HIGH);
        const crossings = crossingsOf(flows, 500);
        if (found === 'none') assert.equal(crossings, 0);
        else if (found !== 'several') assert.equal(crossings, 1);
        // Two crossings may be so near to each other that only a fine grid tells them apart.
        else if (crossings === 1) assert.ok(crossingsOf(flows, 20_000) > 1);
      }),
    );
  });

  it('are one exactly where XIRR gives a rate, and it is between the ends of the bracket', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const net = netFlows(flows);
        fc.pre(net.amounts.length > 1);
        const found = isolateRates(net, LOW, HIGH);
        const result = xirr(flows);
        assert.equal(result.ok, typeof found !== 'string');
        if (!result.ok || typeof found === 'string') return;
        assert.notEqual(signOf(found.low), signOf(found.high));
        const x = Math.log1p(result.rate);
        assert.ok(x >= found.low.x - 1e-9 && x <= found.high.x + 1e-9);
      }),
    );
  });
});

/** How often the present value changes its sign over the range of rates, on a grid in ln(1 + rate). */
function crossingsOf(flows: readonly DatedAmount[], steps: number): number {
  let crossings = 0;
  let previous = 0;
  for (let step = 0; step <= steps; step += 1) {
    const x = Math.log(0.0001) + (Math.log(10_001) - Math.log(0.0001)) * (step / steps);
    const sign = Math.sign(presentValue(flows, Math.expm1(x)));
    if (step > 0 && sign !== previous) crossings += 1;
    previous = sign;
  }
  return crossings;
}
