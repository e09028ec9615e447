import assert from 'node:assert/strict';
import { fundIsin } from '../../fixtures/statementsGenerator/isin.ts';
import { exactly } from './fixtures.ts';
import type { ReadAnswer } from './fixtures.ts';
import { readLaidOut } from './laidOutPages.ts';
import type { Cell, Row } from './laidOutPages.ts';

const held = fundIsin(10, 1);
const sold = fundIsin(20, 2);

/** Reads an eCAS of one page that there is nothing to warn of in. */
function readPage(title: string, rows: readonly Row[]): ReadAnswer {
  const { text, warnings } = readLaidOut(title, rows);
  assert.deepEqual(warnings, []);
  return exactly(text);
}

const roster = (...rows: (readonly Cell[])[]): (readonly Cell[])[] => [
  [['TESTINA SAMPLEKAR (PAN:ABCDE1234F)', 30]],
  [
    ['Account Type', 30],
    ['Account Details', 150],
    ['No. of ISINs / Schemes', 360],
    ['Value in `', 560, 'end'],
  ],
  ...rows,
];

const movementHead: readonly Cell[] = [
  ['Date', 30],
  ['Transaction Description', 90],
  ['Amount (`)', 260, 'end'],
  ['NAV (`)', 320, 'end'],
  ['Units', 400, 'end'],
  ['Unit Balance', 470, 'end'],
  ['Stamp Duty', 540, 'end'],
];

const movement = (date: string, what: string, ...figures: string[]): readonly Cell[] => [
  [date, 30],
  [what, 90],
  ...figures.map((figure, index): Cell => [figure, [260, 320, 400, 470, 540][index] ?? 0, 'end']),
];

describe('What few eCAS print', () => {
  it('is read: transactions of a fund folio, of one that is held and of one that is sold', () => {
    const { mutual_funds: folios } = readPage('Central Depository Services (India) Ltd', [
      [['CONSOLIDATED ACCOUNT STATEMENT (CAS) FOR SECURITIES HELD IN DEMAT FORM', 60]],
      [['STATEMENT FOR THE PERIOD FROM 01-03-2025 TO 31-03-2025', 160]],
      10,
      ...roster([
        ['Mutual Fund Folios', 30],
        ['2 Folios', 150],
        ['1', 410, 'end'],
        ['6,000.00', 560, 'end'],
      ]),
      [
        ['Grand Total', 30],
        ['6,000.00', 560, 'end'],
      ],
      14,
      [['AMC Name : Alpha Mutual Fund', 30]],
      [['Scheme Name : Alpha Flexi Cap Fund Direct Growth', 30]],
      [['Folio No : 60000000/0', 30]],
      [
        [`ISIN : ${held}`, 30],
        ['UCC : NOT AVAILABLE', 160],
        ['RTA : CAMS', 300],
      ],
      12,
      movementHead,
      4,
      movement(
        '05-03-2025',
        'Systematic Investment',
        '999.95',
        '50.0000',
        '19.999',
        '119.999',
        '0.05',
      ),
      movement('20-03-2025', 'Redemption', '1,199.90', '60.0000', '19.999', '100.000', '0.00'),
      12,
      [['AMC Name : Beta Mutual Fund', 30]],
      [['Scheme Name : Beta Liquid Fund Direct Growth', 30]],
      [['Folio No : 70000000', 30]],
      [
        [`ISIN : ${sold}`, 30],
        ['UCC : NOT AVAILABLE', 160],
        ['RTA : KFINTECH', 300],
      ],
      12,
      movementHead,
      4,
      movement('12-03-2025', 'Redemption', '5,000.00', '100.0000', '-50.000', '0.000', '0.00'),
      12,
      [['MUTUAL FUND UNITS HELD AS ON 31-03-2025', 30]],
      6,
      [
        ['Scheme Name', 30],
        ['ISIN', 200],
        ['Folio No.', 260],
        ['Closing Bal (Units)', 400, 'end'],
        ['NAV (`)', 450, 'end'],
        ['Amount Invested (`)', 515, 'end'],
        ['Valuation (`)', 580, 'end'],
      ],
      6,
      [
        ['Alpha Flexi Cap Fund Direct Growth', 30],
        [held, 200],
        ['60000000/0', 260],
        ['100.000', 400, 'end'],
        ['60.0000', 450, 'end'],
        ['5,000.00', 515, 'end'],
        ['6,000.00', 580, 'end'],
      ],
    ]);
    const seen = folios.map(({ amc, folio_number, schemes }) => [
      amc,
      folio_number,
      ...schemes.flatMap(({ units, additional_info, transactions }) => [
        additional_info.open_units,
        ...transactions.map((row) => `${row.date} ${row.type} ${row.units ?? ''} ${row.nav ?? ''}`),
        units,
      ]),
    ]);
    assert.deepEqual(seen, [
      [
        'Alpha Mutual Fund',
        '60000000/0',
        '100.000',
        '2025-03-05 PURCHASE_SIP 19.999 50.0000',
        '2025-03-20 REDEMPTION -19.999 60.0000',
        '100.000',
      ],
      ['Beta Mutual Fund', '70000000', '50.000', '2025-03-12 REDEMPTION -50.000 100.0000', '0.000'],
    ]);
    assert.equal(folios[0]?.schemes[0]?.transactions[0]?.additional_info?.stamp_duty, '0.05');
  });

  it('is read: life insurance policies', () => {
    const answer = readPage('NSDL-Consolidated Account Statement', [
      [['for the period from 01-Mar-2025 to 31-Mar-2025', 160]],
      10,
      ...roster([
        ['Insurance Policies', 30],
        ['1 Policy', 150],
        ['1', 410, 'end'],
        ['0.00', 560, 'end'],
      ]),
      [
        ['Grand Total', 30],
        ['0.00', 560, 'end'],
      ],
      14,
      [['Insurer Name : EXAMPLE LIFE INSURANCE COMPANY LIMITED', 30]],
      8,
      [
        ['Policy No.', 30],
        ['Policy Name', 120],
        ['Life Assured', 230],
        ['Sum Assured (`)', 400, 'end'],
        ['Premium (`)', 460, 'end'],
        ['Frequency', 475],
        ['Status', 540],
      ],
      4,
      [
        ['TEST-POL-0001', 30],
        ['Example Endowment Plan', 120],
        ['TESTINA SAMPLEKAR', 230],
        ['5,00,000.00', 400, 'end'],
        ['24,000.00', 460, 'end'],
        ['Yearly', 475],
        ['Inforce', 540],
      ],
    ]);
    const { insurance, summary } = answer as ReadAnswer & { readonly insurance: unknown };
    assert.deepEqual(insurance, {
      life_insurance_policies: [
        {
          policy_number: 'TEST-POL-0001',
          provider: 'EXAMPLE LIFE INSURANCE COMPANY LIMITED',
          policy_name: 'Example Endowment Plan',
          life_assured: 'TESTINA SAMPLEKAR',
          status: 'Inforce',
          sum_assured: '500000.00',
          premium_amount: '24000.00',
          premium_frequency: 'Yearly',
        },
      ],
    });
    assert.equal(summary.accounts.insurance?.count, '1');
  });
});
