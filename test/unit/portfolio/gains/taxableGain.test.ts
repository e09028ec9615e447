import assert from 'node:assert/strict';
import { row, schemeOf } from '../lots/inventedRows.ts';
import { factsWithNav, gainOf, gainsOf, ISIN, taxable, text } from './inventedGains.ts';

describe('Taxable gains', () => {
  it('of grandfathered equity allow the NAV of 31 January 2018 as cost, up to the sale value', () => {
    const deal = { bought: '2017-01-10', sold: '2020-02-16' };
    // The worked example of ClearTax: 500 shares for 200 each, 300 on that day, sold for 400.
    const clearTax = { ...deal, cost: '100000', brought: '200000' };
    assert.equal(taxable(gainOf(clearTax, '1500')), '150000.00 50000.00');
    // Those of CNBC TV18, in lakh: 20 became 40, then 43; 15 became 4, then 10.
    const udit = { ...deal, cost: '2000000', brought: '4300000' };
    assert.equal(taxable(gainOf(udit, '40000')), '4000000.00 300000.00');
    const lost = { ...deal, cost: '1500000', brought: '1000000' };
    assert.equal(taxable(gainOf(lost, '4000')), '1500000 -500000');
    // Worth more then than it was sold for: neither gain nor loss.
    assert.equal(taxable(gainOf({ ...deal, brought: '1200' }, '20')), '1200 0');
  });

  it('of grandfathered equity are not computed without that NAV', () => {
    const gain = gainOf({ bought: '2017-01-10', sold: '2020-02-16' });
    assert.equal(taxable(gain), 'needs-nav-of-31-jan-2018');
    assert.equal(gain.grandfathered, true);
    assert.equal(text(gain.gain), '500');
  });

  it('are grandfathered only if bought by 31 January 2018, held long and sold since April 2018', () => {
    const is = (bought: string, sold: string) => gainOf({ bought, sold }, '12').grandfathered;
    assert.equal(is('2018-01-31', '2019-02-01'), true);
    assert.equal(is('2018-02-01', '2019-03-01'), false);
    assert.equal(is('2018-01-10', '2018-12-10'), false);
    assert.equal(is('2017-01-10', '2018-03-31'), false);
    assert.equal(is('2017-01-10', '2018-04-01'), true);
    assert.equal(
      gainOf({ type: 'Debt', bought: '2017-01-10', sold: '2025-01-10' }).grandfathered,
      false,
    );
  });

  it('of units that came out of a merger are not computed by a NAV that may be of the other scheme', () => {
    const old = schemeOf(
      [
        row('PURCHASE', '2017-01-10', { amount: '1000', units: '100' }),
        row('SWITCH_OUT_MERGER', '2019-01-10', {
          amount: '1300',
          units: '100',
        }),
      ],
      { units: '0', type: 'Equity' },
    );
    const merged = schemeOf(
      [
        row('SWITCH_IN_MERGER', '2019-01-10', { amount: '1300', units: '10' }),
        row('REDEMPTION', '2020-01-10', { amount: '1500', units: '10' }),
      ],
      { units: '0', type: 'Equity', isin: ISIN },
    );
    const [gain] = gainsOf([old, merged], factsWithNav('120'));
    assert.ok(gain);
    assert.equal(gain.acquired, '2017-01-10');
    assert.equal(taxable(gain), 'grandfathered-merger');
  });

  it('of long-term equity were exempt until March 2018, of short-term equity not', () => {
    assert.equal(taxable(gainOf({ bought: '2017-01-10', sold: '2018-03-31' })), 'exempt');
    assert.equal(taxable(gainOf({ bought: '2017-10-10', sold: '2018-03-31' })), '1000 500');
  });

  it('of long-term debt until 22 July 2024 could be indexed, and are not computed', () => {
    const debt = { type: 'Debt', bought: '2020-01-10' } as const;
    assert.equal(taxable(gainOf({ ...debt, sold: '2024-07-22' })), 'indexation');
    assert.equal(taxable(gainOf({ ...debt, sold: '2024-07-23' })), '1000 500');
  });

  it('are not computed where it is not known what the fund is, unless STT tells', () => {
    const hybrid = {
      type: 'Hybrid',
      bought: '2022-01-10',
      sold: '2024-01-10',
    } as const;
    const gain = gainOf(hybrid);
    assert.deepEqual(
      [gain.asset, gain.term, taxable(gain)],
      ['unknown', 'unknown', 'term-unknown'],
    );
    const taxed = gainOf({ ...hybrid, stt: '0.02' });
    assert.deepEqual(
      [taxed.asset, taxed.term, taxable(taxed)],
      ['equity-oriented', 'long', '1000 500'],
    );
  });
});
