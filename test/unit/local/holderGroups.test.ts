import assert from 'node:assert/strict';
import { fundIsin, shareIsin } from '../../fixtures/statementsGenerator/isin.ts';
import { exactly } from './fixtures.ts';
import type { ReadAnswer } from './fixtures.ts';
import { readLaidOut } from './laidOutPages.ts';
import type { Cell, Row } from './laidOutPages.ts';

const TITLE = 'NSDL-Consolidated Account Statement';
const first = 'TESTINA SAMPLEKAR (PAN:ABCDE1234F)';
const second = 'FIGMENTA STANDINWAL (PAN:ABCDE1234G)';

const heading: readonly Row[] = [[['for the period from 01-Mar-2025 to 31-Mar-2025', 160]], 10];

const addressee = (name: string): readonly Row[] => [
  [['NSDL ID: 100000001', 30]],
  [[name, 30]],
  [['4 Nowhere Lane', 30]],
  [['PINCODE : 599001', 30]],
  10,
];

const listLabels: readonly Cell[] = [
  ['Account Type', 30],
  ['Account Details', 150],
  ['No. of ISINs / Schemes', 360],
  ['Value in `', 560, 'end'],
];

const fundsListed = (folios: string, value: string): readonly Cell[] => [
  ['Mutual Fund Folios', 30],
  [`${folios} Folios`, 150],
  [folios, 410, 'end'],
  [value, 560, 'end'],
];

const amount = (label: string, value: string): readonly Cell[] => [
  [label, 30],
  [value, 560, 'end'],
];

/** A list of accounts with one group of joint holders and one of a single holder. */
const twoGroups: readonly Row[] = [
  [['In the Joint Names of', 30]],
  [[first, 30]],
  [[second, 30]],
  listLabels,
  fundsListed('1', '6,000.00'),
  amount('Total', '6,000.00'),
  [['In the Single Name of', 30]],
  [[first, 30]],
  listLabels,
  fundsListed('2', '9,000.00'),
  amount('Total', '9,000.00'),
  amount('Grand Total', '15,000.00'),
  14,
];

const fundLabels: readonly Cell[] = [
  ['ISIN', 30],
  ['ISIN Description', 95],
  ['Folio No.', 230],
  ['No. of Units', 370, 'end'],
  ['Current NAV', 450, 'end'],
  ['Current Value in `', 560, 'end'],
];

const fund = (number: number, folio: string, nav: string, value: string): readonly Cell[] => [
  [fundIsin(number, 1), 30],
  ['Alpha Flexi Cap Fund Direct Growth', 95],
  [folio, 230],
  ['100.000', 370, 'end'],
  [nav, 450, 'end'],
  [value, 560, 'end'],
];

const funds: readonly Row[] = [
  [['Mutual Fund Folios (F)', 30]],
  8,
  fundLabels,
  6,
  fund(10, '60000000', '60.0000', '6,000.00'),
  fund(20, '70000000', '50.0000', '5,000.00'),
  fund(30, '80000000', '40.0000', '4,000.00'),
];

const holdersOf = ({ mutual_funds: folios }: ReadAnswer): (readonly (string | undefined)[])[] =>
  folios.map(({ folio_number, linked_holders }) => [
    folio_number,
    ...linked_holders.map(({ name }) => name),
  ]);

