import assert from 'node:assert/strict';
import { fundIsin } from '../../fixtures/statementsGenerator/isin.ts';
import { exactly } from './fixtures.ts';
import { readLaidOut } from './laidOutPages.ts';
import type { Cell, Row } from './laidOutPages.ts';

const CDSL = 'Central Depository Services (India) Ltd';
const [alpha, beta, gamma] = [fundIsin(10, 1), fundIsin(20, 2), fundIsin(30, 3)];

interface Held {
  readonly isin: string;
  readonly folio: string;
  readonly units: string;
  readonly name?: string;
}

const NAV = 50n;

/** What so many units are worth at 50 each, with 2 decimals. */
function worth(units: string): string {
  const [whole = '', part = ''] = units.split('.');
  const paise = (BigInt(whole + part.padEnd(3, '0').slice(0, 3)) * NAV) / 10n;
  return `${paise / 100n}.${(paise % 100n).toString().padStart(2, '0')}`;
}

function front(held: readonly Held[]): Row[] {
  const total = held.reduce((sum, { units }) => sum + BigInt(worth(units).replace('.', '')), 0n);
  const value = `${total / 100n}.${(total % 100n).toString().padStart(2, '0')}`;
  const count = held.length.toString();
  return [
    [['CONSOLIDATED ACCOUNT STATEMENT (CAS) FOR SECURITIES HELD IN DEMAT FORM', 60]],
    [['STATEMENT FOR THE PERIOD FROM 01-03-2025 TO 31-03-2025', 160]],
    10,
    [['TESTINA SAMPLEKAR (PAN:ABCDE1234F)', 30]],
    [
      ['Account Type', 30],
      ['Account Details', 150],
      ['No. of ISINs / Schemes', 360],
      ['Value in `', 560, 'end'],
    ],
    [
      ['Mutual Fund Folios', 30],
      [`${count} Folios`, 150],
      [count, 410, 'end'],
      [value, 560, 'end'],
    ],
    [
      ['Grand Total', 30],
      [value, 560, 'end'],
    ],
    14,
    [['MUTUAL FUND UNITS HELD WITH MF/RTA', 30]],
    [['STATEMENT OF TRANSACTIONS FOR THE PERIOD FROM 01-03-2025 TO 31-03-2025', 30]],
    8,
  ];
}

function holdings(held: readonly Held[]): Row[] {
  return [
    12,
    [['MUTUAL FUND UNITS HELD AS ON 31-03-2025', 30]],
    6,
    [
      ['Scheme Name', 30],
      ['ISIN', 200],
      ['Folio No.', 270],
      ['Closing Bal (Units)', 410, 'end'],
      ['NAV (`)', 460, 'end'],
      ['Valuation (`)', 560, 'end'],
    ],
    6,
    ...held.map(({ isin, folio, units, name }): Row => [
      [name ?? 'Example Flexi Cap Fund Growth', 30],
      [isin, 200],
      [folio, 270],
      [units, 410, 'end'],
      ['50.0000', 460, 'end'],
      [worth(units), 560, 'end'],
    ]),
  ];
}

const labels: readonly Cell[] = [
  ['Date', 30],
  ['Transaction Description', 90],
  ['Amount (`)', 330, 'end'],
  ['NAV (`)', 390, 'end'],
  ['Units', 470, 'end'],
];

const moved = (date: string, what: string, ...figures: string[]): readonly Cell[] => [
  [date, 30],
  [what, 90],
  ...figures.map((figure, index): Cell => [figure, [330, 390, 470][index] ?? 0, 'end']),
];

const balance = (what: string, units: string): readonly Cell[] => [
  [what, 90],
  [units, 470, 'end'],
];

interface Outcome {
  /** `ISIN in FOLIO: type units, type units`. */
  readonly filed: readonly string[];
  readonly codes: readonly string[];
}

function read(held: readonly Held[], ...pages: readonly (readonly Row[])[]): Outcome {
  const [first = [], ...others] = pages;
  const last = others.at(-1);
  const all = last
    ? [[...front(held), ...first], ...others.slice(0, -1), [...last, ...holdings(held)]]
    : [[...front(held), ...first, ...holdings(held)]];
  const { text, warnings } = readLaidOut(CDSL, ...all);
  const filed = exactly(text).mutual_funds.flatMap(({ folio_number, schemes }) =>
    schemes.map(({ isin, transactions }) =>
      [
        `${isin ?? ''} in ${folio_number}:`,
        transactions
          .map(({ type, units, amount }) => `${type} ${units ?? amount ?? ''}`)
          .join(', '),
      ]
        .join(' ')
        .trim(),
    ),
  );
  return { filed, codes: warnings.map(({ code }) => code) };
}

