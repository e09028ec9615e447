import assert from 'node:assert/strict';
import { NO_FACTS, placeKey } from '../../../../src/portfolio/facts/facts.ts';
import type { Facts } from '../../../../src/portfolio/facts/facts.ts';
import { realisedGains } from '../../../../src/portfolio/gains/realisedGains.ts';
import { schedule112aCsv } from '../../../../src/portfolio/gains/schedule112aCsv.ts';
import { scheduleOfYear } from '../../../../src/portfolio/gains/scheduleOfYear.ts';
import type { Scheme } from '../../../../src/portfolio/model.ts';
import { decimal, folioOf, row, schemeOf, statementOf } from '../lots/inventedRows.ts';
import { factsWithNav, ISIN, taxable, text } from './inventedGains.ts';

/*
 * What the law makes of cases that statements are often read wrongly in. INR.
 */

const GIFT_OUT = 'Gifting of units-TO Folio No: 12345678901';
const GIFT_IN = 'Gifting of units-FROM Folio No: 12345678902';
const FOLIO = '9000000001';

function realised(schemes: readonly Scheme[], facts?: Facts) {
  const portfolio = statementOf([folioOf(schemes, FOLIO)], {
    from: '2000-01-01',
    to: '2027-03-31',
  });
  return realisedGains(portfolio, facts);
}

function linesOf(schemes: readonly Scheme[], year: string, facts?: Facts): string[] {
  const found = scheduleOfYear(realised(schemes, facts), year);
  assert.ok(found.state === 'complete');
  return schedule112aCsv(found.schedule).trimEnd().split('\r\n').slice(1);
}

function equity(rows: Parameters<typeof schemeOf>[0], units = '0'): Scheme {
  return schemeOf(rows, { units, type: 'Equity', isin: ISIN });
}

describe('Units that are given away', () => {
  it('gain nothing and are in no schedule, whatever amount is printed', () => {
    const given = equity([
      row('PURCHASE', '2022-01-01', { amount: '10000', units: '1000', nav: '10' }),
      row('REDEMPTION', '2025-11-14', { amount: '-50000', units: '-1000', nav: '50' }, GIFT_OUT),
    ]);
    const found = realised([given]);
    assert.deepEqual([found.gains, found.leftOut], [[], []]);
    assert.equal(scheduleOfYear(found, '2025-26').state, 'nothing-sold');
  });

  it('are the oldest, with or without a printed amount', () => {
    for (const amount of ['-2800', undefined]) {
      const scheme = equity([
        row('PURCHASE', '2022-01-01', { amount: '1000', units: '100' }),
        row('PURCHASE', '2024-01-01', { amount: '2000', units: '100' }),
        row('REDEMPTION', '2025-06-01', { units: '-100', ...(amount && { amount }) }, GIFT_OUT),
        row('REDEMPTION', '2025-09-01', { amount: '-3000', units: '-100' }),
      ]);
      const { gains } = realised([scheme]);
      assert.deepEqual(gains.map(taxable), ['2000 1000']);
      assert.deepEqual(linesOf([scheme], '2025-26'), [
        'AE,INNOTREQUIRD,CONSOLIDATED,,,3000,2000,2000,,,,0,2000,1000',
      ]);
    }
  });
});

describe('Units that are received', () => {
  const gifted = equity([
    row('PURCHASE', '2025-11-14', { amount: '50000', units: '1000', nav: '50' }, GIFT_IN),
    row('REDEMPTION', '2026-06-15', { amount: '-55000', units: '-1000', nav: '55' }),
  ]);

  it('have the cost and the date of their previous owner, which the statement does not tell', () => {
    const found = realised([gifted]);
    const [gain] = found.gains;
    assert.deepEqual([gain?.cost, gain?.acquired, gain?.term], [null, null, 'unknown']);
    assert.equal(scheduleOfYear(found, '2026-27').state, 'incomplete');
  });

  it('are reckoned by what their owner says of the previous one', () => {
    const place = { folio: FOLIO, isin: ISIN, date: '2025-11-14' };
    const lot = { acquired: '2022-01-01', units: decimal('1000'), cost: decimal('10000') };
    const facts = { ...NO_FACTS, previousLots: new Map([[placeKey(place), [lot]]]) };
    const [gain] = realised([gifted], facts).gains;
    assert.deepEqual([gain?.term, text(gain?.gain)], ['long', '45000']);
    assert.deepEqual([gain?.section?.section, gain?.section?.act], ['198', '2025']);
    const others = { ...lot, units: decimal('900') };
    const wrong = { ...NO_FACTS, previousLots: new Map([[placeKey(place), [others]]]) };
    assert.equal(realised([gifted], wrong).gains[0]?.cost, null);
  });

  it('by inheritance are no bonus where they are printed with an amount of zero, or none', () => {
    for (const [amount, on] of [
      ['0.00', '2024-01-10'],
      [undefined, '2025-01-10'],
    ] as const) {
      const inherited = equity([
        row('PURCHASE', on, { units: '1000', ...(amount && { amount }) }, 'Transmission'),
        row('REDEMPTION', '2025-06-01', { amount: '-20000', units: '-1000' }),
        row('STT_TAX', '2025-06-01', { amount: '0.20' }),
      ]);
      const found = realised([inherited]);
      assert.deepEqual([found.gains[0]?.cost, found.gains[0]?.term], [null, 'unknown']);
      assert.equal(scheduleOfYear(found, '2025-26').state, 'incomplete');
    }
  });

  it('go on with cost and date where the statement holds both folios', () => {
    const from = equity([
      row('PURCHASE', '2022-01-01', { amount: '10000', units: '1000' }),
      row('REDEMPTION', '2025-11-14', { amount: '-50000', units: '-1000' }, GIFT_OUT),
    ]);
    const portfolio = statementOf([folioOf([from], '1'), folioOf([gifted], '2')], {
      from: '2000-01-01',
      to: '2027-03-31',
    });
    const [gain] = realisedGains(portfolio).gains;
    assert.deepEqual([gain?.acquired, text(gain?.gain)], ['2022-01-01', '45000']);
  });
});