describe('A statement of several groups of holders', () => {
  it('gives each folio its own holders: the group whose listed value it makes up', () => {
    const { text, warnings } = readLaidOut(TITLE, [...heading, ...twoGroups, ...funds]);
    assert.deepEqual(holdersOf(exactly(text)), [
      ['60000000', 'TESTINA SAMPLEKAR', 'FIGMENTA STANDINWAL'],
      ['70000000', 'TESTINA SAMPLEKAR'],
      ['80000000', 'TESTINA SAMPLEKAR'],
    ]);
    assert.deepEqual(warnings, []);
  });

  it('says that it does not know whose a folio is rather than give it to the first', () => {
    // 6,000 = 1,000 + 5,000 = 2,000 + 4,000: nothing tells which.
    const { text, warnings } = readLaidOut(TITLE, [
      ...heading,
      ...twoGroups,
      [['Mutual Fund Folios (F)', 30]],
      8,
      fundLabels,
      6,
      fund(10, '60000000', '10.0000', '1,000.00'),
      fund(20, '70000000', '20.0000', '2,000.00'),
      fund(30, '80000000', '40.0000', '4,000.00'),
      fund(40, '90000000', '50.0000', '5,000.00'),
      fund(50, '90000001', '30.0000', '3,000.00'),
    ]);
    assert.deepEqual(
      holdersOf(exactly(text)).map(([, ...names]) => names),
      [[], [], [], [], []],
    );
    assert.ok(warnings.some(({ code }) => code === 'fund-holders'));
  });

  it('goes by the names that the back matter prints beside a folio', () => {
    const { text } = readLaidOut(TITLE, [
      ...heading,
      ...twoGroups,
      [['Mutual Fund Folios (F)', 30]],
      8,
      fundLabels,
      6,
      fund(10, '60000000', '75.0000', '7,500.00'),
      fund(20, '70000000', '75.0000', '7,500.00'),
      20,
      [['***End of Statement***', 30]],
      20,
      [
        ['Folio No.', 30],
        ['HOLDER DETAILS', 170],
        ['KYC', 330],
        ['RTA', 500],
      ],
      [['AMC NAME', 30]],
      6,
      [
        ['60000000', 30],
        ['TESTINA SAMPLEKAR', 170],
        ['OK', 330],
        ['CAMS', 500],
      ],
      [['Alpha Mutual Fund', 30]],
      6,
      [
        ['70000000', 30],
        ['TESTINA SAMPLEKAR', 170],
        ['OK', 330],
        ['KFINTECH', 500],
      ],
      [
        ['Beta Mutual Fund', 30],
        ['FIGMENTA STANDINWAL', 170],
      ],
    ]);
    const answer = exactly(text);
    assert.deepEqual(holdersOf(answer), [
      ['60000000', 'TESTINA SAMPLEKAR'],
      ['70000000', 'TESTINA SAMPLEKAR', 'FIGMENTA STANDINWAL'],
    ]);
    assert.deepEqual(
      answer.mutual_funds.map(({ amc, registrar }) => [amc, registrar]),
      [
        ['Alpha Mutual Fund', 'CAMS'],
        ['Beta Mutual Fund', 'KFINTECH'],
      ],
    );
  });

  it('adds up a composition for each group, and says when one of them does not', () => {
    const composition = (funds: string, total: string): readonly Row[] => [
      12,
      [['PORTFOLIO COMPOSITION', 30]],
      [
        ['ASSET CLASS', 30],
        ['Value in `', 260, 'end'],
      ],
      [
        ['Mutual Fund Folios (F)', 30],
        [funds, 260, 'end'],
      ],
      [
        ['TOTAL', 30],
        [total, 260, 'end'],
      ],
      12,
    ];
    const read = (funds1: string, funds2: string): readonly string[] => {
      const pages = [
        [...heading, ...twoGroups, ...composition(funds1, funds1)],
        [...composition(funds2, funds2), ...funds],
      ];
      return readLaidOut(TITLE, ...pages).warnings.map(({ code, page }) => `${code} ${page}`);
    };
    assert.deepEqual(read('6,000.00', '9,000.00'), []);
    assert.deepEqual(read('6,000.00', '9,000.10'), ['composition 1', 'composition 2']);
  });

  it('reads the list of accounts where a page before it sums up each group', () => {
    const sums: readonly Row[] = [
      [['In the joint names of', 30]],
      [[first, 30]],
      [[second, 30]],
      [
        ['Mutual Fund Folios', 200],
        ['6,000.00', 480, 'end'],
      ],
      amount('Total Portfolio Value', '6,000.00'),
    ];
    const { text, warnings } = readLaidOut(
      TITLE,
      [...heading, ...sums],
      [...addressee('TESTINA SAMPLEKAR'), ...twoGroups, ...funds],
    );
    assert.deepEqual(holdersOf(exactly(text))[1], ['70000000', 'TESTINA SAMPLEKAR']);
    assert.deepEqual(warnings, []);
  });
});

describe('A minor', () => {
  it('holds what is listed under their name; the guardian does not', () => {
    const list = twoGroups.map((row) =>
      typeof row !== 'number' && row[0]?.[0] === second
        ? [[`Guardian : ${second}`, 30] as const]
        : row,
    );
    const { text, warnings } = readLaidOut(TITLE, [...heading, ...list, ...funds]);
    assert.deepEqual(holdersOf(exactly(text))[0], ['60000000', 'TESTINA SAMPLEKAR']);
    assert.deepEqual(warnings, []);
  });
});

describe('A pension account', () => {
  const read = (listed: string, printed: string): readonly unknown[] => {
    const { text, warnings } = readLaidOut(TITLE, [
      ...heading,
      [['In the Single Name of', 30]],
      [[first, 30]],
      listLabels,
      [
        ['National Pension System', 30],
        ['SAMPLE RECORDKEEPING', 150],
        ['1', 410, 'end'],
        ['1,000.00', 560, 'end'],
      ],
      [[`PRAN ID : ${listed}`, 150]],
      amount('Grand Total', '1,000.00'),
      14,
      [['NPS-SP : SAMPLE RECORDKEEPING', 30]],
      [[`PRAN ID : ${printed}`, 30]],
      [
        ['Scheme Name', 30],
        ['Fund Manager', 240],
        ['No. of Units', 400, 'end'],
        ['NAV (`)', 470, 'end'],
        ['Value (`)', 560, 'end'],
      ],
      6,
      [
        ['SCHEME E - TIER I', 30],
        ['SAMPLE FUND', 240],
        ['10.0000', 400, 'end'],
        ['100.0000', 470, 'end'],
        ['1,000.00', 560, 'end'],
      ],
    ]);
    assert.deepEqual(warnings, []);
    return exactly(text).nps.map(({ pran, funds: held, ...pension }) => [
      pran,
      held.length,
      (pension as unknown as { linked_holders: { name: string }[] }).linked_holders[0]?.name,
    ]);
  };

  it('keeps its number as printed, masked in part or as a whole', () => {
    const wanted = (pran: string): readonly unknown[] => [[pran, 1, 'TESTINA SAMPLEKAR']];
    assert.deepEqual(read('110000000001', '110000000001'), wanted('110000000001'));
    assert.deepEqual(read('XXXXXXXX0001', 'XXXXXXXX0001'), wanted('XXXXXXXX0001'));
    assert.deepEqual(read('XXXXXXXX0001', '11******0001'), wanted('11******0001'));
  });

  it('is one account with its holder where no number is printed', () => {
    assert.deepEqual(read('NOT AVAILABLE', 'NOT AVAILABLE'), [['', 1, 'TESTINA SAMPLEKAR']]);
  });
});