describe('Transactions of fund folios', () => {
  const two = [
    { isin: alpha, folio: '60000001', units: '120.000' },
    { isin: beta, folio: '70000002', units: '80.000' },
  ];
  const bought = moved('05-03-2025', 'Purchase', '1,000.00', '50.0000', '20.000');
  const sold = moved('06-03-2025', 'Redemption', '-1,000.00', '50.0000', '-20.000');
  const both = [`${alpha} in 60000001: PURCHASE 20.000`, `${beta} in 70000002: REDEMPTION -20.000`];

  it('are parted by their headings where the labels of the columns are printed once', () => {
    const { filed, codes } = read(two, [
      labels,
      6,
      [['Example Flexi Cap Fund (G)', 30]],
      [[`ISIN : ${alpha}`, 30]],
      [['Folio Number : 60000001', 30]],
      8,
      bought,
      10,
      [['Folio No. 70000002', 30]],
      [[`Another Liquid Fund - ISIN - ${beta}`, 30]],
      8,
      sold,
    ]);
    assert.deepEqual(filed, both);
    assert.deepEqual(codes, []);
  });

  it('are parted where a heading wraps, and the folio is in its last line', () => {
    const { filed, codes } = read(two, [
      [[`ISIN: ${alpha} - Example Mutual Fund - Scheme Name: E1 - Example Flexi Cap Fund`, 30]],
      [['Direct Plan - Growth Folio No -', 30]],
      [['60000001', 30]],
      6,
      labels,
      4,
      [['Opening Balance 100.000', 30]],
      bought,
      [['Closing Balance 120.000', 30]],
      10,
      [[`Folio No - 70000002 - ISIN: ${beta} - Example Mutual Fund`, 30]],
      6,
      labels,
      4,
      [['Opening Balance as on 01-03-2025 : 100.000   Closing Balance : 80.000', 30]],
      sold,
    ]);
    assert.deepEqual(filed, both);
    assert.deepEqual(codes, []);
  });

  it('of several schemes of one folio have the folio named above them', () => {
    const held = [
      { isin: alpha, folio: '60000001', units: '120.000' },
      { isin: beta, folio: '60000001', units: '80.000' },
      { isin: beta, folio: '70000002', units: '30.000' },
    ];
    const { filed, codes } = read(held, [
      [['AMC Name : Example Mutual Fund', 30]],
      [['Folio No : 60000001', 30]],
      [[`ISIN : ${alpha}`, 30]],
      6,
      labels,
      bought,
      10,
      [[`ISIN : ${beta}`, 30]],
      6,
      labels,
      sold,
    ]);
    assert.deepEqual(filed, [
      `${alpha} in 60000001: PURCHASE 20.000`,
      `${beta} in 60000001: REDEMPTION -20.000`,
      `${beta} in 70000002:`,
    ]);
    assert.deepEqual(codes, []);
  });

  it('of an ISIN in two folios go where as much is held as they lead to', () => {
    const held = [
      { isin: alpha, folio: '60000001', units: '40.000' },
      { isin: alpha, folio: '70000002', units: '120.000' },
    ];
    const { filed, codes } = read(held, [
      [[`ISIN : ${alpha} UCC : MF1 RTA : CAMS`, 30]],
      6,
      labels,
      balance('Opening Balance', '100.000'),
      bought,
      balance('Closing Balance', '120.000'),
    ]);
    assert.deepEqual(filed, [`${alpha} in 60000001:`, `${alpha} in 70000002: PURCHASE 20.000`]);
    assert.deepEqual(codes, []);
  });

  it('are left out and warned of where two folios hold the same', () => {
    const held = [
      { isin: alpha, folio: '60000001', units: '120.000' },
      { isin: alpha, folio: '70000002', units: '120.000' },
    ];
    const { filed, codes } = read(held, [
      [[`ISIN : ${alpha} UCC : MF1 RTA : CAMS`, 30]],
      6,
      labels,
      balance('Opening Balance', '100.000'),
      bought,
      balance('Closing Balance', '120.000'),
    ]);
    assert.deepEqual(filed, [`${alpha} in 60000001:`, `${alpha} in 70000002:`]);
    assert.deepEqual(codes, ['no-folio']);
  });

  it('are not those of the fund above where a closing balance stands between', () => {
    const { filed, codes } = read(two, [
      [[`ISIN : ${alpha}`, 30]],
      [['Folio No : 60000001', 30]],
      6,
      labels,
      balance('Opening Balance', '100.000'),
      bought,
      balance('Closing Balance', '120.000'),
      8,
      [['Another Liquid Fund', 30]],
      balance('Opening Balance', '100.000'),
      sold,
      balance('Closing Balance', '80.000'),
    ]);
    assert.deepEqual(filed, [`${alpha} in 60000001: PURCHASE 20.000`, `${beta} in 70000002:`]);
    assert.deepEqual(codes, ['no-folio']);
  });

  it('of a fund that is not held are no transactions of another folio', () => {
    const { filed, codes } = read(two, [
      [[`ISIN : ${gamma} UCC : MF1 RTA : CAMS`, 30]],
      6,
      labels,
      balance('Opening Balance', '20.000'),
      sold,
      balance('Closing Balance', '0.000'),
    ]);
    assert.deepEqual(filed, [`${alpha} in 60000001:`, `${beta} in 70000002:`]);
    assert.deepEqual(codes, ['no-folio']);
  });

  it('lead from the opening balance to the closing one and to what is held', () => {
    const page = (open: string, close: string): readonly Row[] => [
      [[`ISIN : ${alpha}`, 30]],
      [['Folio No : 60000001', 30]],
      6,
      labels,
      balance('Opening Unit Balance', open),
      bought,
      balance('Closing Unit Balance', close),
    ];
    assert.deepEqual(read(two, page('100.000', '120.000')).codes, []);
    assert.ok(read(two, page('101.000', '120.000')).codes.includes('closing-balance'));
    assert.ok(read(two, page('100.000', '121.000')).codes.includes('closing-balance'));
  });

  it('keep the words that wrap, also those that name another folio', () => {
    const page: readonly Row[] = [
      [[`ISIN : ${alpha}`, 30]],
      [['Folio No : 60000001', 30]],
      6,
      labels,
      8,
      moved('05-03-2025', 'Switch In - From', '1,000.00', '50.0000', '20.000'),
      -2,
      [['Folio No : 12345678', 90]],
      8,
      moved('06-03-2025', 'Purchase', '500.00', '50.0000', '10.000'),
    ];
    const { filed, codes } = read(two, page);
    assert.deepEqual(filed[0], `${alpha} in 60000001: SWITCH_IN 20.000, PURCHASE 10.000`);
    assert.deepEqual(codes, []);
  });

  it('go on behind the end of a page, with headings and labels again or without', () => {
    const top: readonly Row[] = [
      [[`ISIN : ${alpha}`, 30]],
      [['Folio No : 60000001', 30]],
      6,
      labels,
      balance('Opening Balance', '110.000'),
      bought,
    ];
    const rest: readonly Row[] = [
      moved('09-03-2025', 'Redemption', '-500.00', '50.0000', '-10.000'),
      balance('Closing Balance', '120.000'),
    ];
    const again: readonly Row[] = [
      [[`ISIN : ${alpha}`, 30]],
      [['Folio No : 60000001', 30]],
      6,
      labels,
    ];
    for (const page of [rest, [labels, ...rest], [...again, ...rest]]) {
      const { filed, codes } = read(two, top, page);
      assert.deepEqual(filed[0], `${alpha} in 60000001: PURCHASE 20.000, REDEMPTION -10.000`);
      assert.deepEqual(codes, []);
    }
  });

  it('have taxes in lines below their rows', () => {
    const { filed, codes } = read(two, [
      [[`ISIN : ${beta}`, 30]],
      [['Folio No : 70000002', 30]],
      6,
      labels,
      balance('Opening Balance', '80.000'),
      bought,
      [['Stamp Duty : 0.05', 90]],
      sold,
      [
        ['STT', 90],
        ['0.01', 330, 'end'],
      ],
      moved('12-03-2025', 'IDCW Payout', '90.00', '0.0000', '0.000'),
      [['TDS deducted : 10.00', 90]],
      balance('Closing Balance', '80.000'),
    ]);
    assert.deepEqual(
      filed[1],
      `${beta} in 70000002: PURCHASE 20.000, STAMP_DUTY_TAX 0.05, REDEMPTION -20.000, STT_TAX 0.01, DIVIDEND_PAYOUT 90.00, TDS_TAX 10.00`,
    );
    assert.deepEqual(codes, []);
  });

  it('are turned where units that go out are printed without a sign', () => {
    const { filed, codes } = read(two, [
      [[`ISIN : ${beta}`, 30]],
      [['Folio No : 70000002', 30]],
      6,
      labels,
      balance('Opening Balance', '90.000'),
      moved('05-03-2025', 'Purchase', '500.00', '50.0000', '10.000'),
      moved('06-03-2025', 'Redemption', '1,000.00', '50.0000', '20.000'),
      balance('Closing Balance', '80.000'),
    ]);
    assert.deepEqual(filed[1], `${beta} in 70000002: PURCHASE 10.000, REDEMPTION -20.000`);
    assert.deepEqual(codes, []);
  });

  it('say which lines with figures are not understood', () => {
    const { filed, codes } = read(two, [
      [[`ISIN : ${alpha}`, 30]],
      [['Folio No : 60000001', 30]],
      6,
      labels,
      balance('Opening Balance', '100.000'),
      bought,
      [
        ['Purchase', 90],
        ['500.00', 330, 'end'],
        ['50.0000', 390, 'end'],
        ['10.000', 470, 'end'],
      ],
      balance('Closing Balance', '120.000'),
    ]);
    assert.deepEqual(filed[0], `${alpha} in 60000001: PURCHASE 20.000`);
    assert.deepEqual(codes, ['line-not-understood']);
  });

  it('go by the name of the scheme where there is neither an ISIN nor a folio', () => {
    const named = [
      { isin: alpha, folio: '60000001', units: '120.000', name: 'Example Flexi Cap Fund Growth' },
      { isin: 'NOT AVAILABLE', folio: '70000002', units: '120.000', name: 'Another Liquid Fund' },
    ];
    const page = (name: string): readonly Row[] => [
      [[name, 30]],
      [['ISIN : NOT AVAILABLE UCC : MF1 RTA : CAMS', 30]],
      6,
      labels,
      balance('Opening Balance', '100.000'),
      bought,
      balance('Closing Balance', '120.000'),
    ];
    const { filed, codes } = read(named, page('E2 - Another Liquid Fund'));
    assert.deepEqual(filed, [`${alpha} in 60000001:`, 'in 70000002: PURCHASE 20.000']);
    assert.deepEqual(codes, []);
    const unknown = read(named, page('E3 - A Third Fund'));
    assert.deepEqual(unknown.filed, [`${alpha} in 60000001:`, 'in 70000002:']);
    assert.deepEqual(unknown.codes, ['no-folio']);
  });

  it('have numbers that wrap, as units times NAV confirm them, or a warning', () => {
    const page = (amount: string): readonly Row[] => [
      [[`ISIN : ${alpha}`, 30]],
      [['Folio No : 60000001', 30]],
      6,
      labels,
      8,
      moved('05-03-2025', 'Purchase online', amount, '50.0000', '20.12'),
      -4,
      [['3', 470, 'end']],
      8,
      moved('09-03-2025', 'Purchase', '500.00', '50.0000', '10.000'),
    ];
    const { filed, codes } = read(two, page('1,006.15'));
    assert.deepEqual(filed[0], `${alpha} in 60000001: PURCHASE 20.123, PURCHASE 10.000`);
    assert.deepEqual(codes, []);
    assert.ok(read(two, page('1,000.00')).codes.includes('wrapped-number'));
  });

  it('are said to be lost where no labels of columns are known', () => {
    const { filed, codes } = read(two, [
      [[`ISIN : ${alpha}`, 30]],
      [['Folio No : 60000001', 30]],
      6,
      [
        ['Tag', 30],
        ['Vorgang', 90],
        ['Betrag', 330, 'end'],
        ['Stück', 470, 'end'],
      ],
      bought,
    ]);
    assert.deepEqual(filed[0], `${alpha} in 60000001:`);
    assert.deepEqual(codes, ['line-not-understood']);
  });
});

