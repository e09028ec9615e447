import assert from 'node:assert/strict';
import { gainsByYear } from '../../../../src/portfolio/gains/gainsByYear.ts';
import { realisedGains } from '../../../../src/portfolio/gains/realisedGains.ts';
import { samplePortfolio } from '../samples.ts';
import { folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';
import { dealt, gainsOf, ISIN, PERIOD, taxable, text } from './inventedGains.ts';

describe('Realised gains', () => {
  it('are the sale value less the cost of each lot that was sold', () => {
    const scheme = schemeOf(
      [
        row('PURCHASE', '2022-01-10', { amount: '999.95', units: '100' }),
        row('STAMP_DUTY_TAX', '2022-01-10', { amount: '0.05' }),
        row('PURCHASE_SIP', '2024-01-10', { amount: '1200', units: '80' }),
        row('REDEMPTION', '2024-08-10', {
          amount: '2000',
          units: '125',
          nav: '16',
        }),
        row('STT_TAX', '2024-08-10', { amount: '0.02' }),
      ],
      { units: '55', type: 'Equity', isin: ISIN },
    );
    const gains = gainsOf([scheme]);
    assert.deepEqual(
      gains.map((gain) => [
        `${text(gain.units)} of ${gain.acquired ?? '?'}, ${String(gain.holdingDays)} days`,
        `${text(gain.saleValue)} - ${text(gain.cost)} = ${text(gain.gain)}`,
        gain.term,
        gain.financialYear,
        text(gain.saleNav),
      ]),
      [
        ['100 of 2022-01-10, 943 days', '1600.00 - 1000.00 = 600.00', 'long', '2024-25', '16'],
        ['25 of 2024-01-10, 213 days', '400.00 - 375.00 = 25.00', 'short', '2024-25', '16'],
      ],
    );
  });

  it('are all marked as an estimate', () => {
    assert.equal(realisedGains(samplePortfolio('cams_kfintech')).estimate, true);
  });

  it('are of switches out too, but not of mergers', () => {
    const scheme = schemeOf(
      [
        row('PURCHASE', '2022-01-10', { amount: '1000', units: '100' }),
        row('SWITCH_OUT', '2024-01-10', { amount: '600', units: '50' }),
        row('SWITCH_OUT_MERGER', '2024-02-10', { amount: '600', units: '50' }),
      ],
      { units: '0', type: 'Equity' },
    );
    assert.deepEqual(
      gainsOf([scheme]).map(({ sold }) => sold),
      ['2024-01-10'],
    );
  });

  it('are not known where the cost or the sale value is not', () => {
    const before = schemeOf([row('REDEMPTION', '2024-01-10', { amount: '600', units: '50' })], {
      openUnits: '50',
      units: '0',
      type: 'Equity',
    });
    const [old] = gainsOf([before]);
    assert.ok(old);
    assert.deepEqual([old.gain, old.term, taxable(old)], [null, 'unknown', 'cost-unknown']);
    const silent = schemeOf(
      [
        row('PURCHASE', '2022-01-10', { amount: '1000', units: '100' }),
        row('REDEMPTION', '2024-01-10', { units: '100' }),
      ],
      { units: '0', type: 'Equity' },
    );
    const [unprinted] = gainsOf([silent]);
    assert.ok(unprinted);
    assert.equal(unprinted.gain, null);
    assert.equal(taxable(unprinted), 'sale-value-unknown');
  });

  it('leave out a scheme whose lots cannot be told, and say why', () => {
    const broken = schemeOf([row('PURCHASE', '2022-01-10', { amount: '1', units: '1' })], {
      units: '2',
    });
    const summary = schemeOf([], { units: '2' });
    const { gains, leftOut } = realisedGains(statementOf([folioOf([broken, summary])], PERIOD));
    assert.deepEqual(gains, []);
    assert.deepEqual(
      leftOut.map(({ scheme, reason }) => [scheme === broken, reason]),
      [[true, 'units-disagree']],
    );
  });

  it('are, of the sample with every type, those of its redemption and its switch', () => {
    const { gains } = realisedGains(samplePortfolio('cams_kfintech'));
    assert.deepEqual(
      gains.map((gain) => `${gain.sold} ${text(gain.gain)} ${gain.term} ${taxable(gain)}`),
      [
        // 10,500 for 150 of 500 units that cost 20,001 with stamp duty.
        '2024-04-18 4499.70 long 6000.30 4499.70',
        // Debt, held for 17 months.
        '2023-06-01 3000.00 short 8000.00 3000.00',
      ],
    );
  });
});

describe('Gains of a financial year', () => {
  it('are summed by their term, the latest year first, and what is not known is counted', () => {
    const years = gainsByYear(
      gainsOf([
        dealt({ bought: '2022-01-10', sold: '2024-03-31' }),
        dealt({ bought: '2024-01-10', sold: '2024-04-01', brought: '900' }),
        dealt({ bought: '2022-01-10', sold: '2025-03-31', brought: '1600' }),
        dealt({ type: null, bought: '2022-01-10', sold: '2025-03-31' }),
        schemeOf([row('REDEMPTION', '2025-01-10', { amount: '600', units: '50' })], {
          openUnits: '50',
          units: '0',
        }),
      ]),
    );
    assert.deepEqual(
      years.map(({ financialYear, gain, unknown, gains }) => [
        financialYear,
        text(gain.short),
        text(gain.long),
        text(gain.unknown),
        unknown,
        gains.length,
      ]),
      [
        ['2024-25', '-100', '600', '500', 1, 4],
        ['2023-24', '0', '500', '0', 0, 1],
      ],
    );
  });
});
