import type { Schedule112a, Schedule112aRow } from './schedule112a.ts';

/** The first line of the template `CSV_112A and 115AD.csv` of the income-tax department's utilities, without 1b. */
const COLUMNS = [
  'Share/Unit acquired(1a)',
  'ISIN Code(2)',
  'Name of the Share/Unit(3)',
  'No. of Shares/Units(4)',
  'Sale-price per Share/Unit(5)',
  'Full Value of Consideration(Total Sale Value)(6) = 4 * 5',
  'Cost of acquisition without indexation(7)',
  'Cost of acquisition(8)',
  'If the long term capital asset was acquired before 01.02.2018(9)',
  'Fair Market Value per share/unit as on 31st January 2018(10)',
  'Total Fair Market Value of capital asset as per section 55(2)(ac)(11) = 4 * 10',
  'Expenditure wholly and exclusively in connection with transfer(12)',
  'Total deductions(13) = 7 + 12',
  'Balance(14) = 6 - 13',
];

const TRANSFERRED = 'Share/Unit Transferred(1b)';

/** The only year in which transfers fall on both sides of 23 July 2024: its template has the column 1b. */
export const YEAR_OF_BOTH_SIDES = '2024-25';

/** What stands for ISIN and name in a row that sums up. */
const SUM_ISIN = 'INNOTREQUIRD';
const SUM_NAME = 'CONSOLIDATED';
const NO_ISIN = 'INNOTAVAILAB';
const NO_NAME = 'NA';

/** What the form's schema takes. */
const LONGEST_NAME = 125;

/**
 * Schedule 112A as CSV (RFC 4180, CRLF, no byte order mark), in the columns of the template that the return's utility imports.
 * The portal accepts letters, digits and spaces as text and nothing else, so that no field needs quotes. It compares the first
 * line with its template of the year byte for byte, and those templates have changed their spelling: who uploads the file should
 * put its rows under the line of a fresh template.
 *
 * Columns and codes: the templates of the assessment years 2021-22 to 2026-27, as public programs reproduce them.
 */
export function schedule112aCsv({ rows, financialYear }: Schedule112a): string {
  const hasSides = financialYear === YEAR_OF_BOTH_SIDES;
  const [acquired = '', ...others] = COLUMNS;
  const lines = [hasSides ? [acquired, TRANSFERRED, ...others] : COLUMNS];
  for (const row of rows) {
    const sides = hasSides ? [row.acquired, row.transferred] : [row.acquired];
    lines.push([...sides, ...fields(row)]);
  }
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function fields({ security, ...row }: Schedule112aRow): string[] {
  const isin = security ? isinOf(security.isin) : SUM_ISIN;
  const name = security ? nameOf(security.name) : SUM_NAME;
  return [
    isin,
    name,
    security?.units.trimmed(0).toString() ?? '',
    security?.salePrice.trimmed(0).toString() ?? '',
    row.saleValue.toString(),
    row.allowedCost.toString(),
    row.cost.toString(),
    security?.grandfatheredCost.toString() ?? '',
    security?.navOf31Jan2018.trimmed(0).toString() ?? '',
    security?.fairValue.toString() ?? '',
    row.expenditure.toString(),
    row.deductions.toString(),
    row.balance.toString(),
  ];
}

function isinOf(isin: string | null): string {
  const code = isin?.trim().toUpperCase() ?? '';
  return /^IN[0-9A-Z]{10}$/.test(code) ? code : NO_ISIN;
}

function nameOf(name: string | null): string {
  const words = (name ?? '').replaceAll(/[^0-9A-Za-z]+/g, ' ').trim();
  return words.slice(0, LONGEST_NAME).trim() || NO_NAME;
}
