import type { TransactionType } from '../../../portfolio/transactionType.ts';
import type { Cells } from '../../layout/cells.ts';
import type { Line } from '../../layout/line.ts';
import type { Printed, PrintedTransaction } from '../../statement.ts';
import { DATE, readDate } from '../../text/dates.ts';
import { classify } from '../registrar/transactionType.ts';
import type { FundMovementColumn } from './columnRules.ts';
import { lastNumber } from './totalLines.ts';

const LEADING_DATE = new RegExp(`^(${DATE})(?=\\s|$)\\s*(.*)$`);
/** What takes units away; depositories can print such units without a sign. */
const GOES_OUT = /redemption|switch\s*-?\s*out|withdraw|\bswp\b|(?:stp|transfer)\s*-?\s*out/i;
const DIVIDEND = /dividend|\bdiv\b|idcw/i;
const TAXES: readonly (readonly [RegExp, TransactionType])[] = [
  [/^[*\s]*(?:STT\b|Securities\s+Transaction\s+Tax)/i, 'STT_TAX'],
  [/^[*\s]*Stamp\s*Duty\b/i, 'STAMP_DUTY_TAX'],
  [/^[*\s]*(?:TDS\b|Tax\s+Deducted)/i, 'TDS_TAX'],
];

/** Reads a row of fund transactions; null when it has no date, or neither an amount nor units. */
export function fundTransaction(
  cells: Cells<FundMovementColumn>,
  anchor: Line,
): PrintedTransaction | null {
  // Date and words can be one text.
  const [, printedDate = '', behind = ''] = LEADING_DATE.exec(cells.text('date') ?? '') ?? [];
  const date = readDate(printedDate);
  const amount = cells.number('amount');
  const printed = cells.number('units');
  if (date === null || (!amount && !printed)) return null;
  const description = `${behind} ${cells.text('particulars') ?? ''}`.trim();
  const units = printed?.value.sign === 0 ? null : printed;
  const nav = cells.number('nav') ?? cells.number('price');
  return {
    ...emptyTransaction(anchor, date, description),
    ...kindOf(description, units),
    amount,
    units,
    // Rows without units print a NAV of nought.
    nav: units === null && nav?.value.sign === 0 ? null : nav,
    balance: cells.number('balance'),
    price: cells.number('price'),
    stampDuty: cells.number('stampDuty'),
    incomeDistribution: cells.number('incomeDistribution'),
    capitalWithdrawal: cells.number('capitalWithdrawal'),
  };
}

/** Whether a row takes units away although they are printed without a sign. */
export function takesUnsigned({ units, description }: PrintedTransaction): boolean {
  return units?.value.sign === 1 && GOES_OUT.test(description);
}

/** Whether a line prints what tax was paid with the row above it. */
export function isTaxLine(line: Line): boolean {
  return taxOf(line) !== null && lastNumber(line) !== null;
}

/** The transaction of tax that such a line stands for, on the day of its row; null where nothing was paid. */
export function taxTransaction(line: Line, date: string): PrintedTransaction | null {
  const tax = taxOf(line);
  const amount = lastNumber(line);
  if (!tax || !amount || amount.value.sign === 0) return null;
  return { ...emptyTransaction(line, date, tax.words), type: tax.type, amount };
}

function taxOf({ text }: Line): { words: string; type: TransactionType } | null {
  for (const [words, type] of TAXES) {
    const found = words.exec(text)?.[0];
    if (found !== undefined) return { words: found.replace(/\s+/g, ' ').trim(), type };
  }
  return null;
}

function kindOf(
  description: string,
  units: Printed | null,
): Pick<PrintedTransaction, 'type' | 'dividendRate'> {
  const isOut = units?.value.sign === 1 && GOES_OUT.test(description);
  const kind = classify(description, (isOut ? units.value.negated() : units?.value) ?? null);
  if (!DIVIDEND.test(description)) return kind;
  // Fund houses name the rate of a payout, depositories need not.
  if (kind.type === 'MISC') return { ...kind, type: 'DIVIDEND_PAYOUT' };
  const isReinvested = kind.type === 'PURCHASE' && /re\s*-?\s*inv/i.test(description);
  return isReinvested ? { ...kind, type: 'DIVIDEND_REINVEST' } : kind;
}

function emptyTransaction(
  { page, row }: Line,
  date: string,
  description: string,
): PrintedTransaction {
  return {
    place: { page, row },
    date,
    description,
    type: 'MISC',
    dividendRate: null,
    amount: null,
    units: null,
    nav: null,
    navIsDerived: false,
    balance: null,
    opening: null,
    credit: null,
    debit: null,
    price: null,
    stampDuty: null,
    incomeDistribution: null,
    capitalWithdrawal: null,
    orderNumber: null,
  };
}
