import assert from 'node:assert/strict';
import { fundIsin, shareIsin } from '../../fixtures/statementsGenerator/isin.ts';
import { textWidth } from '../../fixtures/statementsGenerator/page/textWidth.ts';
import type { LocalAnswer } from '../../../src/local/readPages.ts';
import { exactly } from './fixtures.ts';
import { readLaidOut } from './laidOutPages.ts';
import type { Cell, Row } from './laidOutPages.ts';

const TITLE = 'Central Depository Services (India) Ltd';
const first = 'TESTINA SAMPLEKAR (PAN:ABCDE1234F)';

/** A column between two lines of a ruled table: what its label says, and how its cells are set. */
interface Column {
  readonly label: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly cells: 'left' | 'right' | 'centre';
}

type Setting = 'left' | 'centre' | 'right';

const PAD = 3;

function setIn({ from, to }: Column, text: string, how: Setting): Cell {
  const width = textWidth(text, 7);
  if (how === 'left') return [text, from + PAD];
  return how === 'right' ? [text, to - PAD, 'end'] : [text, (from + to - width) / 2];
}

function head(columns: readonly Column[], how: Setting): readonly Row[] {
  const lines = Math.max(...columns.map(({ label }) => label.length));
  return Array.from({ length: lines }, (_, line): readonly Cell[] =>
    columns.flatMap((column) => {
      const text = column.label[line];
      return text === undefined ? [] : [setIn(column, text, how)];
    }),
  ).flatMap((each) => [each, -3]);
}

/** The lines of a row; a cell of several lines is a list. An empty text leaves its cell empty. */
function row(
  columns: readonly Column[],
  ...cells: readonly (string | readonly string[])[]
): readonly Row[] {
  const texts = cells.map((cell) => (typeof cell === 'string' ? [cell] : cell));
  const lines = Math.max(...texts.map(({ length }) => length));
  const rows = Array.from({ length: lines }, (_, line): readonly Cell[] =>
    columns.flatMap((column, index) => {
      const text = texts[index]?.[line] ?? '';
      return text === '' ? [] : [setIn(column, text, column.cells)];
    }),
  );
  // Lines of one row stand nearer to each other than rows do.
  return [...rows.flatMap((each) => [each, -3]), 7];
}

const before = (account: string, details: string, value: string, count = '2'): readonly Row[] => [
  [['CONSOLIDATED ACCOUNT STATEMENT (CAS) FOR SECURITIES HELD IN DEMAT FORM', 60]],
  [['STATEMENT FOR THE PERIOD FROM 01-03-2025 TO 31-03-2025', 160]],
  10,
  [[first, 30]],
  [
    ['Account Type', 30],
    ['Account Details', 150],
    ['No. of ISINs / Schemes', 360],
    ['Value in `', 560, 'end'],
  ],
  [
    [account, 30],
    [details, 150],
    [count, 410, 'end'],
    [value, 560, 'end'],
  ],
  [
    ['Grand Total', 30],
    [value, 560, 'end'],
  ],
  14,
];

function columnsAt(
  widths: readonly (readonly [readonly string[], number, Column['cells']])[],
): Column[] {
  let at = 30;
  return widths.map(([label, width, cells]) => {
    const column = { label, from: at, to: at + width, cells };
    at += width;
    return column;
  });
}

/** The columns of a CDSL account, with whatever widths. */
const balances = (security: number, each: number): Column[] =>
  columnsAt([
    [['ISIN'], 62, 'left'],
    [['Security'], security, 'left'],
    [['Current', 'Bal'], each, 'right'],
    [['Frozen', 'Bal'], each, 'right'],
    [['Pledge', 'Bal'], each, 'right'],
    [['Pledge', 'Setup Bal'], each, 'right'],
    [['Free Bal'], each, 'right'],
    [['Market Price /', 'Face Value'], each + 16, 'right'],
    [['Value (`)'], each + 16, 'right'],
  ]);

