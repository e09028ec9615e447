import { Decimal } from '../../portfolio/decimal.ts';
import type { PrintedScheme, PrintedTransaction } from '../statement.ts';
import { isNear } from './checkResult.ts';
import type { Checks } from './checkResult.ts';
import { PAISA } from './rounding.ts';
import { withTax } from './taxRows.ts';
import { expectUsual } from './usual.ts';

/** Securities transaction tax on what is redeemed of an equity fund: 0.001 % since 1 June 2013 (Finance Act 2013). */
const RATE = Decimal.parse('0.00001') ?? Decimal.zero;
/** On less, INR, the tax can be rounded away. */
const LEAST = Decimal.fromInteger(1000);

/** Which redemptions are taxed depends on the fund; a few say less than they do of stamp duty. */
const FEWEST = 4;

/**
 * Rows of STT change no balance, so no sum misses one that is gone. But a scheme that pays it, pays it each time.
 */
export function checkStt(schemes: readonly PrintedScheme[], checks: Checks): void {
  for (const isOut of [isRedemption, isSwitch]) {
    const sold = withTax(schemes, 'STT_TAX', isOut)
      .filter((rows) => rows.some(({ tax }) => tax !== null))
      .flat();
    expectUsual(
      sold.map(({ row, tax }) => ({ holds: tax !== null, place: row.place })),
      'stt',
      'Other redemptions have a row of STT; this one has none.',
      checks,
      FEWEST,
    );
  }
  checkRates(schemes, checks);
}

function isRedemption({ type, description, amount }: PrintedTransaction): boolean {
  const named = /^redemption|withdrawal|^swp/i.test(description.replace(/\s+/g, ''));
  return type === 'REDEMPTION' && named && isMuch(amount?.value);
}

function isSwitch({ type, amount }: PrintedTransaction): boolean {
  return type === 'SWITCH_OUT' && isMuch(amount?.value);
}

function isMuch(amount: Decimal | undefined): boolean {
  return amount !== undefined && amount.abs().compare(LEAST) >= 0;
}

function checkRates(schemes: readonly PrintedScheme[], checks: Checks): void {
  const sold = withTax(schemes, 'STT_TAX', (row) => isRedemption(row) || isSwitch(row)).flat();
  const instances = sold.flatMap(({ row, tax }) => {
    if (!tax?.amount || !row.amount) return [];
    const holds = isNear(row.amount.value.abs().times(RATE), tax.amount.value.abs(), PAISA);
    return [{ holds, place: tax.place, agreeing: [tax.amount] }];
  });
  expectUsual(instances, 'stt-rate', 'This STT is not 0.001 % of its redemption.', checks);
}
