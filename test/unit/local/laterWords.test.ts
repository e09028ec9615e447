import assert from 'node:assert/strict';
import { generateStatement } from '../../fixtures/statementsGenerator/generateStatement.ts';
import { aifIsin, fundIsin, withCheckDigit } from '../../fixtures/statementsGenerator/isin.ts';
import { readPdf } from '../../../src/local/pdf/readPdf.ts';
import type { Run } from '../../../src/local/pdf/run.ts';
import { readPages } from '../../../src/local/readPages.ts';
import type { LocalAnswer } from '../../../src/local/readPages.ts';
import { exactly } from './fixtures.ts';
import { readLaidOut } from './laidOutPages.ts';
import type { Cell, Row } from './laidOutPages.ts';

/** Reads a generated statement of a registrar with other words in some of its texts. */
async function readWith(
  kind: 'cams-detailed' | 'kfin-detailed',
  change: (run: Run) => Run | readonly Run[],
): Promise<LocalAnswer> {
  const { pdf, password } = generateStatement(kind, 31, { template: 'current' });
  const read = await readPdf(pdf, password);
  const pages = read.pages.map((page) => ({ ...page, runs: page.runs.flatMap(change) }));
  return readPages({ ...read, pages });
}

const NAMES = ['EIGHT NOMINEE', 'NINE NOMINEE', 'TEN NOMINEE'];

describe('Words that statements have only lately', function () {
  this.timeout(120_000);

  for (const kind of ['cams-detailed', 'kfin-detailed'] as const) {
    it(`are read: nominees up to the tenth in a ${kind}`, async () => {
      const { text } = await readWith(kind, (run) => {
        const [, index] = /^Nominee (\d):/.exec(run.text) ?? [];
        if (index === undefined) return run;
        return { ...run, text: `Nominee ${Number(index) + 7}: ${NAMES[Number(index) - 1]}` };
      });
      const schemes = exactly(text).mutual_funds.flatMap((folio) => folio.schemes);
      assert.ok(schemes.length > 0);
      for (const { nominees } of schemes) assert.deepEqual(nominees, NAMES);
    });

    it(`are read: what KYC agencies say in a ${kind}`, async () => {
      for (const status of ['Validated', 'Registered', 'On Hold', 'Rejected']) {
        const { text } = await readWith(kind, (run) => ({
          ...run,
          text: run.text.replace(/KYC: OK/, `KYC: ${status}`),
        }));
        const said = exactly(text).mutual_funds.map(({ additional_info }) => additional_info.kyc);
        assert.ok(said.length > 0);
        assert.deepEqual(
          said.filter((one) => one !== status.toUpperCase()),
          [],
        );
      }
    });
  }
});

const SPECIALISED = withCheckDigit('INF10ZK3001');
const ALTERNATIVE = aifIsin(1);
const FUND = fundIsin(10, 1);

const NSDL = 'NSDL-Consolidated Account Statement';

const list = (total: string, ...rows: (readonly Cell[])[]): readonly Row[] => [
  [['for the period from 01-Mar-2026 to 31-Mar-2026', 160]],
  10,
  [['TESTINA SAMPLEKAR (PAN:ABCDE1234F)', 30]],
  [
    ['Account Type', 30],
    ['Account Details', 150],
    ['No. of ISINs / Schemes', 360],
    ['Value in `', 560, 'end'],
  ],
  ...rows,
  [
    ['Grand Total', 30],
    [total, 560, 'end'],
  ],
  14,
];

const listed = (what: string, details: string, count: string, value: string): readonly Cell[] => [
  [what, 30],
  [details, 150],
  [count, 410, 'end'],
  [value, 560, 'end'],
];

const UNITS: readonly Cell[] = [
  ['ISIN', 30],
  ['ISIN Description', 110],
  ['No. of Units', 380, 'end'],
  ['NAV in `', 470, 'end'],
  ['Value in `', 560, 'end'],
];

const held = (
  isin: string,
  name: string,
  ...figures: [string, string, string]
): readonly Cell[] => [
  [isin, 30],
  [name, 110],
  ...figures.map((figure, index): Cell => [figure, 380 + 90 * index, 'end']),
];

const FOLIOS: readonly Cell[] = [
  ['ISIN', 30],
  ['ISIN Description', 110],
  ['Folio No.', 250],
  ['No. of Units', 380, 'end'],
  ['NAV in `', 470, 'end'],
  ['Value in `', 560, 'end'],
];

const inFolio = (
  isin: string,
  name: string,
  folio: string,
  ...figures: [string, string, string]
): readonly Cell[] => [...held(isin, name, ...figures), [folio, 250]];

const codesOf = ({ warnings }: LocalAnswer): string[] => warnings.map(({ code }) => code);

