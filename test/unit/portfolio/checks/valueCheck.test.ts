import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkOfKind, inShort } from './checksOf.ts';

interface SchemeFigures {
  readonly units?: number;
  readonly nav?: number;
  readonly value?: number;
  readonly cost?: number;
}

function schemeIn(kind: string | null, scheme: SchemeFigures): object {
  return { meta: { cas_type: kind }, mutual_funds: [{ schemes: [scheme] }] };
}

function ofScheme(kind: string | null, scheme: SchemeFigures) {
  const { outcome, because } = checkOfKind(schemeIn(kind, scheme), 'value');
  return because === null ? outcome : `${outcome}: ${because}`;
}

describe('units x NAV = value', () => {
  it('agrees with all its figures', () => {
    const scheme = { units: 671.951, nav: 86.5123, value: 58132.03, cost: 32500 };
    assert.deepEqual(inShort(checkOfKind(schemeIn('CAMS_KFINTECH', scheme), 'value')), {
      outcome: 'agrees',
      because: null,
      units: '671.951',
      price: '86.5123',
      computedValue: '58132.0264973',
      value: '58132.03',
      // 671.951 x 0.00005 + 86.5123 x 0.0005 + 0.0005 x 0.00005 + 0.005
      rupeesTolerance: '0.081853725',
      cost: '32500',
    });
  });

  it('may be off by the rounding of what is printed and by no more', () => {
    const nav = 86.5123;
    const units = 671.951;
    // 58132.0264973 +- 0.081853725
    const outcome = (value: number) => ofScheme('CAMS_KFINTECH', { units, nav, value });
    assert.equal(outcome(58132.1), 'agrees');
    assert.equal(outcome(58132.11), 'differs');
    assert.equal(outcome(58131.95), 'agrees');
    assert.equal(outcome(58131.94), 'differs');
  });

  it('takes zeros at the end for printed, as JSON drops them: at least three of units, two of a NAV', () => {
    // 1000.000 x 22.00 is printed with up to 1000 x 0.005 + 22 x 0.0005 + 0.005 too much.
    const outcome = (value: number) => ofScheme('CAMS_KFINTECH', { units: 1000, nav: 22, value });
    assert.equal(outcome(22005.01), 'agrees');
    assert.equal(outcome(22005.02), 'differs');
  });

  it('agrees for whatever is rounded as statements do it', () => {
    const thousandths = fc.integer({ min: 1, max: 999_999_999 });
    const paise = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(thousandths, paise, fc.nat(99), (units, price, hidden) => {
        // The true NAV has two digits more than what is printed: 10000 of them make a rupee.
        const exact = BigInt(units) * (BigInt(price) * 100n + BigInt(hidden) - 50n);
        const value = Number((exact + 50_000n) / 100_000n) / 100;
        const scheme = { units: units / 1000, nav: price / 100, value };
        assert.equal(ofScheme('CAMS_KFINTECH', scheme), 'agrees');
      }),
    );
  });

  describe('in a statement of a depository', () => {
    const averageCost = { units: 100, nav: 40, value: 8651.23, cost: 4000 };

    it('is only noted where cost is units x NAV: that NAV is the average cost', () => {
      assert.equal(ofScheme('NSDL', averageCost), 'noted: nav-is-average-cost');
      assert.equal(ofScheme('CDSL', averageCost), 'noted: nav-is-average-cost');
      assert.equal(ofScheme(null, averageCost), 'noted: nav-is-average-cost');
    });

    it('differs where cost is something else, or not printed', () => {
      assert.equal(ofScheme('NSDL', { ...averageCost, cost: 4100 }), 'differs');
      assert.equal(
        ofScheme('NSDL', { units: 100, nav: 40, value: 8651.23 }),
        'differs: nav-may-be-average-cost',
      );
    });

    it('agrees where the NAV is the NAV, whatever the cost', () => {
      assert.equal(ofScheme('NSDL', { ...averageCost, nav: 86.5123 }), 'agrees');
    });
  });

  it('has no such excuse in a statement of the registrars', () => {
    const scheme = { units: 100, nav: 40, value: 8651.23, cost: 4000 };
    assert.equal(ofScheme('CAMS_KFINTECH', scheme), 'differs');
  });

  it('cannot be made without one of its figures', () => {
    const because = (scheme: SchemeFigures) =>
      checkOfKind(schemeIn('NSDL', scheme), 'value').because;
    assert.equal(because({ nav: 1, value: 1 }), 'no-units');
    assert.equal(because({ units: 1, value: 1 }), 'no-price');
    assert.equal(because({ units: 1, nav: 1 }), 'no-value');
  });

  describe('of a security', () => {
    const bond = (market_value: number | null, value = 10_432) =>
      checkOfKind(
        {
          demat_accounts: [
            {
              holdings: {
                corporate_bonds: [{ units: 10, value, additional_info: { market_value } }],
              },
            },
          ],
        },
        'value',
      );

    it('is checked where a price is printed, as for bonds', () => {
      assert.equal(bond(1043.2).outcome, 'agrees');
      assert.equal(bond(1000).outcome, 'differs');
      assert.equal(bond(null).because, 'no-price');
    });

    it('is only noted where the price is the whole value', () => {
      assert.equal(bond(10_432).because, 'price-is-the-value');
    });
  });

  it('is checked for NPS funds', () => {
    const fund = (value: number) => ({
      nps: [{ funds: [{ units: 1204.3321, nav: 61.2045, value }] }],
    });
    assert.equal(checkOfKind(fund(73710.54), 'value').outcome, 'agrees');
    assert.equal(checkOfKind(fund(73720.54), 'value').outcome, 'differs');
  });
});
