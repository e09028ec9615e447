import { Decimal } from '../../portfolio/decimal.ts';

const FIVE = Decimal.fromInteger(5);
const ONE = Decimal.fromInteger(1);
export const PAISA = Decimal.parse('0.01') ?? Decimal.zero;
export const HALF_PAISA = halfDigit(PAISA);

/** Half of the last digit that a number was printed with: how far it can be from what was rounded. */
export function halfDigit(value: Decimal): Decimal {
  return FIVE.dividedBy(tenTo(value.scale + 1), value.scale + 1);
}

/** One in the last decimal that a number was printed with. */
export function lastDigit(value: Decimal): Decimal {
  return ONE.dividedBy(tenTo(value.scale), value.scale);
}

/** A power of ten. */
export function tenTo(power: number): Decimal {
  return Decimal.fromInteger(10n ** BigInt(power));
}

/** Units are allotted to three decimals, however many are printed. */
export const HALF_UNIT = Decimal.parse('0.0005') ?? Decimal.zero;

/** How far the product of two printed numbers can be from a printed amount, when both were rounded to what is printed. */
export function productSlack(units: Decimal, price: Decimal): Decimal {
  const ofUnits = units.scale > 3 ? HALF_UNIT : halfDigit(units);
  return ofUnits.times(price.abs()).plus(halfDigit(price).times(units.abs())).plus(PAISA);
}

/** The same where the units are exact, as balances are, and only the price may have been rounded. */
export function priceSlack(units: Decimal, price: Decimal): Decimal {
  return price.scale >= 4 ? PAISA : halfDigit(price).times(units.abs()).plus(PAISA);
}

/** Whether a number can be one of units: with more than three decimals printed, those behind the third are zeros. */
export function canBeUnits(value: Decimal): boolean {
  return value.scale <= 3 || value.equals(value.round(3));
}
