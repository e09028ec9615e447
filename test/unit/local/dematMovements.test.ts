import assert from 'node:assert/strict';
import { shareIsin } from '../../fixtures/statementsGenerator/isin.ts';
import { exactly } from './fixtures.ts';
import { readLaidOut } from './laidOutPages.ts';
import type { Cell, Row } from './laidOutPages.ts';

const TITLE = 'NSDL-Consolidated Account Statement';
const [one, other] = [shareIsin(1), shareIsin(2)];

const heading: readonly Row[] = [
  [['for the period from 01-Mar-2025 to 31-Mar-2025', 160]],
  10,
  [['In the Single Name of', 30]],
  [['TESTINA SAMPLEKAR (PAN:ABCDE1234F)', 30]],
  [
    ['Account Type', 30],
    ['Account Details', 150],
    ['No. of ISINs / Schemes', 360],
    ['Value in `', 560, 'end'],
  ],
  [
    ['NSDL Demat Account', 30],
    ['CANDLE STOCKS', 150],
    ['0', 410, 'end'],
    ['0.00', 560, 'end'],
  ],
  [['DP ID:IN300001 Client ID:10000001', 150]],
  [
    ['Grand Total', 30],
    ['0.00', 560, 'end'],
  ],
  14,
];

const account: readonly Row[] = [
  [['NSDL Demat Account', 30]],
  [['CANDLE STOCKS', 30]],
  [['DP ID:IN300001 Client ID:10000001', 30]],
  14,
];

const title: Row = [['Summary of Transactions', 30]];

const labels: readonly Cell[] = [
  ['Date', 30],
  ['Order No', 90],
  ['Description', 160],
  ['Opening Balance', 370, 'end'],
  ['Debit', 430, 'end'],
  ['Credit', 490, 'end'],
  ['Closing Balance', 565, 'end'],
];

const isinRow = (isin: string, name: string): Row => [[`ISIN : ${isin} - ${name}`, 30]];

/** A row with its figures: opening, debit, credit, closing. */
const row = (date: string, words: string, figures: readonly string[]): readonly Cell[] => {
  const ends = [370, 430, 490, 565];
  const cells: readonly Cell[] = [
    [date, 30],
    [`8176${date.slice(0, 2)}371`, 90],
    [words, 160],
  ];
  return [...cells, ...figures.map((text, at): Cell => [text, ends[at] ?? 0, 'end'])];
};

const bought = row('05-Mar-2025', 'By transfer, pool 697746', [
  '10.000',
  '0.000',
  '5.000',
  '15.000',
]);
const sold = row('09-Mar-2025', 'To market, sett 55', ['15.000', '15.000', '0.000', '0.000']);
const soldOther = row('12-Mar-2025', 'To market, sett 56', ['7.000', '7.000', '0.000', '0.000']);
const under = (words: string, x: number): Row => [[words, x]];

/** A row of a balance, with its number where the closing balances stand. */
const balance = (words: string, units: string, x = 30): readonly Cell[] => [
  [words, x],
  [units, 565, 'end'],
];

interface Seen {
  readonly moved: readonly (readonly string[])[];
  readonly warnings: readonly string[];
}

/** The transactions of each ISIN, date and description; and the warnings with their pages. */
function read(...pages: readonly (readonly Row[])[]): Seen {
  const [first = [], ...others] = pages;
  const { text, warnings } = readLaidOut(
    TITLE,
    [...heading, ...account, title, ...first],
    ...others,
  );
  return {
    moved: exactly(text).demat_accounts.flatMap(({ holdings }) =>
      (holdings.equities ?? []).map(({ isin, transactions }) => [
        isin,
        ...transactions.map(({ date, description }) => `${date} ${description}`),
      ]),
    ),
    warnings: warnings.map(({ code, page }) => `${code} ${page}`),
  };
}

const all: Seen['moved'] = [
  [one, '2025-03-05 By transfer, pool 697746', '2025-03-09 To market, sett 55'],
  [other, '2025-03-12 To market, sett 56'],
];

