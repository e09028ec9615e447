import { Decimal } from '../../portfolio/decimal.ts';
import type { PrintedScheme, PrintedTransaction } from '../statement.ts';
import { isNear } from './checkResult.ts';
import type { Checks } from './checkResult.ts';
import { HALF_PAISA, PAISA } from './rounding.ts';
import { withTax } from './taxRows.ts';
import type { WithTax } from './taxRows.ts';
import { expectUsual } from './usual.ts';

/** Stamp duty is taken of what buys units since this day: 0.005 % (Indian Stamp Act, as amended by the Finance Act 2019). */
const SINCE = '2020-07-01';
const RATE = Decimal.parse('0.00005') ?? Decimal.zero;
/** On less, INR, the duty can be rounded away. */
const LEAST = Decimal.fromInteger(200);
const HUNDRED = Decimal.fromInteger(100);
/** The duty is the law, so two purchases that print it are enough to miss it at a third. */
const FEWEST = 2;

/**
 * Rows of stamp duty change no balance, so no sum misses one that is gone. But where a statement prints them, each purchase has
 * its own; and what was paid is a round sum, of which the duty was taken before the amount was printed.
 */
export function checkStampDuty(schemes: readonly PrintedScheme[], checks: Checks): void {
  const bought = withTax(schemes, 'STAMP_DUTY_TAX', owesStampDuty).flat();
  const unstamped = bought.filter(({ tax }) => tax === null);
  const told = new Set(unstamped.filter(({ row }) => lacksDuty(row)));
  const message = 'Other purchases have a row of stamp duty; this one has none.';
  if (told.size <= bought.length - unstamped.length) {
    for (const { row } of told) checks.expect(false, 'stamp-duty', message, row.place);
  }
  const rest = bought.filter((each) => !told.has(each));
  for (const isSwitch of [false, true]) {
    const alike = rest.filter(({ row }) => (row.type === 'SWITCH_IN') === isSwitch);
    const instances = alike.map(({ row, tax }) => ({ holds: tax !== null, place: row.place }));
    expectUsual(instances, 'stamp-duty', message, checks, FEWEST);
  }
  checkRates(bought, checks);
}

/** Whether a row is called what pays duty: a bonus, a gift or a segregated unit does not. */
export function owesStampDuty({
  type,
  description,
  date,
  amount,
  units,
}: PrintedTransaction): boolean {
  const buys = type === 'PURCHASE' || type === 'PURCHASE_SIP' || type === 'SWITCH_IN';
  const words = description.replace(/\s+(?=\S\b)/g, '');
  const named = /purchase|invest|instal|switch|\bsip\b|\bstp|systematic|nfo|allot/i.test(words);
  const isMuch = amount !== null && amount.value.compare(LEAST) >= 0;
  return buys && named && date >= SINCE && isMuch && units?.value.sign === 1;
}

/** Whether an amount is what is left of a multiple of 100 INR when the duty was taken. */
function lacksDuty({ amount }: PrintedTransaction): boolean {
  if (!amount) return false;
  const hundreds = amount.value.dividedBy(HUNDRED, 0);
  return [hundreds, hundreds.plus(Decimal.fromInteger(1))].some((count) => {
    const paid = count.times(HUNDRED);
    const duty = paid.minus(amount.value);
    return duty.sign > 0 && isNear(paid.times(RATE), duty, PAISA);
  });
}

function checkRates(bought: readonly WithTax[], checks: Checks): void {
  const instances = bought.flatMap(({ row, tax }) => {
    if (!tax?.amount || !row.amount) return [];
    const duty = tax.amount.value;
    // The duty is of what was paid, which may be printed before or after it was taken.
    const paid = [row.amount.value, row.amount.value.plus(duty)];
    const holds = paid.some((amount) => isNear(amount.times(RATE), duty, PAISA));
    if (paid.some((amount) => isNear(amount.times(RATE), duty, HALF_PAISA)))
      checks.found.confirm([tax.amount]);
    return [{ holds, place: tax.place }];
  });
  expectUsual(
    instances,
    'stamp-duty-rate',
    'This stamp duty is not 0.005 % of its purchase.',
    checks,
  );
}
