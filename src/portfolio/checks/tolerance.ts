import { Decimal } from '../decimal.ts';

/** Units: statements print at least three decimals, and sums of them are exact. */
export const UNITS_TOLERANCE = decimal('0.001');

/** Percent: two decimals are printed, rounded or cut off. */
export const PERCENT_TOLERANCE = decimal('0.01');

/** Trailing zeros do not survive in JSON; statements print units with three decimals or more, prices with two or more. */
const LEAST_PLACES = { units: 3, price: 2 } as const;

const HALF_A_PAISA = decimal('0.005');

/** Whether two figures are the same but for at most `tolerance`. */
export function within(tolerance: Decimal, one: Decimal, other: Decimal): boolean {
  // Nearly all figures agree exactly, and this is asked for each transaction.
  if (one.equals(other)) return true;
  return one.minus(other).abs().compare(tolerance) <= 0;
}

/** Whether two amounts in INR are the same; what a double adds beyond the paisa is no difference. */
export function sameToThePaisa(one: Decimal, other: Decimal): boolean {
  return one.round(2).equals(other.round(2));
}

/**
 * How far units x price may be from the printed value in INR when nothing but rounding is wrong: half a unit of the last printed
 * digit of each factor times the other one, the product of both halves, and half a paisa for the value itself.
 */
export function roundingOfValue(units: Decimal, price: Decimal): Decimal {
  const unitsError = halfDigit(Math.max(units.scale, LEAST_PLACES.units));
  const priceError = halfDigit(Math.max(price.scale, LEAST_PLACES.price));
  return units
    .abs()
    .times(priceError)
    .plus(price.abs().times(unitsError))
    .plus(unitsError.times(priceError))
    .plus(HALF_A_PAISA);
}

/** Half a unit of the last of so many decimals. */
function halfDigit(places: number): Decimal {
  return HALVES[places] ?? halfDigitOf(places);
}

// As many decimals as statements print, so that two divisions for each holding are saved.
const HALVES = Array.from({ length: 7 }, (_, places) => halfDigitOf(places));

function halfDigitOf(places: number): Decimal {
  const scale = Decimal.fromInteger(10n ** BigInt(places + 1));
  return Decimal.fromInteger(5).dividedBy(scale, places + 1);
}

function decimal(numeral: string): Decimal {
  const parsed = Decimal.parse(numeral);
  if (!parsed) throw new RangeError(`${numeral} is not a numeral`);
  return parsed;
}