describe('A caption among demat transactions', () => {
  for (const words of [
    'Beneficiary',
    'Held for the holder alone',
    'Total',
    'Nominee',
    'Locked in (P)',
  ]) {
    it(`is no part of a row: ${words}`, () => {
      for (const x of [30, 45, 90, 160]) {
        const seen = read([
          labels,
          isinRow(one, 'DOORKNOB STEELS'),
          under(words, x),
          bought,
          sold,
          isinRow(other, 'NUTMEG MOTORS'),
          under(words, x),
          soldOther,
        ]);
        assert.deepEqual(seen, { moved: all, warnings: [] }, `at ${x}`);
      }
    });
  }

  it('can say that nothing happened', () => {
    const seen = read([
      labels,
      isinRow(shareIsin(3), 'UMBRELLA MILLS'),
      under('No transactions in this period', 30),
      isinRow(one, 'DOORKNOB STEELS'),
      bought,
      sold,
      isinRow(other, 'NUTMEG MOTORS'),
      soldOther,
    ]);
    assert.deepEqual(seen, { moved: all, warnings: [] });
  });

  it('can stand between two rows, or be of several lines', () => {
    const seen = read([
      labels,
      isinRow(one, 'DOORKNOB STEELS'),
      under('Beneficiary', 30),
      under('without a pledge', 30),
      bought,
      under('Until sold', 30),
      sold,
      isinRow(other, 'NUTMEG MOTORS'),
      soldOther,
    ]);
    assert.deepEqual(seen, { moved: all, warnings: [] });
  });

  it('is told from a description that goes on below its row', () => {
    const { moved, warnings } = read([
      labels,
      isinRow(one, 'DOORKNOB STEELS'),
      under('Beneficiary', 30),
      bought,
      under('or online', 160),
      sold,
      isinRow(other, 'NUTMEG MOTORS'),
      soldOther,
    ]);
    assert.equal(moved[0]?.[1], '2025-03-05 By transfer, pool 697746 or online');
    assert.deepEqual(warnings, []);
  });
});

describe('Kinds of balance of one ISIN', () => {
  const locked = row('20-Mar-2025', 'Lock-in ended', ['4.000', '1.000', '0.000', '3.000']);
  const held = (units: string): readonly Row[] => [
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
      [one, 30],
      ['DOORKNOB STEELS', 120],
      [units, 400, 'end'],
      ['0.00', 470, 'end'],
      ['0.00', 560, 'end'],
    ],
    [
      ['Total', 30],
      ['0.00', 560, 'end'],
    ],
    14,
  ];
  const readKinds = (units: string, ...rows: readonly Row[]): readonly string[] => {
    const { warnings } = readLaidOut(TITLE, [
      ...heading.map((each) => (typeof each === 'number' ? each : listed(each))),
      ...account,
      ...held(units),
      title,
      labels,
      isinRow(one, 'DOORKNOB STEELS'),
      ...rows,
    ]);
    return warnings.map(({ code }) => code);
  };
  /** One security is held. */
  const listed = (cells: readonly Cell[]): readonly Cell[] =>
    cells.map((cell) => (cell[0] === '0' ? ['1', 410, 'end'] : cell));

  it('each have balances of their own, which add up to the units held', () => {
    const [free, lockedIn] = [under('Beneficiary', 30), under('Locked In', 30)];
    assert.deepEqual(readKinds('18.000', free, bought, lockedIn, locked), []);
    assert.deepEqual(readKinds('3.000', free, bought, lockedIn, locked), ['closing-balance']);
    const rows = [
      free,
      balance('Opening Balance', '10.000'),
      bought,
      balance('Closing Balance', '15.000'),
      lockedIn,
      balance('Opening Balance', '4.000'),
      locked,
      balance('Closing Balance', '3.000'),
    ];
    assert.deepEqual(readKinds('18.000', ...rows), []);
    assert.deepEqual(readKinds('15.000', ...rows), ['closing-balance']);
  });

  it('begin under a caption: without one, a row must follow from the one above', () => {
    const codes = readKinds('18.000', under('Beneficiary', 30), bought, locked);
    assert.ok(codes.includes('running-balance'), codes.join());
  });
});

