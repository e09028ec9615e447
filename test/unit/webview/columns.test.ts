import assert from 'node:assert/strict';
import { Decimal } from '../../../src/portfolio/decimal.ts';
import { allocate } from '../../../src/portfolio/allocation.ts';
import { positions } from '../../../src/portfolio/positions.ts';
import type { Position } from '../../../src/portfolio/positions.ts';
import { percentOfRate } from '../../../src/portfolio/returns/percentOfRate.ts';
import { averageCost, weightOf } from '../../../src/webview/table/columns.ts';
import { portfolioOf } from '../portfolio/samples.ts';

/** The second of two schemes is 17.947 % of both: rounded twice, that were 18.0 %. */
const schemes = [
  { isin: 'INF000D01B29', units: 1000, value: 79865.67 },
  { isin: 'INF000D01B37', units: 671.951, value: 17468.65, cost: 22.3449 },
];

const all = positions(
  portfolioOf(JSON.stringify({ mutual_funds: [{ folio_number: '9000000001', schemes }] })),
);
const total = Decimal.sum(all.flatMap(({ value }) => value ?? []));

function second(): Position {
  const [, position] = all;
  if (!position) throw new Error('no second scheme');
  return position;
}

describe('figures that are computed for a column', () => {
  it('are rounded once: the weight is the allocation', () => {
    const weight = weightOf(second(), total);
    assert.equal(weight?.toString(), '17.9');
    const { slices } = allocate(all, ({ key }) => key);
    assert.equal(slices[1]?.percent?.toString(), '17.9');
  });

  it('are rounded once in the average cost', () => {
    const bought = {
      ...second(),
      units: Decimal.fromInteger(1000),
      cost: Decimal.parse('22344.96'),
    };
    assert.equal(averageCost(bought)?.toString(), '22.34');
  });

  it('are rounded once in a rate', () => {
    assert.equal(percentOfRate(0.1234499996)?.toString(), '12.34');
    assert.equal(percentOfRate(-0.1234499996)?.toString(), '-12.34');
  });
});
