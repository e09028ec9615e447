import { Decimal } from '../portfolio/decimal.ts';
import { formatUnits } from '../portfolio/format.ts';

const HUNDRED = Decimal.fromInteger(100);

/**
 * Credits as a whole number of hundredths, the only form in which they are added: 0.1 + 0.2 as doubles is not 0.3. The service
 * charges in steps of 0.05 at the finest; anything finer is noise of its own doubles and is rounded away.
 */
export function hundredths(credits: number): number {
  return Math.round(credits * 100);
}

/** `125` as `1.25`, `20` as `0.2`: plain digits for a machine. */
export function printCredits(inHundredths: number): string {
  return decimal(inHundredths).toString();
}

/** `12345625` as `1,23,456.25`: for a person, with at least `decimals` decimals. */
export function formatCredits(inHundredths: number, decimals = 0): string {
  return formatUnits(decimal(inHundredths), decimals);
}

/** The decimals in which a column of such figures lines up. */
export function creditDecimals(column: readonly number[]): number {
  return column.reduce((most, figure) => Math.max(most, decimal(figure).scale), 0);
}

function decimal(inHundredths: number): Decimal {
  return Decimal.fromInteger(inHundredths).dividedBy(HUNDRED, 2).trimmed(0);
}
