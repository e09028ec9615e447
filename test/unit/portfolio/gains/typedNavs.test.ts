import assert from 'node:assert/strict';
import { readNav, typedNavs } from '../../../../src/portfolio/gains/typedNavs.ts';
import { ISIN } from './inventedGains.ts';

describe('a NAV that is typed', () => {
  for (const text of ['45.6789', ' 45 ', '0.01'])
    it(`is taken: "${text}"`, () => assert.equal(readNav(text)?.toString(), text.trim()));

  for (const text of ['', '0', '0.00', '-1', '1e3', '1,234', '12345678', '1.12345', '₹45', 'x'])
    it(`is none: "${text}"`, () => assert.equal(readNav(text), null));

  it('counts as not given when it is none', () => {
    const navs = typedNavs({ [ISIN]: '45.5', INF000D01C10: '0' });
    assert.deepEqual(
      [...navs.navsOf31Jan2018].map(([isin, nav]) => [isin, nav.toString()]),
      [[ISIN, '45.5']],
    );
  });
});