describe('A row of a balance among demat transactions', () => {
  const between = (opening: readonly Cell[], closing: readonly Cell[]): Seen =>
    read([
      labels,
      isinRow(one, 'DOORKNOB STEELS'),
      opening,
      bought,
      sold,
      closing,
      isinRow(other, 'NUTMEG MOTORS'),
      soldOther,
    ]);

  it('is no transaction, in whatever words and with or without a date', () => {
    const pairs = [
      ['Opening Balance', 'Closing Balance'],
      ['Balance B/F', 'Balance C/F'],
      ['B/F', 'C/F'],
      ['Brought forward', 'Carried forward'],
      ['Balance as on 01-Mar-2025', 'Balance as on 31-Mar-2025'],
      ['Op. Bal.', 'Cl. Bal.'],
    ] as const;
    for (const [opening, closing] of pairs) {
      for (const x of [30, 160]) {
        assert.deepEqual(
          between(balance(opening, '10.000', x), balance(closing, '0.000', x)),
          { moved: all, warnings: [] },
          `${opening} at ${x}`,
        );
      }
      const dated = between(
        [['01-Mar-2025', 30], ...balance(opening, '10.000', 160)],
        [['31-Mar-2025', 30], ...balance(closing, '0.000', 160)],
      );
      assert.deepEqual(dated, { moved: all, warnings: [] }, `${opening} with a date`);
    }
  });

  it('can be of words that are not known where it is the first or the last row', () => {
    const seen = between(
      [['01-Mar-2025', 30], ...balance('At the beginning', '10.000', 160)],
      [['31-Mar-2025', 30], ...balance('At the end', '0.000', 160)],
    );
    assert.deepEqual(seen, { moved: all, warnings: [] });
  });

  it('can have its number behind its words', () => {
    const seen = between([['Opening Balance : 10.000', 30]], [['Closing Balance : 0.000', 30]]);
    assert.deepEqual(seen, { moved: all, warnings: [] });
  });

  it('can stand under an ISIN that nothing happened to', () => {
    const { moved, warnings } = read([
      labels,
      isinRow(one, 'DOORKNOB STEELS'),
      balance('Opening Balance', '10.000'),
      balance('Closing Balance', '10.000'),
      isinRow(other, 'NUTMEG MOTORS'),
      soldOther,
    ]);
    assert.deepEqual(moved, [[one], all[1]]);
    assert.deepEqual(warnings, []);
  });

  it('gives the opening and the closing units, and is held against the movements', () => {
    for (const [opening, closing] of [
      ['10.001', '0.000'],
      ['10.000', '0.001'],
    ] as const) {
      const { moved, warnings } = between(
        balance('Opening Balance', opening),
        balance('Closing Balance', closing),
      );
      assert.deepEqual(moved, all);
      assert.deepEqual(warnings, ['running-balance 1']);
    }
  });

  it('is no movement that speaks of a balance', () => {
    const { moved, warnings } = read([
      labels,
      isinRow(one, 'DOORKNOB STEELS'),
      row('05-Mar-2025', 'FREE BALANCE TO LOCKED IN', ['10.000', '10.000', '0.000', '0.000']),
    ]);
    assert.deepEqual(moved, [[one, '2025-03-05 FREE BALANCE TO LOCKED IN']]);
    assert.deepEqual(warnings, []);
  });
});

describe('Demat transactions that go on over the page', () => {
  const rest: readonly Row[] = [sold, isinRow(other, 'NUTMEG MOTORS'), soldOther];
  const begin: readonly Row[] = [labels, isinRow(one, 'DOORKNOB STEELS'), bought];

  it('belong to the ISIN before, whatever is printed again above them', () => {
    for (const again of [
      [],
      [labels],
      [title, labels],
      [[['Summary of Transactions (Contd.)', 30] as const], labels],
      [...account, labels],
      [...account, title, [['from 01-Mar-2025 to 31-Mar-2025', 30] as const], labels],
    ] satisfies (readonly Row[])[]) {
      assert.deepEqual(read(begin, [...again, ...rest]), { moved: all, warnings: [] });
    }
  });

  it('can be carried forward and brought forward', () => {
    const seen = read(
      [...begin, balance('Carried forward', '15.000')],
      [title, labels, balance('Brought forward', '15.000'), ...rest],
    );
    assert.deepEqual(seen, { moved: all, warnings: [] });
  });

  it('are left out and warned of where they belong to no ISIN', () => {
    for (const again of [
      [[['Summary of Transactions of Others', 30] as const], labels],
      [
        [['NSDL Demat Account', 30] as const],
        [['MITTEN BANK', 30] as const],
        [['DP ID:IN300002 Client ID:20000002', 30] as const],
        labels,
      ],
    ] satisfies (readonly Row[])[]) {
      const { moved, warnings } = read(begin, [...again, ...rest]);
      assert.deepEqual(moved[0], [one, '2025-03-05 By transfer, pool 697746']);
      assert.ok(warnings.includes('line-not-understood 2'), warnings.join());
    }
  });

  it('end with what stands far below them', () => {
    const seen = read(begin, [labels, ...rest, 20, under('Issued without a signature', 160)]);
    assert.deepEqual(seen, { moved: all, warnings: [] });
  });
});

