import { Decimal } from '../../../portfolio/decimal.ts';
import type { TransactionType } from '../../../portfolio/transactionType.ts';
import { isNear } from '../../checks/checkResult.ts';
import { productSlack } from '../../checks/rounding.ts';
import type { Cells } from '../../layout/cells.ts';
import { emptyTransaction } from '../../emptyTransaction.ts';
import type { Line } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
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
  notes: Notes,
): PrintedTransaction | null {
  // Date and words can be one text.
  const [, printedDate = '', behind = ''] = LEADING_DATE.exec(cells.text('date') ?? '') ?? [];
  const date = readDate(printedDate);
  const { amount, units: printed, nav } = figuresOf(cells, anchor, notes);
  if (date === null || (!amount && !printed)) return null;
  const description = `${behind} ${cells.text('particulars') ?? ''}`.trim();
  const units = printed?.value.sign === 0 ? null : printed;
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

type Figures = Record<'amount' | 'units' | 'nav', Printed | null>;

/** The numbers of a row; where one wraps, units times price tell how it is read, or else the reader is warned. */
function figuresOf(cells: Cells<FundMovementColumn>, anchor: Line, notes: Notes): Figures {
  const read = (name: FundMovementColumn): readonly (Printed | null)[] => {
    const numbers = cells.numbers(name);
    return numbers.length > 0 ? numbers.toReversed() : [null];
  };
  const prices = cells.numbers('nav').length > 0 ? read('nav') : read('price');
  const choices = read('amount').flatMap((amount) =>
    read('units').flatMap((units) => prices.map((nav) => ({ amount, units, nav }))),
  );
  const [likeliest = { amount: null, units: null, nav: null }] = choices;
  const proved = choices.find((each) => isProduct(each, cells.number('stampDuty')));
  const names = ['amount', 'units', 'nav', 'price', 'balance'] as const;
  if (!proved && names.some((name) => cells.wraps(name)))
    notes.warn(
      'wrapped-number',
      'A number of this row goes on in the next line, and nothing else confirms how it is read.',
      anchor,
    );
  return proved ?? likeliest;
}

function isProduct({ amount, units, nav }: Figures, stampDuty: Printed | null): boolean {
  if (!amount || !units || !nav || units.value.sign === 0) return false;
  const product = units.value.times(nav.value).abs();
  const slack = productSlack(units.value, nav.value);
  const paid = amount.value.abs();
  const duty = stampDuty?.value.abs() ?? Decimal.zero;
  return [paid, paid.plus(duty), paid.minus(duty)].some((each) => isNear(each, product, slack));
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
