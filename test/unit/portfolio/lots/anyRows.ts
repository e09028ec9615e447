import fc from 'fast-check';
import { Decimal } from '../../../../src/portfolio/decimal.ts';
import { unitsAfter } from '../../../../src/portfolio/lots/history.ts';
import { readMovements } from '../../../../src/portfolio/lots/readMovements.ts';
import type { Scheme, SchemeType, Transaction } from '../../../../src/portfolio/model.ts';
import type { TransactionType } from '../../../../src/portfolio/transactionType.ts';
import { row, schemeOf } from './inventedRows.ts';

const TYPES: readonly TransactionType[] = [
  'PURCHASE',
  'PURCHASE_SIP',
  'REDEMPTION',
  'SWITCH_IN',
  'SWITCH_IN_MERGER',
  'SWITCH_OUT',
  'SWITCH_OUT_MERGER',
  'DIVIDEND_PAYOUT',
  'DIVIDEND_REINVEST',
  'SEGREGATION',
  'STAMP_DUTY_TAX',
  'TDS_TAX',
  'STT_TAX',
  'REVERSAL',
  'MISC',
  'UNKNOWN',
];

const FIGURES = ['0', '0.001', '1', '-1', '10', '99.99', '-1e60', '1e60', '1e-20', undefined];
const DAYS = ['2017-01-01', '2017-01-02', '2022-01-01', '2024-07-23', '2023-02-29', '9999-12-31'];

const figure = fc.constantFrom(...FIGURES);

const anyRow: fc.Arbitrary<Transaction> = fc
  .record({
    type: fc.constantFrom(...TYPES),
    date: fc.option(fc.constantFrom(...DAYS), { freq: 20 }),
    amount: figure,
    units: figure,
    nav: figure,
    stampDuty: figure,
  })
  .map(({ type, date, ...figures }) => row(type, date, withoutGaps(figures)));

/** Schemes of nonsense: any type, absurd figures, days that do not exist. Most close with what their rows add up to. */
export const anySchemes: fc.Arbitrary<Scheme[]> = fc.array(
  fc
    .record({
      rows: fc.array(anyRow, { maxLength: 8 }),
      openUnits: figure,
      value: figure,
      addsUp: fc.boolean(),
      type: fc.constantFrom<SchemeType | null>('Equity', 'Debt', 'Hybrid', 'Other', null),
    })
    .map(({ rows, type, addsUp, ...figures }) => {
      const known = withoutGaps(figures);
      const units = addsUp ? closingUnits(rows, known.openUnits) : '10';
      return schemeOf(rows, { type, isin: 'INF000D01B29', units, ...known });
    }),
  { maxLength: 6 },
);

function closingUnits(rows: readonly Transaction[], openUnits = '0'): string {
  const opening = Decimal.parse(openUnits) ?? Decimal.zero;
  const read = readMovements(rows);
  return (read.ok ? unitsAfter(opening, read.movements) : opening).toString();
}

/** Without the figures that are not printed. */
function withoutGaps<T extends Readonly<Record<string, string | undefined>>>(
  figures: T,
): Partial<Record<keyof T, string>> {
  return Object.fromEntries(
    Object.entries(figures).filter(([, numeral]) => numeral !== undefined),
  ) as Partial<Record<keyof T, string>>;
}