describe('The ISIN of demat transactions', () => {
  it('can be named by a row of other words', () => {
    for (const words of [`NUTMEG MOTORS (ISIN : ${other})`, `${other} NUTMEG MOTORS`]) {
      const seen = read([
        labels,
        isinRow(one, 'DOORKNOB STEELS'),
        bought,
        sold,
        under(words, 30),
        soldOther,
      ]);
      assert.deepEqual(seen, { moved: all, warnings: [] }, words);
    }
  });

  const inColumns: readonly Cell[] = [
    ['ISIN', 30],
    ['Security', 90],
    ['Transaction Particulars', 180],
    ['Date', 290],
    ['Op. Bal', 390, 'end'],
    ['Credit', 440, 'end'],
    ['Debit', 490, 'end'],
    ['Cl. Bal', 545, 'end'],
  ];
  const inColumn = (isin: string, name: string, figures: readonly string[]): readonly Cell[] => [
    ...(isin === '' ? [] : [[isin, 30] as const]),
    ...(name === '' ? [] : [[name, 90] as const]),
    ['EP-DR TXN:51286848', 180],
    ['17-03-2025', 290],
    ...figures.map((text, at): Cell => [text, [390, 440, 490, 545][at] ?? 0, 'end']),
  ];
  const first = inColumn(one, 'DOORKNOB STEELS', ['10.000', '5.000', '--', '15.000']);

  it('is not the one before where something else stands in its place', () => {
    for (const odd of ['INE12345678', 'NOT AVAILABLE']) {
      const { moved, warnings } = read([
        inColumns,
        first,
        inColumn(odd, 'NUTMEG MOTORS', ['15.000', '--', '15.000', '0.000']),
        inColumn('', '', ['15.000', '--', '15.000', '0.000']),
      ]);
      assert.deepEqual(moved, [[one, '2025-03-17 EP-DR TXN:51286848']]);
      assert.deepEqual(warnings, ['line-not-understood 1', 'line-not-understood 1']);
    }
  });

  it('is not the one before where another name stands beside it and the balances do not follow', () => {
    const { moved, warnings } = read([
      inColumns,
      first,
      inColumn('', 'NUTMEG MOTORS', ['9.000', '--', '9.000', '0.000']),
    ]);
    assert.deepEqual(moved, [[one, '2025-03-17 EP-DR TXN:51286848']]);
    assert.deepEqual(warnings, ['line-not-understood 1']);
  });
});

describe('A demat transaction', () => {
  const whole = row('05-Mar-2025', 'By DP ID IN300002 Client ID 20000002', ['20', '0', '5', '25']);
  const rest = row('06-Mar-2025', 'To market, sett 55', ['25', '25', '0', '0']);

  it('can name another account beside units without decimals', () => {
    const { moved, warnings } = read([labels, isinRow(one, 'DOORKNOB STEELS'), whole, rest]);
    assert.deepEqual(moved[0], [
      one,
      '2025-03-05 By DP ID IN300002 Client ID 20000002',
      '2025-03-06 To market, sett 55',
    ]);
    assert.deepEqual(warnings, []);
  });

  it('is warned of where it stands under no labels', () => {
    const { moved, warnings } = read([isinRow(one, 'DOORKNOB STEELS'), rest]);
    assert.deepEqual(moved, []);
    assert.deepEqual(warnings, ['line-not-understood 1']);
  });
});

describe('A number among demat transactions that stands in no column', () => {
  it('is warned of', () => {
    const { moved, warnings } = read([
      labels,
      isinRow(one, 'DOORKNOB STEELS'),
      bought,
      [...sold, ['77.000', 590, 'end']],
      isinRow(other, 'NUTMEG MOTORS'),
      soldOther,
    ]);
    assert.deepEqual(moved, all);
    assert.equal(warnings.length, 1);
  });

  it('is warned of on a line of its own', () => {
    const { moved, warnings } = read([
      labels,
      isinRow(one, 'DOORKNOB STEELS'),
      bought,
      [
        ['and more', 160],
        ['3.000', 490, 'end'],
      ],
      sold,
      isinRow(other, 'NUTMEG MOTORS'),
      soldOther,
    ]);
    assert.equal(moved[0]?.length, 3);
    assert.deepEqual(warnings, ['line-not-understood 1']);
  });
});