describe('The addressee of a statement', () => {
  const pan = (name: string): string | undefined =>
    exactly(readLaidOut(TITLE, [...heading, ...addressee(name), ...twoGroups, ...funds]).text)
      .investor.pan;

  it('has the PAN that is printed with their own name, first holder or not', () => {
    assert.equal(pan('FIGMENTA STANDINWAL'), 'ABCDE1234G');
    assert.equal(pan('Mrs. Testina Samplekar'), 'ABCDE1234F');
  });

  it('has no PAN where it holds nothing: the first holder is someone else', () => {
    assert.equal(pan('NOBODY NAMESAKE'), undefined);
  });
});

describe('A list of accounts', () => {
  const account = (name: string, ids: string, value: string): readonly Row[] => [
    [
      ['NSDL Demat Account', 30],
      [name, 150],
      ['1', 410, 'end'],
      [value, 560, 'end'],
    ],
    [[ids, 150]],
  ];
  const pages = (name: string, ids: string, isin: string, value: string): readonly Row[] => [
    16,
    [['NSDL Demat Account', 30]],
    [[name, 30]],
    [[ids, 30]],
    [['Equities (E)', 30]],
    8,
    [
      ['ISIN', 30],
      ['Company Name', 120],
      ['No. of Shares', 400, 'end'],
      ['Market Price', 470, 'end'],
      ['Value in `', 560, 'end'],
    ],
    6,
    [
      [isin, 30],
      ['DOORKNOB STEELS LIMITED', 120],
      ['10', 400, 'end'],
      [value.replace('0.00', '.00'), 470, 'end'],
      [value, 560, 'end'],
    ],
    amount('Total', value),
  ];

  it('ends where the accounts themselves begin, also without a row of totals', () => {
    const { text, warnings } = readLaidOut(TITLE, [
      ...heading,
      [['In the Single Name of', 30]],
      [[first, 30]],
      listLabels,
      ...account('CANDLE STOCKS', 'DP ID:IN300001 Client ID:10000001', '100.00'),
      ...account('MITTEN BANK', 'DP ID:IN300002 Client ID:XXXX0002', '200.00'),
      ...pages('CANDLE STOCKS', 'DP ID:IN300001 Client ID:10000001', shareIsin(1), '100.00'),
      ...pages('MITTEN BANK', 'DP ID:IN300002 Client ID:XXXX0002', shareIsin(2), '200.00'),
    ]);
    const read = exactly(text).demat_accounts.map(({ dp_name, client_id, holdings }) => [
      dp_name,
      client_id,
      holdings.equities?.map(({ value }) => value),
    ]);
    assert.deepEqual(read, [
      ['CANDLE STOCKS', '10000001', ['100.00']],
      ['MITTEN BANK', 'XXXX0002', ['200.00']],
    ]);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['grand-total'],
    );
  });

  it('says when the accounts of a group do not add up to its total', () => {
    const changed = twoGroups.map((row) => {
      const isTotal = typeof row !== 'number' && row[0]?.[0] === 'Total';
      return isTotal && row[1]?.[0] === '9,000.00' ? amount('Total', '9,001.00') : row;
    });
    const { warnings } = readLaidOut(TITLE, [...heading, ...changed, ...funds]);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['group-total'],
    );
  });
});

describe('A foot with a bare page number', () => {
  it('is no part of the row above it', () => {
    const page = (number: number, rows: readonly Row[]): readonly Row[] => {
      const room =
        700 - rows.reduce((sum: number, row) => sum + (typeof row === 'number' ? row : 11), 0);
      return [
        ...rows,
        room,
        [
          ['Depository of India, Imaginary Street', 30],
          [String(number), 560],
        ],
      ];
    };
    const { text } = readLaidOut(
      TITLE,
      page(4, [...heading, ...twoGroups]),
      page(5, [...funds]),
      page(6, [[['***End of Statement***', 30]]]),
    );
    const names = exactly(text).mutual_funds.flatMap(({ schemes }) =>
      schemes.map(({ name }) => name),
    );
    assert.deepEqual(names, Array(3).fill('Alpha Flexi Cap Fund Direct Growth'));
  });
});
