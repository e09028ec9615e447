import type { Rounding } from './rounding.ts';

/**
 * An exact whole number of any size: a number if that is a safe integer, which is many times faster, otherwise a BigInt. So each
 * has one form only, and there is no -0. Rounding to a double takes no result past a limit: one that is safe was exact.
 */
export type WholeNumber = number | bigint;

/** The form of a BigInt that it has here. */
export function wholeNumber(value: bigint): WholeNumber {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

export function sum(one: WholeNumber, other: WholeNumber): WholeNumber {
  if (typeof one === 'number' && typeof other === 'number') {
    const total = one + other;
    if (Number.isSafeInteger(total)) return total;
  }
  return wholeNumber(BigInt(one) + BigInt(other));
}

export function product(one: WholeNumber, other: WholeNumber): WholeNumber {
  if (typeof one === 'number' && typeof other === 'number') {
    const total = one * other;
    if (Number.isSafeInteger(total)) return withoutSign(total);
  }
  return wholeNumber(BigInt(one) * BigInt(other));
}

export function negative(value: WholeNumber): WholeNumber {
  return typeof value === 'number' ? 0 - value : -value;
}

/** Multiplied by ten to the power of `power`, which is not negative. */
export function timesTenTo(power: number, value: WholeNumber): WholeNumber {
  if (power === 0) return value;
  const factor = POWERS_OF_TEN[power] ?? 10n ** BigInt(power);
  return product(value, factor);
}

/** A tenth, if that is whole. */
export function tenthOf(value: WholeNumber): WholeNumber | null {
  if (typeof value === 'number') return value % 10 === 0 ? value / 10 : null;
  return value % 10n === 0n ? wholeNumber(value / 10n) : null;
}

/** The quotient rounded to a whole number. Throws a RangeError when `divisor` is zero. */
export function roundedQuotient(
  dividend: WholeNumber,
  divisor: WholeNumber,
  rounding: Rounding,
): WholeNumber {
  if (typeof dividend === 'number' && typeof divisor === 'number') {
    return quotientOfNumbers(dividend, divisor, rounding);
  }
  const [over, under] = [BigInt(dividend), BigInt(divisor)];
  const quotient = over / under;
  const twiceRest = magnitude((over % under) * 2n);
  const whole = magnitude(under);
  const tieGoesAway = rounding === 'half-up' || quotient % 2n !== 0n;
  if (twiceRest < whole || (twiceRest === whole && !tieGoesAway)) return wholeNumber(quotient);
  return wholeNumber(over < 0n === under < 0n ? quotient + 1n : quotient - 1n);
}

/** All steps are exact: the rest of safe integers is one, and so is what is left of the dividend without it. */
function quotientOfNumbers(dividend: number, divisor: number, rounding: Rounding): number {
  if (divisor === 0) throw new RangeError('Division by zero');
  const rest = dividend % divisor;
  const quotient = withoutSign((dividend - rest) / divisor);
  const twiceRest = Math.abs(rest) * 2;
  const whole = Math.abs(divisor);
  const tieGoesAway = rounding === 'half-up' || quotient % 2 !== 0;
  if (twiceRest < whole || (twiceRest === whole && !tieGoesAway)) return quotient;
  return dividend < 0 === divisor < 0 ? quotient + 1 : quotient - 1;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Zero for -0, which only BigInt does not know. */
function withoutSign(value: number): number {
  return value + 0;
}

/** Those that are safe integers. */
export const POWERS_OF_TEN: readonly number[] = Array.from({ length: 16 }, (_, power) =>
  Number(`1e${power}`),
);
