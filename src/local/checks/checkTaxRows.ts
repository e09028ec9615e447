import { Decimal } from '../../portfolio/decimal.ts';
import type { TransactionType } from '../../portfolio/transactionType.ts';
import type { PrintedFolio, PrintedTransaction } from '../statement.ts';
import { isNear } from './checkResult.ts';
import type { Checks } from './checkResult.ts';
import { PAISA } from './rounding.ts';

/** Stamp duty is taken of what buys units since this day: 0.005 % (Indian Stamp Act, as amended by the Finance Act 2019). */
const STAMP_DUTY_FROM = '2020-07-01';
const STAMP_DUTY = Decimal.parse('0.00005') ?? Decimal.zero;

/** How many rows of one type must have their tax row before one without counts as odd, and how many without are too many for that. */
const FEWEST = 3;
const ODD_SHARE = 0.1;

/**
 * Rows of stamp duty and STT change no balance, so no sum misses one that is gone. But where a statement prints them with nearly
 * every row of a type, a row without one is odd.
 */
export function checkTaxRows(folios: readonly PrintedFolio[], checks: Checks): void {
  const schemes = folios.flatMap((folio) => folio.schemes.map(({ transactions }) => transactions));
  const bought = schemes.flatMap((rows) => withTax(rows, 'STAMP_DUTY_TAX', isBought));
  expectUsual(
    bought,
    'stamp-duty',
    'Other purchases have a row of stamp duty; this one has none.',
    checks,
  );
  checkRates(bought, checks);
  for (const rows of schemes) {
    const sold = withTax(rows, 'STT_TAX', isRedeemed);
    expectUsual(
      sold,
      'stt',
      'Other redemptions of this scheme have a row of STT; this one has none.',
      checks,
    );
  }
}

interface WithTax {
  readonly row: PrintedTransaction;
  readonly tax: PrintedTransaction | null;
}

/** Rows that are called what they are: a bonus, a gift or a segregated unit pays no duty. */
function isBought({ type, description, date, amount, units }: PrintedTransaction): boolean {
  const buys = type === 'PURCHASE' || type === 'PURCHASE_SIP' || type === 'SWITCH_IN';
  const named = /purchase|invest|instal|switch|\bsip\b/i.test(
    description.replace(/\s+(?=\S\b)/g, ''),
  );
  return (
    buys && named && date >= STAMP_DUTY_FROM && amount?.value.sign === 1 && units?.value.sign === 1
  );
}

function isRedeemed({ type, description }: PrintedTransaction): boolean {
  return type === 'REDEMPTION' && /^redemption/i.test(description.replace(/\s+/g, ''));
}

/** The rows of interest with the tax row of the same day that follows before the next row with units. */
function withTax(
  rows: readonly PrintedTransaction[],
  type: TransactionType,
  isOfInterest: (row: PrintedTransaction) => boolean,
): WithTax[] {
  return rows.flatMap((row, index) => {
    if (!isOfInterest(row)) return [];
    const rest = rows.slice(index + 1, index + 6);
    const end = rest.findIndex(({ units, date }) => units !== null || date !== row.date);
    const near = end === -1 ? rest : rest.slice(0, end);
    return [{ row, tax: near.find((each) => each.type === type) ?? null }];
  });
}

function expectUsual(
  rows: readonly WithTax[],
  code: string,
  message: string,
  checks: Checks,
): void {
  for (const type of new Set(rows.map(({ row }) => row.type))) {
    const same = rows.filter(({ row }) => row.type === type);
    const taxed = same.filter(({ tax }) => tax !== null).length;
    const without = same.length - taxed;
    if (taxed < FEWEST || without > Math.max(1, same.length * ODD_SHARE)) continue;
    for (const { row, tax } of same) checks.expect(tax !== null, code, message, row.place);
  }
}

/** Where stamp duty is printed at its rate nearly everywhere, another amount is odd. */
function checkRates(rows: readonly WithTax[], checks: Checks): void {
  const printed = rows.flatMap(({ row, tax }) => {
    if (!tax?.amount || !row.amount) return [];
    // The duty is of what was paid, which may be printed before or after it was taken.
    const paid = [row.amount.value, row.amount.value.plus(tax.amount.value)];
    const duty = tax.amount.value;
    const fits = paid.some((amount) => isNear(amount.times(STAMP_DUTY), duty, PAISA));
    return [{ fits, place: tax.place }];
  });
  const fitting = printed.filter(({ fits }) => fits).length;
  if (fitting < FEWEST || printed.length - fitting > Math.max(1, printed.length * ODD_SHARE))
    return;
  for (const { fits, place } of printed) {
    checks.expect(
      fits,
      'stamp-duty-rate',
      'This stamp duty is not 0.005 % of its purchase.',
      place,
    );
  }
}
