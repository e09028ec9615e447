import { Decimal } from '../../portfolio/decimal.ts';
import type { PrintedScheme, PrintedTransaction } from '../statement.ts';
import type { Checks } from './checkResult.ts';
import { HALF_PAISA, PAISA } from './rounding.ts';
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

/** Whether a row takes units out of a fund as what pays STT does, where the fund holds shares. */
export function owesStt(row: PrintedTransaction): boolean {
  return isRedemption(row) || isSwitch(row);
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
  const sold = withTax(schemes, 'STT_TAX', owesStt).flat();
  const instances = sold.flatMap(({ row, tax }) => {
    if (!tax?.amount || !row.amount) return [];
    const off = row.amount.value.abs().times(RATE).minus(tax.amount.value.abs()).abs();
    if (off.compare(HALF_PAISA) <= 0) checks.found.confirm([tax.amount]);
    return [{ holds: off.compare(PAISA) <= 0, place: tax.place }];
  });
  expectUsual(instances, 'stt-rate', 'This STT is not 0.001 % of its redemption.', checks);
}