describe('Equity funds', () => {
  const STT = { amount: '1.50' };
  const domestic = schemeOf(
    [
      row('PURCHASE', '2022-05-10', { amount: '100000', units: '1000' }),
      row('REDEMPTION', '2024-06-20', { amount: '-150000', units: '-1000' }),
      row('STT_TAX', '2024-06-20', STT),
    ],
    { units: '0', type: 'Equity', isin: 'INF000D01C10' },
  );
  const foreign = (sold: string) =>
    schemeOf(
      [
        row('PURCHASE', '2023-05-10', { amount: '99995', units: '1000' }),
        row('STAMP_DUTY_TAX', '2023-05-10', { amount: '5' }),
        row('REDEMPTION', sold, { amount: '-140000', units: '-1000' }),
      ],
      { units: '0', type: 'Equity', isin: ISIN },
    );
  const asForeign = { ...NO_FACTS, kinds: new Map([[ISIN, 'foreign-or-gold' as const]]) };

  it('sold without STT are not taken for equity-oriented where other sales print it', () => {
    const found = realised([foreign('2024-06-20'), domestic]);
    assert.deepEqual(
      found.gains.map(({ asset }) => asset),
      ['unknown', 'equity-oriented'],
    );
    assert.equal(scheduleOfYear(found, '2024-25').state, 'incomplete');
  });

  it('of foreign shares were specified funds until March 2025, and are taxed by section 112 since', () => {
    const [until] = realised([foreign('2024-06-20'), domestic], asForeign).gains;
    assert.deepEqual(
      [until?.term, until?.section?.section, text(until?.gain)],
      ['short', '50AA', '40000'],
    );
    assert.deepEqual(linesOf([foreign('2024-06-20'), domestic], '2024-25', asForeign), [
      'AE,BE,INNOTREQUIRD,CONSOLIDATED,,,150000,100000,100000,,,,0,100000,50000',
    ]);
    const [since] = realised([foreign('2025-06-20'), domestic], asForeign).gains;
    assert.deepEqual([since?.term, since?.section?.section], ['long', '112']);
  });

  it('are classed sale by sale, since they can change their class', () => {
    const hybrid = schemeOf(
      [
        row('PURCHASE', '2019-05-01', { amount: '20000', units: '2000' }),
        row('REDEMPTION', '2021-06-01', { amount: '-15000', units: '-1000' }),
        row('STT_TAX', '2021-06-01', { amount: '0.15' }),
        row('REDEMPTION', '2025-06-01', { amount: '-20000', units: '-1000' }),
      ],
      { units: '0', type: 'Hybrid', isin: ISIN },
    );
    const found = realised([hybrid]);
    assert.deepEqual(
      found.gains.map(({ asset }) => asset),
      ['equity-oriented', 'unknown'],
    );
    assert.equal(scheduleOfYear(found, '2025-26').state, 'incomplete');
  });

  it('do not lose their class by a sale that is too small for STT', () => {
    const hybrid = schemeOf(
      [
        row('PURCHASE', '2019-05-01', { amount: '20000', units: '2000' }),
        row('REDEMPTION', '2021-06-01', { amount: '-15000', units: '-1000' }),
        row('STT_TAX', '2021-06-01', { amount: '0.15' }),
        row('REDEMPTION', '2025-06-01', { amount: '-999', units: '-1000' }),
      ],
      { units: '0', type: 'Hybrid', isin: ISIN },
    );
    assert.equal(realised([hybrid]).gains[1]?.asset, 'equity-oriented');
  });

  it('that their owner calls something else are not known where STT says the contrary', () => {
    const facts = { ...NO_FACTS, kinds: new Map([['INF000D01C10', 'other' as const]]) };
    assert.equal(realised([domestic], facts).gains[0]?.asset, 'unknown');
  });
});

