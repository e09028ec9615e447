import assert from 'node:assert/strict';
import { allocate } from '../../../src/portfolio/allocation.ts';
import { gainOfNpsFund, gainOfScheme } from '../../../src/portfolio/gain.ts';
import { holdings } from '../../../src/portfolio/holdings.ts';
import { positions } from '../../../src/portfolio/positions.ts';
import type { Position } from '../../../src/portfolio/positions.ts';
import { pricePerUnit } from '../../../src/portfolio/price.ts';
import { costAndGain, dematValue, portfolioValue } from '../../../src/portfolio/totals.ts';
import { SAMPLES, portfolioOf, samplePortfolio } from './samples.ts';
import type { Sample } from './samples.ts';

const byKind = ({ kind }: Position) => kind;

/** Worked out from the JSON with another program (Python's decimal), not with the code under test. */
const EXPECTED: Readonly<Record<Sample, Expected>> = {
  cdsl: {
    value: ['950018.26', false],
    cost: ['140000', 2],
    gain: ['37739.43', '26.96'],
    open: 11,
    slices: [
      ['shares', '395831.5', '41.7', 5],
      ['demat-funds', '168905.33', '17.8', 1],
      ['folio-equity', '135681.57', '14.3', 1],
      ['aifs', '102150', '10.8', 1],
      ['government-securities', '94960', '10.0', 1],
      ['folio-debt', '42057.86', '4.4', 1],
      ['bonds', '10432', '1.1', 1],
    ],
  },
  nsdl: {
    value: ['503449.71', false],
    cost: ['178400', 4],
    gain: ['56012.01', '31.40'],
    open: 9,
    slices: [
      ['shares', '208575.25', '41.4', 2],
      ['folio-equity', '135681.57', '27.0', 1],
      ['nps', '98730.44', '19.6', 3],
      ['demat-funds', '30076.45', '6.0', 1],
      ['bonds', '20240', '4.0', 1],
      ['government-securities', '10146', '2.0', 1],
    ],
  },
  cams_kfintech: {
    value: ['86902.32', false],
    cost: ['52800', 3],
    gain: ['34102.32', '64.59'],
    open: 3,
    slices: [
      ['folio-equity', '58132.03', '66.9', 1],
      ['folio-debt', '17468.65', '20.1', 1],
      ['folio-hybrid', '11301.64', '13.0', 1],
    ],
  },
  'quirks.cams_kfintech': {
    value: ['97334.32', true],
    cost: ['40800', 2],
    gain: ['28633.67', '70.18'],
    open: 4,
    slices: [
      ['folio-equity', '58132.03', '59.7', 1],
      ['folio-debt', '17468.65', '17.9', 1],
      ['folio-hybrid', '11301.64', '11.6', 1],
      ['bonds', '10432', '10.7', 1],
    ],
  },
};

interface Expected {
  readonly value: readonly [inr: string, computed: boolean];
  readonly cost: readonly [inr: string, holdings: number];
  readonly gain: readonly [inr: string, percent: string];
  readonly open: number;
  readonly slices: readonly (readonly [
    kind: string,
    inr: string,
    percent: string,
    count: number,
  ])[];
}

describe('the totals of the samples', () => {
  for (const sample of SAMPLES) {
    const portfolio = samplePortfolio(sample);
    const expected = EXPECTED[sample];

    it(`${sample}: value, and whether the statement prints it`, () => {
      const total = portfolioValue(portfolio);
      assert.deepEqual([total?.value.toString(), total?.computed], expected.value);
    });

    it(`${sample}: cost and gain of the holdings that have a cost`, () => {
      const { cost, gain, gainPercent, withCost, withGain, open } = costAndGain(
        holdings(portfolio),
      );
      assert.deepEqual([cost?.trimmed(0).toString(), withCost], expected.cost);
      assert.deepEqual([gain?.toString(), gainPercent?.toString()], expected.gain);
      assert.deepEqual([withGain, open], [expected.cost[1], expected.open]);
    });

    it(`${sample}: allocation by kind`, () => {
      const { slices, total, withoutValue } = allocate(positions(portfolio), byKind);
      assert.deepEqual(
        slices.map(({ key: kind, value, percent, count }) => [
          kind,
          value.trimmed(0).toString(),
          percent?.toString(),
          count,
        ]),
        expected.slices,
      );
      assert.equal(total.toString(), expected.value[0]);
      assert.equal(withoutValue, 0);
    });
  }
});