const [one, two] = [shareIsin(1), shareIsin(2)];

function readAccount(
  columns: readonly Column[],
  labels: Setting,
  rows: readonly Row[],
  value: string,
): LocalAnswer {
  return readLaidOut(TITLE, [
    ...before('CDSL Demat Account', 'BO ID : 1201000000000001', value),
    [['DP Name : SAMPLE STOCK BROKING LTD  BO ID : 1201000000000001', 30]],
    [['HOLDING STATEMENT AS ON 31-03-2025', 30]],
    8,
    ...head(columns, labels),
    4,
    ...rows,
    [[`Portfolio Value \` ${value} as on 31-03-2025`, 30]],
  ]);
}

function holdingsOf(answer: LocalAnswer): string[] {
  const [account] = exactly(answer.text).demat_accounts;
  const { equities = [], government_securities: bonds = [] } = account?.holdings ?? {};
  return [...equities, ...bonds].map(
    ({ name, units, value, additional_info }) =>
      `${name} | ${units ?? ''} | ${additional_info.market_value ?? ''} | ${value ?? ''}`,
  );
}

const codesOf = ({ warnings }: LocalAnswer): string[] => warnings.map(({ code }) => code);

describe('A table of holdings', () => {
  for (const labels of ['left', 'centre', 'right'] as const) {
    it(`is read by where its values stand, with labels set ${labels}`, () => {
      for (const [security, each] of [
        [90, 44],
        [120, 42],
        [150, 38],
        [170, 35],
      ] as const) {
        const columns = balances(security, each);
        const answer = readAccount(
          columns,
          labels,
          [
            ...row(
              columns,
              one,
              ['EXAMPLE CEMENT', 'OF', 'INDIA LTD'],
              '115.000',
              '--',
              '--',
              '--',
              '115.000',
              '300.010',
              '34,501.15',
            ),
            ...row(
              columns,
              two,
              ['PRETEND', 'MILLS'],
              '9.000',
              '--',
              '--',
              '--',
              '9.000',
              '70.000',
              '630.00',
            ),
          ],
          '35,131.15',
        );
        assert.deepEqual(holdingsOf(answer), [
          'EXAMPLE CEMENT OF INDIA LTD | 115.000 | 300.010 | 34501.15',
          'PRETEND MILLS | 9.000 | 70.000 | 630.00',
        ]);
        assert.deepEqual(codesOf(answer), []);
      }
    });
  }

  it('has no words among its rows in the names of what is held', () => {
    const columns = balances(150, 38);
    const figures = ['--', '--', '--', '1.000', '300.000', '300.00'];
    const rowOf = (isin: string, ...name: string[]): readonly Row[] =>
      row(columns, isin, name, '1.000', ...figures);
    const lines = columns.map(({ from }) => from + PAD);
    for (const words of [
      [['Held in safe custody, as furnished to us by those who hold it', lines[0] ?? 0]],
      [['Held in safe custody', (lines[1] ?? 0) + 40]],
      [['As furnished to us by the participants and the fund houses', 150]],
    ] satisfies Row[]) {
      const rows = [
        ...rowOf(one, 'EXAMPLE CEMENT', 'LTD'),
        words,
        ...rowOf(two, 'PRETEND', 'MILLS'),
      ];
      const answer = readAccount(columns, 'left', rows, '600.00');
      assert.deepEqual(holdingsOf(answer), [
        'EXAMPLE CEMENT LTD | 1.000 | 300.000 | 300.00',
        'PRETEND MILLS | 1.000 | 300.000 | 300.00',
      ]);
      assert.deepEqual(codesOf(answer), ['line-not-understood']);
    }
  });

  it('has no words that stand far from its rows in the names of what is held', () => {
    const columns = balances(150, 38);
    const figures = ['--', '--', '--', '1.000', '300.000', '300.00'];
    const words: Row = [['Held in safe custody', (columns[1]?.from ?? 0) + PAD]];
    const rows = [
      ...row(columns, one, 'EXAMPLE LTD', '1.000', ...figures),
      6,
      words,
      6,
      ...row(columns, two, 'PRETEND MILLS', '1.000', ...figures),
    ];
    const answer = readAccount(columns, 'left', rows, '600.00');
    assert.deepEqual(holdingsOf(answer), [
      'EXAMPLE LTD | 1.000 | 300.000 | 300.00',
      'PRETEND MILLS | 1.000 | 300.000 | 300.00',
    ]);
    assert.deepEqual(codesOf(answer), ['line-not-understood']);
  });

  it('is read where its numbers are centred too', () => {
    const columns = balances(110, 42).map((column, index) =>
      index > 1 ? { ...column, cells: 'centre' as const } : column,
    );
    const answer = readAccount(
      columns,
      'centre',
      [
        ...row(
          columns,
          one,
          'EXAMPLE LTD',
          '1,115.000',
          '--',
          '5.000',
          '--',
          '1,110.000',
          '300.010',
          '3,34,511.15',
        ),
        ...row(
          columns,
          two,
          'PRETEND MILLS',
          '9.000',
          '--',
          '--',
          '--',
          '9.000',
          '70.000',
          '630.00',
        ),
      ],
      '3,35,141.15',
    );
    assert.deepEqual(holdingsOf(answer), [
      'EXAMPLE LTD | 1115.000 | 300.010 | 334511.15',
      'PRETEND MILLS | 9.000 | 70.000 | 630.00',
    ]);
    assert.deepEqual(codesOf(answer), []);
  });

  it('leaves a column out whose label it does not know, and says so once', () => {
    for (const at of [2, 4, 7]) {
      const usual = balances(110, 38).map(
        ({ label, from, to, cells }) => [label, to - from, cells] as const,
      );
      const columns = columnsAt([
        ...usual.slice(0, at),
        [['Zeta'], 38, 'right'],
        ...usual.slice(at),
      ]);
      const cells = (texts: readonly string[], odd: string): readonly Row[] =>
        row(columns, ...texts.slice(0, at), odd, ...texts.slice(at));
      const answer = readAccount(
        columns,
        'centre',
        [
          ...cells(
            [one, 'EXAMPLE LTD', '115.000', '--', '--', '--', '115.000', '300.010', '34,501.15'],
            '7.250',
          ),
          ...cells(
            [two, 'PRETEND LTD', '9.000', '--', '--', '--', '9.000', '70.000', '630.00'],
            '--',
          ),
        ],
        '35,131.15',
      );
      assert.deepEqual(holdingsOf(answer), [
        'EXAMPLE LTD | 115.000 | 300.010 | 34501.15',
        'PRETEND LTD | 9.000 | 70.000 | 630.00',
      ]);
      assert.deepEqual(codesOf(answer), ['unknown-column']);
    }
  });

  it('does not take a number that stands under no column for a word', () => {
    const columns = balances(150, 38);
    const [name = 0] = columns.slice(1).map(({ from }) => from);
    const rows = [
      ...row(
        columns,
        one,
        'EXAMPLE LTD',
        '115.000',
        '--',
        '--',
        '--',
        '115.000',
        '300.010',
        '34,501.15',
      ),
      ...row(columns, two, 'PRETEND LTD', '9.000', '--', '--', '--', '9.000', '70.000', '630.00'),
    ].map((each): Row =>
      typeof each !== 'number' && each.some(([text]) => text === two)
        ? [...each, ['77.50', name + 100]]
        : each,
    );
    const answer = readAccount(columns, 'right', rows, '35,131.15');
    assert.deepEqual(holdingsOf(answer), [
      'EXAMPLE LTD | 115.000 | 300.010 | 34501.15',
      'PRETEND LTD | 9.000 | 70.000 | 630.00',
    ]);
    assert.equal(codesOf(answer).length, 1);
  });

  it('has no units where all balances are nil marks', () => {
    const columns = balances(120, 42);
    const answer = readAccount(
      columns,
      'left',
      [
        ...row(
          columns,
          one,
          'EXAMPLE LTD',
          '115.000',
          '--',
          '--',
          '--',
          '115.000',
          '300.010',
          '34,501.15',
        ),
        ...row(columns, two, 'PRETEND RIGHTS', '--', '--', '--', '--', '--', '12.500', '0.00'),
      ],
      '34,501.15',
    );
    assert.deepEqual(holdingsOf(answer)[1], 'PRETEND RIGHTS | 0 | 12.500 | 0.00');
    assert.deepEqual(codesOf(answer), []);
  });

  it('takes the price that the market pays, wherever the price that was paid stands', () => {
    for (const prices of [
      ['Issue', 'Market'],
      ['Market', 'Purchase'],
    ] as const) {
      const columns = columnsAt([
        [['ISIN'], 62, 'left'],
        [['Issuer'], 120, 'left'],
        [['Coupon Rate/', 'Frequency'], 60, 'left'],
        [['Maturity', 'Date'], 60, 'left'],
        [['No. of', 'Units'], 50, 'right'],
        ...prices.map((price) => [[price, 'Price in `'], 70, 'right'] as const),
        [['Value in `'], 80, 'right'],
      ]);
      const figure = { Issue: '3,115.00', Purchase: '3,115.00', Market: '7,240.00' } as const;
      const answer = readAccount(
        columns,
        'right',
        row(
          columns,
          'IN0020200039',
          ['2.50% GOLD', 'BOND'],
          ['2.50', 'Twice a year'],
          '11-Jan-2031',
          '3',
          ...prices.map((price) => figure[price]),
          '21,720.00',
        ),
        '21,720.00',
      );
      assert.deepEqual(holdingsOf(answer), ['2.50% GOLD BOND | 3 | 7240.00 | 21720.00']);
      assert.ok(!codesOf(answer).includes('number-outside-columns'));
      const [account] = exactly(answer.text).demat_accounts;
      const info = account?.holdings.government_securities?.[0]?.additional_info;
      assert.deepEqual(
        [info?.coupon_rate, info?.maturity_date],
        ['2.50 Twice a year', '11-Jan-2031'],
      );
    }
  });
});

