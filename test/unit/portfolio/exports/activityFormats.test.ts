import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activityFileOf } from '../../../../src/portfolio/exports/activities/activityFileOf.ts';
import type { ActivityFormat } from '../../../../src/portfolio/exports/activities/activityFileOf.ts';
import type { ActivityFile } from '../../../../src/portfolio/exports/activities/activityFile.ts';
import type { FactsFile } from '../../../../src/portfolio/facts/factsFile.ts';
import { readFacts } from '../../../../src/portfolio/facts/readFacts.ts';
import { selectionOf } from '../../../../src/portfolio/exports/selection.ts';
import type { Portfolio } from '../../../../src/portfolio/model.ts';
import { largePortfolio } from '../largePortfolio.ts';
import { SAMPLES, portfolioOf, samplePortfolio } from '../samples.ts';
import { arbitraryAnswer } from './arbitraryAnswer.ts';
import { bookkept } from './bookkept.ts';
import { movingPortfolio } from './movingPortfolio.ts';
import { readCsv } from './readCsv.ts';
import { readGhostfolio, readPortfolioPerformance, readQif } from './readExports.ts';
import type { ReadExport } from './readExports.ts';

const READERS: Readonly<Record<ActivityFormat, (text: string) => ReadExport>> = {
  qif: readQif,
  'portfolio-performance': readPortfolioPerformance,
  ghostfolio: readGhostfolio,
};
const FORMATS = Object.keys(READERS) as ActivityFormat[];

function fileOf(
  portfolio: Portfolio,
  format: ActivityFormat,
  sample = false,
  facts: FactsFile = { version: 1 },
): ActivityFile {
  const selection = selectionOf(portfolio, {});
  assert.ok(selection);
  return activityFileOf(format, selection, sample, readFacts(facts));
}

/** One scheme with these rows. */
function scheme(transactions: readonly object[], units: number, more: object = {}): Portfolio {
  return portfolioOf(
    JSON.stringify({
      meta: {
        cas_type: 'CAMS_KFINTECH',
        statement_period: { from: '2023-04-01', to: '2024-03-31' },
      },
      mutual_funds: [
        {
          amc: 'Sample Mutual Fund',
          folio_number: '0012/7',
          schemes: [
            {
              isin: 'INF000D01B29',
              name: 'Sample Fund: Growth',
              type: 'Equity',
              units,
              nav: 12,
              value: units * 12,
              transactions,
              additional_info: { open_units: 0, close_units: units, ...more },
            },
          ],
        },
      ],
    }),
  );
}

const PURCHASE = [
  {
    date: '2023-04-10',
    type: 'PURCHASE',
    description: 'Purchase',
    amount: 999.95,
    units: 100,
    nav: 9.9995,
  },
  { date: '2023-04-10', type: 'STAMP_DUTY_TAX', description: '*** Stamp Duty ***', amount: 0.05 },
];

function qifRecords(portfolio: Portfolio): string[] {
  const [, records = ''] = fileOf(portfolio, 'qif').text.split('!Type:Invst\n');
  return records.split('\n^\n').slice(0, -1);
}