describe('totals', () => {
  it('say when parts of a computed sum have no value', () => {
    const portfolio = portfolioOf(
      JSON.stringify({
        demat_accounts: [
          { holdings: { equities: [{ value: 10.1 }, { value: null }] } },
          { value: null },
        ],
        mutual_funds: [{ value: 0.2, schemes: [{ value: null }] }],
      }),
    );
    const [account] = portfolio.dematAccounts;
    assert.ok(account);
    assert.equal(dematValue(account)?.value.toString(), '10.1');
    assert.equal(dematValue(account)?.partsWithoutValue, 1);
    const total = portfolioValue(portfolio);
    assert.deepEqual(
      [total?.value.toString(), total?.computed, total?.partsWithoutValue],
      ['10.3', true, 2],
    );
  });

  it('are absent, not zero, where nothing has a value', () => {
    const portfolio = portfolioOf('{"mutual_funds":[{"schemes":[{"units":1}]}]}');
    assert.equal(portfolioValue(portfolio), null);
    const { cost, gain, gainPercent, open } = costAndGain(holdings(portfolio));
    assert.deepEqual([cost, gain, gainPercent, open], [null, null, null, 1]);
    const { slices, withoutValue } = allocate(positions(portfolio), byKind);
    assert.deepEqual([slices, withoutValue], [[], 1]);
  });

  it('keep a holding without a value out of the gain, not out of the cost', () => {
    const schemes = [
      { units: 1, cost: 100, value: 150 },
      { units: 1, cost: 40 },
      { units: 1, value: 7 },
    ];
    const paid = costAndGain(
      holdings(portfolioOf(JSON.stringify({ mutual_funds: [{ schemes }] }))),
    );
    assert.equal(paid.cost?.toString(), '140');
    assert.equal(paid.gain?.toString(), '50');
    assert.equal(paid.gainPercent?.toString(), '50.00');
    assert.deepEqual([paid.withCost, paid.withGain, paid.open], [2, 1, 3]);
  });

  it('have no gain in percent where nothing was paid', () => {
    const schemes = [{ units: 1, cost: 0, value: 150 }];
    const paid = costAndGain(
      holdings(portfolioOf(JSON.stringify({ mutual_funds: [{ schemes }] }))),
    );
    assert.equal(paid.gain?.toString(), '150');
    assert.equal(paid.gainPercent, null);
  });

  it('put schemes without a type in a slice of their own', () => {
    const schemes = [
      { units: 1, value: 1 },
      { units: 1, value: 2, type: 'DEBT' },
      { units: 1, value: 3, type: '?' },
    ];
    const { slices } = allocate(
      positions(portfolioOf(JSON.stringify({ mutual_funds: [{ schemes }] }))),
      byKind,
    );
    assert.deepEqual(
      slices.map(({ key: kind, value, percent }) => [kind, value.toString(), percent?.toString()]),
      [
        ['folio-untyped', '4', '66.7'],
        ['folio-debt', '2', '33.3'],
      ],
    );
  });

  it('round each share on its own', () => {
    const equities = [{ value: 1 }, { value: 1 }, { value: 1 }];
    const accounts = {
      demat_accounts: [{ holdings: { equities, aifs: equities, corporate_bonds: equities } }],
    };
    const { slices } = allocate(positions(portfolioOf(JSON.stringify(accounts))), byKind);
    assert.deepEqual(
      slices.map(({ percent }) => percent?.toString()),
      ['33.3', '33.3', '33.3'],
    );
  });
});

describe('the price of a unit', () => {
  it('is value divided by units', () => {
    const [account] = samplePortfolio('cdsl').dematAccounts;
    const prices = account?.securities.map((security) => pricePerUnit(security)?.toString());
    assert.deepEqual(prices, [
      '2904.35',
      '1650.10',
      '412.00',
      '91.275',
      '187.441',
      '1043.20',
      '11870.00',
      '1021.50',
    ]);
  });

  it('is absent where there are no units', () => {
    const [account] = samplePortfolio('nsdl').dematAccounts;
    const closed = account?.securities.find(({ isin }) => isin === 'INE000J01047');
    assert.ok(closed);
    assert.equal(pricePerUnit(closed), null);
  });
});

describe('the gain of a holding', () => {
  it('is the printed one, even where value less cost says otherwise', () => {
    const { folios } = portfolioOf(
      JSON.stringify({
        mutual_funds: [
          { schemes: [{ value: 10, cost: 4, gain: { absolute: 5, percentage: 125 } }] },
        ],
      }),
    );
    const [scheme] = folios[0]?.schemes ?? [];
    assert.ok(scheme);
    const gain = gainOfScheme(scheme);
    assert.deepEqual(
      [gain.rupees?.toString(), gain.percent?.toString(), gain.computed],
      ['5', '125', false],
    );
  });

  it('is value less cost, and said to be, where none is printed', () => {
    const [account] = samplePortfolio('nsdl').npsAccounts;
    const gains = account?.funds.map((fund) => {
      const { rupees, percent, computed } = gainOfNpsFund(fund);
      return [rupees?.toString(), percent?.toString(), computed];
    });
    assert.deepEqual(gains, [
      ['15710.54', '27.09', true],
      ['2519.8', '12.92', true],
      ['100.1', '3.45', true],
    ]);
  });

  it('is absent where the statement has no cost', () => {
    const scheme = samplePortfolio('quirks.cams_kfintech').folios[0]?.schemes[1];
    assert.ok(scheme);
    assert.deepEqual(gainOfScheme(scheme), { rupees: null, percent: null, computed: false });
  });
});
