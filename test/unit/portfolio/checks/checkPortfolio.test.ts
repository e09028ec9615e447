import assert from 'node:assert/strict';
import { checkPortfolio } from '../../../../src/portfolio/checks/checkPortfolio.ts';
import { sumUp } from '../../../../src/portfolio/checks/sumUp.ts';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { positions } from '../../../../src/portfolio/positions.ts';
import { samplePortfolio } from '../samples.ts';
import type { Sample } from '../samples.ts';
import { checksOf } from './checksOf.ts';

function checksOfSample(sample: Sample) {
  const portfolio = samplePortfolio(sample);
  return checkPortfolio(portfolio, positions(portfolio));
}

describe('the checks of a statement', () => {
  for (const sample of ['cdsl', 'nsdl', 'cams_kfintech'] as const) {
    it(`find no difference in the ${sample} sample`, () => {
      const { agreeing, compared, noted } = sumUp(checksOfSample(sample));
      assert.equal(agreeing, compared);
      assert.ok(agreeing > 35, `${agreeing} agree`);
      assert.equal(noted, 0);
    });
  }

  it('find in the quirks sample only that its summary forgets the demat account', () => {
    const { agreeing, compared, inOrder } = sumUp(checksOfSample('quirks.cams_kfintech'));
    assert.equal(compared - agreeing, 2);
    assert.deepEqual(
      inOrder.slice(0, 2).map(({ kind, subject }) => [kind, subject]),
      [
        ['total', { of: 'section', section: 'demat' }],
        ['count', { of: 'section', section: 'demat' }],
      ],
    );
  });

  it('never show a missing figure as zero', () => {
    const demat = checksOfSample('cdsl').filter(
      ({ kind, because }) => kind === 'value' && because === 'no-price',
    );
    assert.ok(demat.length > 0);
    for (const { figures } of demat) {
      assert.equal('price' in figures && figures.price, null);
      assert.equal('computedValue' in figures && figures.computedValue, null);
    }
  });

  it('do not fall over figures with a hundred digits', () => {
    const tiny = Decimal.parse(`0.${'0'.repeat(99)}1`);
    const portfolio = samplePortfolio('cams_kfintech');
    const all = positions(portfolio).map((position) => ({ ...position, units: tiny }));
    assert.doesNotThrow(() => checkPortfolio(portfolio, all));
  });
});

describe('the summary of the checks', () => {
  it('counts what agrees of what could be compared, differences first and nothing lost', () => {
    const checks = [
      ...checksOf({
        investor: { name: 'Sample Investor' },
        nps: [{ linked_holders: [{ name: 'X' }] }],
      }),
      ...checksOfSample('quirks.cams_kfintech'),
    ];
    const summary = sumUp(checks);
    assert.equal(summary.noted, 1);
    const outcomes = summary.inOrder.map(({ outcome }) => outcome);
    assert.equal(summary.compared + summary.noted + summary.notInStatement, checks.length);
    assert.deepEqual(new Set(summary.inOrder), new Set(checks));
    assert.deepEqual(outcomes, [
      ...Array<string>(summary.compared - summary.agreeing).fill('differs'),
      ...Array<string>(summary.noted).fill('noted'),
      ...Array<string>(summary.agreeing).fill('agrees'),
      ...Array<string>(summary.notInStatement).fill('not-in-statement'),
    ]);
  });
});
