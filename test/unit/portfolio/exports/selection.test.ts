import assert from 'node:assert/strict';
import { selectionOf } from '../../../../src/portfolio/exports/selection.ts';
import { samplePortfolio } from '../samples.ts';

describe('what is exported of a portfolio', () => {
  const portfolio = samplePortfolio('cams_kfintech');
  const key = 'mutual_funds[0].schemes[0]';

  it('is everything unless something is asked for', () => {
    const selection = selectionOf(portfolio, {});
    assert.equal(selection?.positions.length, 4);
    assert.equal(selection.transactions.length, 18);
  });

  it('counts the positions there are beside those asked for', () => {
    const selection = selectionOf(portfolio, { keys: [key] });
    assert.equal(selection?.positions.length, 1);
    assert.equal(selection.positionsInAll, 4);
  });

  const unknown: [string, Parameters<typeof selectionOf>[1]][] = [
    ['a position that is not there', { keys: [key, 'mutual_funds[7].schemes[0]'] }],
    ['a transaction that is not there', { keys: [key], rows: [0, 9] }],
    ['a transaction of a position that was not asked for', { keys: [key], rows: [1, 0] }],
    ['half a pair', { keys: [key], rows: [0, 1, 0] }],
    ['a place that is no whole number', { keys: [key], rows: [0, 0.5] }],
  ];
  for (const [what, request] of unknown)
    it(`is nothing when it names ${what}: it was chosen from another portfolio`, () => {
      assert.equal(selectionOf(portfolio, request), null);
    });
});