describe('an export for another program', () => {
  for (const format of FORMATS) {
    const read = READERS[format];

    it(`${format}: has the units, costs and money of the page, whatever happened to them`, () => {
      for (let seed = 1; seed <= 60; seed += 1) {
        const portfolio = portfolioOf(JSON.stringify(movingPortfolio(seed)));
        const { securities, money } = read(fileOf(portfolio, format).text);
        const expected = bookkept(portfolio);
        assert.deepEqual(securities, expected.securities, `seed ${seed}`);
        const { charges, dividends, kept, bank } = expected.money;
        const zero = '0';
        const said = {
          qif: expected.money,
          // Dividends are no portfolio transactions there, and neither format says whose the money is.
          'portfolio-performance': { charges, dividends: zero, kept: zero, bank: zero },
          ghostfolio: { charges, dividends, kept, bank: zero },
        };
        assert.deepEqual(money, { ...said[format], bank: format === 'qif' ? bank : zero });
      }
    });

    it(`${format}: can be read for the sample answers and a large one`, () => {
      const large = portfolioOf(
        JSON.stringify(largePortfolio({ schemes: 24, transactions: 1_200 })),
      );
      for (const portfolio of [...SAMPLES.map(samplePortfolio), large]) {
        const { securities } = read(fileOf(portfolio, format).text);
        assert.ok(securities.size > 0);
      }
    });

    it(`${format}: can be read whatever the answer has in it`, () => {
      fc.assert(
        fc.property(arbitraryAnswer, (answer) => {
          read(fileOf(portfolioOf(JSON.stringify(answer)), format, true).text);
        }),
        { numRuns: 60 },
      );
    });

    it(`${format}: says of sample data that it is`, () => {
      assert.match(
        fileOf(scheme(PURCHASE, 100), format, true).text,
        /Sample data from the sandbox/,
      );
    });
  }

  it('tells what it could not say, and how often', () => {
    const received = {
      date: '2023-06-01',
      type: 'PURCHASE',
      description: 'Gift of units from',
      units: 10,
      nav: 16,
    };
    const paid = { date: '2023-07-01', type: 'DIVIDEND_PAYOUT', description: 'IDCW', amount: 10 };
    const known = scheme([...PURCHASE, received, paid], 110);
    const expected = { 'unknown-cost': 1 };
    assert.deepEqual(fileOf(known, 'qif').shortcomings, expected);
    assert.deepEqual(fileOf(known, 'ghostfolio').shortcomings, expected);
    assert.deepEqual(fileOf(known, 'portfolio-performance').shortcomings, {
      ...expected,
      payouts: 1,
    });
    assert.match(fileOf(known, 'qif').text, /T160.00\n.*\n.*\nM.* the value of that day stands/);
    for (const format of FORMATS) {
      assert.deepEqual(fileOf(scheme(PURCHASE, 100), format).shortcomings, {});
      assert.deepEqual(fileOf(scheme(PURCHASE, 70), format).shortcomings, {
        'closing-only': 1,
        'unknown-cost': 1,
      });
    }
    const old = PURCHASE.map((row) => ({ ...row, date: '1969-12-31' }));
    assert.deepEqual(fileOf(scheme(old, 100), 'ghostfolio').shortcomings, { 'before-1970': 1 });
  });
});

describe('units that were received, of whose cost the owner said something', () => {
  const received = {
    date: '2023-06-01',
    type: 'PURCHASE',
    description: 'Gift of units from',
    units: 10,
    nav: 16,
  };
  const facts: FactsFile = {
    version: 1,
    transfers: [
      {
        folio: '0012/7',
        isin: 'INF000D01B29',
        date: '2023-06-01',
        lots: [{ units: '10', cost: '123.45', acquired: '2019-01-02' }],
      },
    ],
  };

  for (const [format, cost] of [
    [
      'qif',
      /\nNShrsIn\n.*\nT123.45\nI12.3450\nQ10.0000\nMGift of units from \(a transfer: no sale\)\n/,
    ],
    ['portfolio-performance', /,Delivery \(Inbound\),123.45,INR,,0.00,10,/],
    ['ghostfolio', /"unitPrice": 12.345\n/],
  ] as const)
    it(`${format}: come at that cost`, () => {
      const portfolio = scheme([...PURCHASE, received], 110);
      const { text, shortcomings } = fileOf(portfolio, format, false, facts);
      assert.match(text, cost);
      assert.deepEqual(shortcomings, {});
    });
});

