import assert from 'node:assert/strict';
import { checkOfKind, inShort } from './checksOf.ts';

function scheme(figures: object): object {
  return { mutual_funds: [{ schemes: [figures] }] };
}

const KEPT = { value: 58132.03, cost: 32500 };

describe('value - cost = gain', () => {
  it('agrees to the paisa, with all its figures', () => {
    const check = (absolute: number) =>
      inShort(checkOfKind(scheme({ ...KEPT, gain: { absolute } }), 'gain'));
    const figures = { value: '58132.03', cost: '32500', computedGain: '25632.03' };
    assert.deepEqual(check(25632.03), {
      outcome: 'agrees',
      because: null,
      ...figures,
      printedGain: '25632.03',
    });
    assert.deepEqual(check(25632.04), {
      outcome: 'differs',
      because: null,
      ...figures,
      printedGain: '25632.04',
    });
  });

  it('cannot be made where a figure is not printed', () => {
    const because = (figures: object) => checkOfKind(scheme(figures), 'gain').because;
    assert.equal(because(KEPT), 'no-printed-figure');
    assert.equal(because({ value: 1, gain: { absolute: 1 } }), 'no-cost');
    assert.equal(because({ cost: 1, gain: { absolute: 1 } }), 'no-value');
  });
});

describe('the printed percentage', () => {
  const check = (percentage: number, figures: object = KEPT) =>
    checkOfKind(scheme({ ...figures, gain: { percentage } }), 'gain-percent');

  it('is the gain in percent of the cost, to a hundredth', () => {
    // 25632.03 / 32500 = 78.86778... %
    assert.equal(check(78.87).outcome, 'agrees');
    assert.equal(check(78.86).outcome, 'agrees', 'cut off instead of rounded');
    assert.equal(check(78.88).outcome, 'differs');
    assert.equal(check(78.85).outcome, 'differs');
    assert.equal(check(78.87).figures.computedPercent?.toString(), '78.8678');
  });

  it('cannot be made of a cost of nothing', () => {
    assert.equal(check(0, { value: 5, cost: 0 }).because, 'cost-not-positive');
  });
});