const folios = (
  columns: readonly Column[],
  rows: readonly Row[],
  value: string,
  count = '2',
): LocalAnswer =>
  readLaidOut(TITLE, [
    ...before('Mutual Fund Folios', `${count} Folios`, value, count),
    [['MUTUAL FUND UNITS HELD AS ON 31-03-2025', 30]],
    8,
    ...head(columns, 'right'),
    4,
    ...rows,
    [['Grand Total', 30], ...columns.slice(-1).map((last) => setIn(last, value, 'right'))],
  ]);

const foliosOf = (answer: LocalAnswer): string[] =>
  exactly(answer.text).mutual_funds.flatMap(({ folio_number: number, schemes }) =>
    schemes.map(({ name, isin, units, value }) =>
      [number, isin ?? '', name, units ?? '', value ?? ''].join(' | '),
    ),
  );

const fundColumns = columnsAt([
  [['Scheme Name'], 120, 'left'],
  [['ISIN'], 60, 'left'],
  [['Folio No.'], 70, 'left'],
  [['Closing Bal', '(Units)'], 60, 'right'],
  [['NAV (`)'], 60, 'right'],
  [['Amount', 'Invested'], 80, 'right'],
  [['Valuation (`)'], 80, 'right'],
]);

const [alpha, beta] = [fundIsin(10, 1), fundIsin(20, 2)];

