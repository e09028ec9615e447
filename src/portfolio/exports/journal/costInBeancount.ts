import { Decimal } from '../../decimal.ts';
import type { Rounding } from '../../rounding.ts';

/** Beancount counts in Python's decimals, of so many digits, half to even. */
const DIGITS = 28;
const ROUNDING: Rounding = 'half-even';
const MOST_PLACES = 24;

/**
 * What a lot cost, INR, so that Beancount's own product of units and cost per unit is no less: bean-query cuts figures off where it
 * should round them, and would show a paisa too little. Mostly the cost as it is, otherwise with the smallest sum added that is
 * enough, far below any paisa.
 */
export function costInBeancount(cost: Decimal, units: Decimal): Decimal {
  if (cost.sign === 0) return cost;
  for (let places = MOST_PLACES; places > cost.scale + 2; places -= 1) {
    // It rounds the cost itself, too, before it divides.
    const written = inDigits(places === MOST_PLACES ? cost : cost.plus(smallest(places)));
    const perUnit = inDigits(written.dividedBy(units, 3 * DIGITS, ROUNDING));
    if (inDigits(perUnit.times(units)).compare(cost) >= 0) return written;
  }
  return cost;
}

/** Ten to the power of `-places`. */
function smallest(places: number): Decimal {
  return Decimal.fromInteger(1).dividedBy(Decimal.fromInteger(10n ** BigInt(places)), places);
}

function inDigits(figure: Decimal): Decimal {
  const beforePoint = figure.abs().digits.toString().length - figure.scale;
  const places = Math.max(0, DIGITS - beforePoint);
  return places < figure.scale ? figure.round(places, ROUNDING) : figure;
}
