import type { NetFlows } from './netFlows.ts';

/** What came out and what went in, discounted at one rate. */
export interface Discounted {
  /** The continuous rate: ln(1 + rate). */
  readonly x: number;
  /** How the weight of money that is far away changes with the rate: it grows seen from the last day, else it shrinks. */
  readonly direction: 1 | -1;
  readonly out: Moments;
  readonly in: Moments;
}

/** Sums of the positive terms amount * weight * distance^k, with the distance in years from the day it is seen from. */
export interface Moments {
  /** k = 0, INR. */
  readonly sum: number;
  /** k = 1. */
  readonly first: number;
  /** k = 2. */
  readonly second: number;
}

/**
 * Below this continuous rate flows are seen from the last day, above it from the first, so that no weight is large: doubles
 * hold them over centuries. It is a number that no rate is likely to be.
 */
export const PIVOT = 0.012345678912345;

/** The flows discounted at the continuous rate `x`: one `exp` for each. */
export function discount(
  { years, amounts, span }: NetFlows,
  x: number,
  seenFrom: 'first-day' | 'last-day' = x < PIVOT ? 'last-day' : 'first-day',
): Discounted {
  const direction = seenFrom === 'last-day' ? 1 : -1;
  const origin = seenFrom === 'last-day' ? span : 0;
  const out = { sum: 0, first: 0, second: 0 };
  const into = { sum: 0, first: 0, second: 0 };
  for (let index = 0; index < amounts.length; index += 1) {
    const amount = amounts[index] ?? 0;
    const distance = (origin - (years[index] ?? 0)) * direction;
    const weighed = Math.abs(amount) * Math.exp(x * distance * direction);
    const side = amount > 0 ? out : into;
    side.sum += weighed;
    side.first += weighed * distance;
    side.second += weighed * distance * distance;
  }
  return { x, direction, out, in: into };
}

/** The sign of the present value: 1 when more comes out than goes in, otherwise -1. */
export function signOf({ out, in: into }: Discounted): 1 | -1 {
  return out.sum > into.sum ? 1 : -1;
}
