import assert from 'node:assert/strict';
import { changeFacts, FactsChange } from '../../../../src/portfolio/facts/changeFacts.ts';
import { FactsFile } from '../../../../src/portfolio/facts/factsFile.ts';

const ISIN = 'INF000D01B29';
const EMPTY: FactsFile = { version: 1 };
const PLACE = { folio: '910121125 / 0', isin: ISIN, date: '2025-11-14' };
const LOT = { acquired: '2022-01-01', units: '1000', cost: '10000' };

const CHANGES: readonly FactsChange[] = [
  { of: 'kind', isin: ISIN, kind: 'foreign-or-gold' },
  { of: 'nav', isin: ISIN, nav: '45.6789' },
  { of: 'transfer', ...PLACE, lots: [LOT] },
  { of: 'exitLoad', ...PLACE, amount: '12.50' },
  { of: 'anniversary', counts: 'long' },
];

const ALL: FactsFile = {
  version: 1,
  schemes: { [ISIN]: { kind: 'foreign-or-gold', navOf31Jan2018: '45.6789' } },
  transfers: [{ ...PLACE, lots: [LOT] }],
  exitLoads: [{ ...PLACE, amount: '12.50' }],
  anniversary: 'long',
};

describe('What the owner of units says', () => {
  it('is added to what was said before, and can be kept', () => {
    const said = CHANGES.reduce(changeFacts, EMPTY);
    assert.deepEqual(said, ALL);
    assert.deepEqual(FactsFile.parse(JSON.parse(JSON.stringify(said))), ALL);
  });

  it('takes the place of what was said of the same before, spaces in a folio apart', () => {
    const place = { ...PLACE, folio: '910121125/0' };
    const said: readonly FactsChange[] = [
      { of: 'kind', isin: ISIN, kind: 'other' },
      { of: 'transfer', ...place, lots: [{ ...LOT, cost: '1' }] },
      { of: 'exitLoad', ...place, amount: '1' },
    ];
    const changed = said.reduce(changeFacts, ALL);
    assert.deepEqual(changed.schemes, { [ISIN]: { kind: 'other', navOf31Jan2018: '45.6789' } });
    assert.deepEqual(changed.transfers, [{ ...place, lots: [{ ...LOT, cost: '1' }] }]);
    assert.deepEqual(changed.exitLoads, [{ ...place, amount: '1' }]);
  });

  it('leaves nothing behind when it is all taken back', () => {
    const back: readonly FactsChange[] = [
      { of: 'kind', isin: ISIN, kind: null },
      { of: 'nav', isin: ISIN, nav: null },
      { of: 'transfer', ...PLACE, lots: null },
      { of: 'exitLoad', ...PLACE, amount: null },
      { of: 'anniversary', counts: null },
    ];
    assert.deepEqual(back.reduce(changeFacts, ALL), EMPTY);
  });

  for (const wrong of [
    { of: 'kind', isin: ISIN, kind: 'gold' },
    { of: 'kind', isin: '__proto__', kind: 'other' },
    { of: 'nav', isin: ISIN, nav: '0.00' },
    { of: 'nav', isin: ISIN, nav: '1e9' },
    { of: 'transfer', ...PLACE, lots: [] },
    { of: 'transfer', ...PLACE, lots: [{ ...LOT, acquired: '2022-02-30' }] },
    { of: 'transfer', ...PLACE, folio: '', lots: [LOT] },
    { of: 'exitLoad', ...PLACE, amount: '-1' },
    { of: 'anniversary', counts: 'both' },
    { of: 'anniversary', counts: 'long', more: 1 },
  ])
    it(`is not taken: ${JSON.stringify(wrong)}`, () =>
      assert.equal(FactsChange.safeParse(wrong).success, false));
});
