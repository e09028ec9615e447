import type { Decimal } from '../../portfolio/decimal.ts';
import type { Printed } from '../statement.ts';
import { HALF_PAISA, HALF_UNIT, lastDigit, tenTo } from './rounding.ts';

/** Units x price = amount, with how far the printed amount is from the product, and how far it may be. */
export interface Product {
  readonly units: Printed;
  readonly price: Printed;
  readonly amount: Printed;
  readonly off: Decimal;
  readonly slack: Decimal;
}

/**
 * The figures that a product confirms to their last digit. A check that holds with 700.12 and would hold with 700.13, too, says
 * nothing of that digit. So a figure counts as confirmed only where its neighbour would break what holds: that the product is the
 * amount, rounded to paise; or that the units are those that the amount buys, rounded to three decimals; or the check itself.
 */
export function agreeingInProduct({ units, price, amount, off, slack }: Product): Printed[] {
  const perUnit = price.value.abs();
  const room = [HALF_PAISA, HALF_UNIT.times(perUnit)].find((each) => isAtMost(off, each)) ?? slack;
  const left = room.plus(off);
  return [
    ...(breaks(lastDigit(units.value).times(perUnit), left) ? [units] : []),
    ...(breaks(lastDigit(price.value).times(units.value.abs()), left) ? [price] : []),
    ...(breaks(lastDigit(amount.value), left) ? [amount] : []),
  ];
}

/** Sums that people pay are round: of all that a product leaves open, how far from it, only one has so many zeros. */
export function isOnlyRoundSum(sum: Decimal, left: Decimal): boolean {
  const digits = sum.abs().trimmed(0);
  if (digits.scale > 0) return false;
  const [zeros = ''] = /0*$/.exec(digits.toString()) ?? [];
  return breaks(tenTo(zeros.length), left);
}

function breaks(step: Decimal, left: Decimal): boolean {
  return step.compare(left) > 0;
}

function isAtMost(one: Decimal, other: Decimal): boolean {
  return one.compare(other) <= 0;
}