describe('Transactions of a pension account', () => {
  const held = [{ isin: alpha, folio: '60000001', units: '120.000' }];
  const scheme = 'NPS TRUST A/C EXAMPLE PENSION FUND SCHEME E - TIER I';
  const pension: readonly Row[] = [
    12,
    [['NPS-SP : EXAMPLE RECORD KEEPING LIMITED', 30]],
    [['PRAN ID : 110000000001', 30]],
    [['STATEMENT OF TRANSACTIONS FOR THE PERIOD FROM 01-03-2025 TO 31-03-2025', 30]],
    8,
  ];
  const tables: Readonly<Record<string, readonly Row[]>> = {
    'without words': [
      [
        ['Date', 30],
        ['Scheme Name', 90],
        ['Amount (`)', 430, 'end'],
        ['NAV (`)', 490, 'end'],
        ['Units', 560, 'end'],
      ],
      [
        ['06-03-2025', 30],
        [scheme, 90],
        ['100.00', 430, 'end'],
        ['40.0000', 490, 'end'],
        ['2.5000', 560, 'end'],
      ],
      [
        ['Total', 30],
        ['100.00', 430, 'end'],
        ['2.5000', 560, 'end'],
      ],
    ],
    'of contributions': [
      [
        ['Transaction Date', 30],
        ['Particulars', 110],
        ['Contribution (`)', 430, 'end'],
        ['NAV (`)', 490, 'end'],
        ['Units', 560, 'end'],
      ],
      [
        ['06-03-2025', 30],
        ['By Contribution', 110],
        ['100.00', 430, 'end'],
        ['40.0000', 490, 'end'],
        ['2.5000', 560, 'end'],
      ],
    ],
    'of credits': [
      [
        ['Date', 30],
        ['Particulars', 110],
        ['Credit', 430, 'end'],
        ['Debit', 490, 'end'],
        ['Balance', 560, 'end'],
      ],
      [
        ['06-03-2025', 30],
        ['By Contribution', 110],
        ['2.5000', 430, 'end'],
        ['0.0000', 490, 'end'],
        ['20.0000', 560, 'end'],
      ],
    ],
  };
  const funds: readonly Row[] = [
    12,
    [['HOLDING STATEMENT AS ON 31-03-2025', 30]],
    8,
    [
      ['Scheme Name', 30],
      ['Total Units', 430, 'end'],
      ['NAV (`)', 490, 'end'],
      ['Value (`)', 560, 'end'],
    ],
    [
      [scheme, 30],
      ['20.0000', 430, 'end'],
      ['40.0000', 490, 'end'],
      ['800.00', 560, 'end'],
    ],
    [['Portfolio Value ` 800.00 as on 31-03-2025', 30]],
  ];

  for (const [kind, table] of Object.entries(tables)) {
    it(`are said to be left out: a table ${kind}`, () => {
      const page = [...front(held), ...holdings(held), ...pension, ...table, ...funds];
      const { text, warnings } = readLaidOut(CDSL, page);
      const { nps, mutual_funds } = exactly(text);
      assert.deepEqual(
        nps.map(({ funds: read }) => read.map(({ units }) => units)),
        [['20.0000']],
      );
      assert.deepEqual(
        mutual_funds.map(({ schemes }) => schemes.map(({ transactions }) => transactions)),
        [[[]]],
      );
      const codes = warnings.map(({ code }) => code);
      assert.ok(codes.includes('pension-transactions'));
      assert.deepEqual(
        codes.filter((code) => /line|holding|table|no-folio/.test(code)),
        [],
      );
    });
  }

  it('do not take those of a fund that stand behind them', () => {
    const page = [
      ...front(held).slice(0, -3),
      ...pension,
      ...(tables['of contributions'] ?? []),
      ...funds,
      12,
      [['MUTUAL FUND UNITS HELD WITH MF/RTA', 30]],
      [['STATEMENT OF TRANSACTIONS FOR THE PERIOD FROM 01-03-2025 TO 31-03-2025', 30]],
      8,
      [[`ISIN : ${alpha} UCC : MF1 RTA : CAMS`, 30]],
      6,
      labels,
      balance('Opening Balance', '100.000'),
      moved('05-03-2025', 'Purchase', '1,000.00', '50.0000', '20.000'),
      balance('Closing Balance', '120.000'),
      ...holdings(held),
    ] as readonly Row[];
    const { text, warnings } = readLaidOut(CDSL, page);
    const [folio] = exactly(text).mutual_funds;
    assert.deepEqual(
      folio?.schemes[0]?.transactions.map(({ units }) => units),
      ['20.000'],
    );
    assert.deepEqual(warnings.filter(({ code }) => code === 'pension-transactions').length, 1);
  });

  it('leave its funds, of which a column without a known label is warned of', () => {
    const wide: readonly Row[] = [
      ...pension.slice(0, 3),
      8,
      [
        ['Scheme Name', 30],
        ['Total Units', 380, 'end'],
        ['Wertung', 430, 'end'],
        ['NAV (`)', 490, 'end'],
        ['Value (`)', 560, 'end'],
      ],
      [
        [scheme, 30],
        ['20.0000', 380, 'end'],
        ['7.77', 430, 'end'],
        ['40.0000', 490, 'end'],
        ['800.00', 560, 'end'],
      ],
      [['Portfolio Value ` 800.00 as on 31-03-2025', 30]],
    ];
    const page = [...front(held), ...holdings(held), ...wide];
    const { text, warnings } = readLaidOut(CDSL, page);
    assert.deepEqual(
      exactly(text).nps.map(({ funds: read }) => read.map(({ units, value }) => [units, value])),
      [[['20.0000', '800.00']]],
    );
    assert.ok(warnings.some(({ code }) => code === 'unknown-column'));
  });
});