describe('A table of fund folios', () => {
  it('keeps folio numbers apart from a column that it does not know', () => {
    const widths = fundColumns.map(
      ({ label, from, to, cells }) => [label, to - from - 8, cells] as const,
    );
    const columns = columnsAt([...widths.slice(0, 3), [['Zeta'], 44, 'right'], ...widths.slice(3)]);
    const answer = folios(
      columns,
      [
        ...row(
          columns,
          ['Alpha Series 3 Fund', '2030'],
          alpha,
          '55974169656',
          '12.500',
          '66.141',
          '29.7132',
          '1,989.63',
          '1,965.26',
        ),
        ...row(
          columns,
          ['Beta Index 50', 'Fund'],
          beta,
          '5313647/22',
          '0.000',
          '22.503',
          '20.9769',
          '1,416.43',
          '472.04',
        ),
      ],
      '2,437.30',
    );
    assert.deepEqual(foliosOf(answer), [
      `55974169656 | ${alpha} | Alpha Series 3 Fund 2030 | 66.141 | 1965.26`,
      `5313647/22 | ${beta} | Beta Index 50 Fund | 22.503 | 472.04`,
    ]);
    assert.deepEqual(codesOf(answer), ['unknown-column']);
  });

  it('has a folio of its own where the ISIN is not available', () => {
    for (const none of ['NOT AVAILABLE', 'N.A.', '']) {
      const answer = folios(
        fundColumns,
        [
          ...row(
            fundColumns,
            ['Alpha Fund', 'Growth'],
            alpha,
            '55974169656',
            '66.141',
            '29.7132',
            '1,989.63',
            '1,965.26',
          ),
          ...row(
            fundColumns,
            ['Beta Index 50', 'Fund'],
            none,
            '53136472',
            '22.503',
            '20.9769',
            '1,416.43',
            '472.04',
          ),
        ],
        '2,437.30',
      );
      assert.deepEqual(foliosOf(answer), [
        `55974169656 | ${alpha} | Alpha Fund Growth | 66.141 | 1965.26`,
        '53136472 |  | Beta Index 50 Fund | 22.503 | 472.04',
      ]);
      assert.deepEqual(codesOf(answer), []);
    }
  });

  it('puts a number together that wraps, as far as its row confirms it', () => {
    for (const units of [
      ['12,543.61', '8'],
      ['12,543.', '618'],
      ['12,5', '43.618'],
      ['12,543', '.618'],
    ]) {
      const answer = folios(
        fundColumns,
        row(
          fundColumns,
          ['Alpha Fund', 'Growth'],
          alpha,
          '55974169656',
          units,
          '94.7382',
          '1,34,628.14',
          ['11,88,', '359.79'],
        ),
        '11,88,359.79',
        '1',
      );
      assert.deepEqual(foliosOf(answer), [
        `55974169656 | ${alpha} | Alpha Fund Growth | 12543.618 | 1188359.79`,
      ]);
      assert.deepEqual(codesOf(answer), []);
    }
  });

  it('says where a number wraps that nothing confirms', () => {
    const answer = folios(
      fundColumns,
      row(
        fundColumns,
        ['Alpha Fund', 'Growth'],
        alpha,
        '55974169656',
        '100.000',
        '94.7382',
        ['1,34,628.1', '4'],
        '9,473.82',
      ),
      '9,473.82',
      '1',
    );
    assert.deepEqual(codesOf(answer), ['wrapped-number']);
  });

  it('warns of a folio that was not read, and of a long number in a name', () => {
    const answer = folios(
      fundColumns,
      [
        ...row(
          fundColumns,
          ['Alpha Fund', 'Growth'],
          alpha,
          '',
          '66.141',
          '29.7132',
          '1,989.63',
          '1,965.26',
        ),
        ...row(
          fundColumns,
          ['Beta 12345678', 'Fund'],
          beta,
          '53136472',
          '22.503',
          '20.9769',
          '1,416.43',
          '472.04',
        ),
      ],
      '2,437.30',
    );
    assert.deepEqual(codesOf(answer).toSorted(), ['no-folio', 'number-in-name']);
  });
});