describe('What depositories may print of specialised investment funds', () => {
  it('is read: a section of its own, which is not the one before', () => {
    const answer = readLaidOut(NSDL, [
      ...list('3,000.00', listed('NSDL Demat Account', 'SAMPLE BROKING LIMITED', '2', '3,000.00'), [
        ['DP ID: IN300001 Client ID: 10000001', 150],
      ]),
      [['NSDL Demat Account', 30]],
      [['SAMPLE BROKING LIMITED', 30]],
      [['DP ID: IN300001 Client ID: 10000001', 30]],
      10,
      [['Alternate Investment Fund (A)', 30]],
      UNITS,
      4,
      held(ALTERNATIVE, 'EXAMPLE PRIVATE CREDIT', '10.000', '100.0000', '1,000.00'),
      [
        ['Sub Total', 30],
        ['1,000.00', 560, 'end'],
      ],
      10,
      [['Specialised Investment Fund (SIF)', 30]],
      UNITS,
      4,
      held(SPECIALISED, 'EXAMPLE EQUITY LONG SHORT', '20.000', '100.0000', '2,000.00'),
      [
        ['Sub Total', 30],
        ['2,000.00', 560, 'end'],
      ],
      [
        ['Total', 30],
        ['3,000.00', 560, 'end'],
      ],
    ]);
    const [account] = exactly(answer.text).demat_accounts;
    const kinds = Object.entries(account?.holdings ?? {}).flatMap(([kind, some]) =>
      some.map(({ isin }) => `${kind} ${isin}`),
    );
    assert.deepEqual(kinds.sort(), [`aifs ${ALTERNATIVE}`, `demat_mutual_funds ${SPECIALISED}`]);
    assert.deepEqual(codesOf(answer), []);
  });

  it('leaves a name that wraps above the labels of the next table in its row', () => {
    const wraps: Row[] = [
      held(FUND, 'EXAMPLE INDEX FUND', '10.000', '100.0000', '1,000.00'),
      -3,
      [['(ETF)', 110]],
    ];
    const answer = readLaidOut(NSDL, [
      ...list('3,000.00', listed('NSDL Demat Account', 'SAMPLE BROKING LIMITED', '2', '3,000.00'), [
        ['DP ID: IN300001 Client ID: 10000001', 150],
      ]),
      [['NSDL Demat Account', 30]],
      [['SAMPLE BROKING LIMITED', 30]],
      [['DP ID: IN300001 Client ID: 10000001', 30]],
      10,
      [['Mutual Funds (M)', 30]],
      UNITS,
      4,
      ...wraps,
      UNITS,
      4,
      held(SPECIALISED, 'EXAMPLE EQUITY LONG SHORT', '20.000', '100.0000', '2,000.00'),
    ]);
    const [account] = exactly(answer.text).demat_accounts;
    assert.deepEqual(
      account?.holdings.demat_mutual_funds?.map(({ name }) => name),
      ['EXAMPLE INDEX FUND (ETF)', 'EXAMPLE EQUITY LONG SHORT'],
    );
  });

  it('is read: a row of its own in the list of accounts, and folios', () => {
    const answer = readLaidOut(NSDL, [
      ...list(
        '3,000.00',
        listed('Mutual Fund Folios', '1 Folio', '1', '1,000.00'),
        listed('Specialised Investment Funds', '1 Folio', '1', '2,000.00'),
      ),
      [['Mutual Fund Folios (F)', 30]],
      8,
      FOLIOS,
      4,
      inFolio(FUND, 'Example Flexi Cap Fund', '60000000/0', '10.000', '100.0000', '1,000.00'),
      12,
      [['Specialised Investment Fund Folios (SIF)', 30]],
      8,
      FOLIOS,
      4,
      inFolio(SPECIALISED, 'Example Long Short', '70000000/0', '20.000', '100.0000', '2,000.00'),
    ]);
    const folios = exactly(answer.text).mutual_funds.map(({ folio_number, schemes }) => [
      folio_number,
      schemes[0]?.value,
    ]);
    assert.deepEqual(folios, [
      ['60000000/0', '1000.00'],
      ['70000000/0', '2000.00'],
    ]);
    assert.deepEqual(
      codesOf(answer).filter((code) => /total|funds|all-read/.test(code)),
      [],
    );
  });
});

describe('The columns of what a fund takes since April 2026', () => {
  it('are known, and the cost of transactions is no cost of the units', () => {
    const labels: readonly Cell[] = [
      ['ISIN', 30],
      ['Scheme Name', 95],
      ['Folio No.', 185],
      ['Closing Bal (Units)', 300, 'end'],
      ['NAV (`)', 345, 'end'],
      ['BER (%)', 385, 'end'],
      ['Brokerage and transaction cost (%)', 490, 'end'],
      ['Amount Invested (`)', 540, 'end'],
      ['Valuation (`)', 590, 'end'],
    ];
    const answer = readLaidOut('Central Depository Services (India) Ltd', [
      [['CONSOLIDATED ACCOUNT STATEMENT (CAS) FOR SECURITIES HELD IN DEMAT FORM', 60]],
      [['STATEMENT FOR THE PERIOD FROM 01-03-2026 TO 31-03-2026', 160]],
      ...list('6,000.00', listed('Mutual Fund Folios', '1 Folio', '1', '6,000.00')).slice(1),
      [['MUTUAL FUND UNITS HELD AS ON 31-03-2026', 30]],
      6,
      labels,
      6,
      [
        [FUND, 30],
        ['Alpha Flexi Cap Fund', 95],
        ['60000000/0', 185],
        ['100.000', 300, 'end'],
        ['60.0000', 345, 'end'],
        ['0.55', 385, 'end'],
        ['0.12', 490, 'end'],
        ['5,000.00', 540, 'end'],
        ['6,000.00', 590, 'end'],
      ],
    ]);
    const schemes = exactly(answer.text).mutual_funds.flatMap((folio) => folio.schemes);
    assert.deepEqual(
      schemes.map(({ cost, nav, value }) => [cost, nav, value]),
      [['5000.00', '60.0000', '6000.00']],
    );
    assert.ok(!codesOf(answer).includes('unknown-column'));
  });
});