describe('Units of a merged scheme', () => {
  const merged = (on: string) => [
    schemeOf(
      [
        row('PURCHASE', '2016-05-02', { amount: '10000', units: '1000' }),
        row('SWITCH_OUT_MERGER', on, { amount: '-15000', units: '-1000' }),
      ],
      { units: '0', type: 'Equity', isin: 'INF000D01C10' },
    ),
    equity([
      row('SWITCH_IN_MERGER', on, { amount: '15000', units: '300' }),
      row('REDEMPTION', '2025-08-01', { amount: '-36000', units: '-300' }),
    ]),
  ];

  it('are worth what the new scheme was on 31 January 2018, if it was held on that day', () => {
    const [gain] = realised(merged('2017-06-01'), factsWithNav('62')).gains;
    assert.ok(gain);
    assert.equal(taxable(gain), '18600.00 17400.00');
    assert.deepEqual(linesOf(merged('2017-06-01'), '2025-26', factsWithNav('62')), [
      `BE,${ISIN},Sample Fund,300,120,36000,18600,10000,18600,62,18600,0,18600,17400`,
    ]);
  });

  it('are not reckoned where the merger came after that day', () => {
    const [gain] = realised(merged('2021-06-01'), factsWithNav('62')).gains;
    assert.ok(gain);
    assert.equal(taxable(gain), 'grandfathered-merger');
  });
});

describe('Units sold on the very anniversary', () => {
  const deal = (sold: string) => [
    equity([
      row('PURCHASE', '2025-01-10', { amount: '5000', units: '500' }),
      row('REDEMPTION', sold, { amount: '-12000', units: '-500' }),
    ]),
  ];

  it('are contestable, so that the schedule is not complete until their owner decides', () => {
    const [gain] = realised(deal('2026-01-10')).gains;
    assert.ok(gain);
    assert.deepEqual(
      [gain.onAnniversary, gain.term, taxable(gain)],
      [true, 'short', 'anniversary'],
    );
    assert.equal(scheduleOfYear(realised(deal('2026-01-10')), '2025-26').state, 'incomplete');
    const long = { ...NO_FACTS, anniversary: 'long' as const };
    assert.equal(realised(deal('2026-01-10'), long).gains[0]?.section?.section, '112A');
    assert.deepEqual(linesOf(deal('2026-01-10'), '2025-26', long), [
      'AE,INNOTREQUIRD,CONSOLIDATED,,,12000,5000,5000,,,,0,5000,7000',
    ]);
    const short = { ...NO_FACTS, anniversary: 'short' as const };
    const found = realised(deal('2026-01-10'), short);
    assert.equal(found.gains[0]?.section?.section, '111A');
    assert.equal(scheduleOfYear(found, '2025-26').state, 'nothing-sold');
  });

  it('are long-term for everybody on the day after', () => {
    const [gain] = realised(deal('2026-01-11')).gains;
    assert.deepEqual([gain?.onAnniversary, gain?.term], [false, 'long']);
  });

  it('have no anniversary if they were bought on 29 February', () => {
    const bought = (sold: string) =>
      realised([
        equity([
          row('PURCHASE', '2024-02-29', { amount: '5000', units: '500' }),
          row('REDEMPTION', sold, { amount: '-12000', units: '-500' }),
        ]),
      ]).gains[0];
    assert.deepEqual(
      [bought('2025-02-28'), bought('2025-03-01')].map((gain) => [gain?.onAnniversary, gain?.term]),
      [
        [false, 'short'],
        [false, 'long'],
      ],
    );
  });
});

describe('Sales since 1 April 2026', () => {
  it('are of the Income-tax Act, 2025, whose forms are not out', () => {
    const sold = equity([
      row('PURCHASE', '2022-05-10', { amount: '1000', units: '100' }),
      row('REDEMPTION', '2026-04-01', { amount: '-1500', units: '-100' }),
    ]);
    const found = realised([sold]);
    assert.equal(found.gains[0]?.section?.section, '198');
    assert.equal(scheduleOfYear(found, '2026-27').state, 'form-not-published');
  });
});

describe('Rows of mergers and plans made one', () => {
  for (const [out, into] of [
    ['Merger Out', 'Merger In'],
    ['Plan Consolidation - Switch Out', 'Plan Consolidation - Switch In'],
    ['Consolidation Out', 'Consolidation In'],
  ] as const) {
    it(`are no sale: ${out}`, () => {
      const found = realised([
        schemeOf(
          [
            row('PURCHASE', '2020-01-10', { amount: '10000', units: '1000' }),
            row('REDEMPTION', '2024-01-10', { amount: '-20000', units: '-1000' }, out),
          ],
          { units: '0', type: 'Equity', isin: 'INF000D01C10' },
        ),
        equity([row('PURCHASE', '2024-01-10', { amount: '20000', units: '500' }, into)], '500'),
      ]);
      assert.deepEqual([found.gains, found.leftOut], [[], []]);
    });
  }
});