describe('QIF', () => {
  it('lists the security, and a purchase with its stamp duty as commission', () => {
    assert.equal(
      fileOf(scheme(PURCHASE, 100), 'qif').text,
      `!Type:Security
NSample Fund Growth
SINF000D01B29
TMutual Fund
^
!Account
NSample Mutual Fund 0012/7
TInvst
^
!Type:Invst
D2023-04-10
NBuyX
YSample Fund Growth
T1000.00
I9.9995
Q100.0000
O0.05
L[Bank]
MPurchase
^
`,
    );
  });

  it('undoes a reversed purchase', () => {
    const rows = [
      ...PURCHASE,
      {
        date: '2023-04-12',
        type: 'REVERSAL',
        description: 'Rejected',
        amount: -999.95,
        units: -100,
      },
      ...PURCHASE.map((row) => ({ ...row, date: '2023-05-10' })),
    ];
    const records = qifRecords(scheme(rows, 100));
    assert.equal(records.length, 1);
    assert.match(records[0] ?? '', /^D2023-05-10\nNBuyX\n/);
  });

  it('has bonus units at no cost and a gift at what it had cost', () => {
    const rows = [
      ...PURCHASE,
      { date: '2023-06-01', type: 'PURCHASE', description: 'Bonus', amount: 0, units: 100, nav: 5 },
      {
        date: '2023-07-01',
        type: 'REDEMPTION',
        description: 'Gift of units to',
        amount: -800,
        units: -50,
        nav: 16,
      },
    ];
    const [, bonus = '', gift = ''] = qifRecords(scheme(rows, 150));
    assert.match(bonus, /\nNShrsIn\n.*\nT0.00\nI0.0000\nQ100.0000\nMBonus \(a bonus: no cost\)$/);
    assert.match(gift, /\nNShrsOut\n.*\nT500.00\nI10.0000\nQ50.0000\nMGift of units to/);
  });

  it('pays what is left of an IDCW after TDS into the bank', () => {
    const rows = [
      ...PURCHASE,
      { date: '2023-06-01', type: 'DIVIDEND_PAYOUT', description: 'IDCW', amount: 100 },
      { date: '2023-06-01', type: 'TDS_TAX', description: 'TDS', amount: 10 },
    ];
    const [, dividend = '', tax = '', out = ''] = qifRecords(scheme(rows, 100));
    assert.match(dividend, /\nNDiv\n.*\nT100.00\nMIDCW$/);
    assert.match(tax, /\nNMiscExp\n.*\nT10.00\nLTax deducted at source\n/);
    assert.match(out, /\nNXOut\n.*\nT90.00\nL\[Bank\]\n/);
  });

  it('takes a redemption at what came of it, with STT as commission', () => {
    const rows = [
      ...PURCHASE,
      {
        date: '2023-06-01',
        type: 'REDEMPTION',
        description: 'Redemption',
        amount: -600,
        units: -50,
        nav: 12,
      },
      { date: '2023-06-01', type: 'STT_TAX', description: '*** STT ***', amount: 0.01 },
    ];
    assert.match(
      qifRecords(scheme(rows, 50))[1] ?? '',
      /\nNSellX\n.*\nT599.99\nI12.0000\nQ50.0000\nO0.01\nL\[Bank\]\n/,
    );
  });
});

describe('a CSV for Portfolio Performance', () => {
  it('has the names of columns that its importer knows, and no byte order mark before them', () => {
    const [head, row] = readCsv(fileOf(scheme(PURCHASE, 100), 'portfolio-performance').text);
    assert.deepEqual(head, [
      ...['Date', 'Type', 'Value', 'Transaction Currency', 'Fees', 'Taxes', 'Shares', 'ISIN'],
      ...['Security Name', 'Note', 'Cash Account', 'Securities Account'],
    ]);
    assert.deepEqual(row, [
      ...['2023-04-10', 'Buy', '1000.00', 'INR', '', '0.05', '100', 'INF000D01B29'],
      ...['Sample Fund Growth', 'Purchase', 'Bank', 'Sample Mutual Fund 0012/7'],
    ]);
  });
});

describe('JSON for Ghostfolio', () => {
  it('has an account, a profile with its price and activities that fit what its import asks for', () => {
    const json: unknown = JSON.parse(fileOf(scheme(PURCHASE, 100), 'ghostfolio').text);
    const accountId = 'casparser Sample Mutual Fund 0012/7';
    assert.deepEqual(json, {
      accounts: [
        {
          id: accountId,
          name: 'Sample Mutual Fund 0012/7',
          currency: 'INR',
          comment: null,
          platformId: null,
          balances: [],
        },
      ],
      assetProfiles: [
        {
          symbol: 'GF_INF000D01B29',
          dataSource: 'MANUAL',
          currency: 'INR',
          name: 'Sample Fund Growth',
          isin: 'INF000D01B29',
          assetClass: 'EQUITY',
          assetSubClass: 'MUTUALFUND',
          marketData: [{ date: '2024-03-31T00:00:00.000Z', marketPrice: 12 }],
        },
      ],
      activities: [
        {
          accountId,
          comment: 'Purchase',
          currency: 'INR',
          dataSource: 'MANUAL',
          date: '2023-04-10T00:00:00.000Z',
          fee: 0.05,
          quantity: 100,
          symbol: 'GF_INF000D01B29',
          type: 'BUY',
          unitPrice: 9.9995,
        },
      ],
    });
  });
});
