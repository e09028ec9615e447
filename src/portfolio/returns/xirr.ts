import { discount, signOf } from './discounting.ts';
import type { Discounted } from './discounting.ts';
import { isolateRates } from './isolateRates.ts';
import type { Bracket } from './isolateRates.ts';
import { netFlows } from './netFlows.ts';
import type { DatedAmount, NetFlows } from './netFlows.ts';

/**
 * Why there is no rate: no money moved; nothing went in or nothing came out; everything on one day; several rates fit; none
 * does between -99.99 % and 1,000,000 % a year.
 */
export type NoRate = 'no-flows' | 'one-sign' | 'one-day' | 'several' | 'none';

/** The rate of a year: 0.125 is 12.5 %. */
export type XirrResult =
  { readonly ok: true; readonly rate: number } | { readonly ok: false; readonly reason: NoRate };

const LOWEST = Math.log(1 - 0.9999);
const HIGHEST = Math.log(1 + 10_000);

/** A continuous rate is found when a step moves it by less; far below 1e-9 of the rate. */
const PRECISION = 1e-14;
/** Halving alone would come from the range to the precision in fewer. */
const MOST_STEPS = 100;

/**
 * The annual internal rate of return of dated flows, as spreadsheets' XIRR defines it: the rate at which the flows, discounted
 * by `(1 + rate) ^ ((day - first day) / 365)`, add up to zero. Flows may come in any order. Accurate to 1e-9 of the rate.
 *
 * With x = ln(1 + rate) the present value is out(x) - in(x), two sums of exponentials. Newton's method runs on
 * ln(out(x) / in(x)), which is nearly a straight line, and falls back on halving the bracket it moves in. A rate is given only
 * when it is proved to be the only one in the range: because the balance of the investment, carried on at that rate, never
 * changes its sign (C. S. Soper, "The Marginal Efficiency of Capital: A Further Note", Economic Journal, 1959), or else
 * because `isolateRates` finds no other.
 */
export function xirr(flows: readonly DatedAmount[]): XirrResult {
  const net = netFlows(flows);
  const obstacle = whyNoRate(net, flows);
  if (obstacle) return { ok: false, reason: obstacle };
  const range = { low: discount(net, LOWEST), high: discount(net, HIGHEST) };
  if (signOf(range.low) !== signOf(range.high)) {
    const x = solve(net, range);
    if (balanceKeepsSign(net, x)) return found(x);
  }
  const isolated = isolateRates(net, LOWEST, HIGHEST);
  if (typeof isolated === 'string') return { ok: false, reason: isolated };
  return found(solve(net, isolated));
}

function whyNoRate({ amounts }: NetFlows, flows: readonly DatedAmount[]): NoRate | null {
  if (amounts.some((amount) => amount > 0) && amounts.some((amount) => amount < 0)) return null;
  const moved = flows.filter(({ amount }) => amount !== 0);
  const first = moved[0];
  if (!first) return 'no-flows';
  if (moved.every(({ amount }) => amount < 0 === first.amount < 0)) return 'one-sign';
  if (moved.every(({ day }) => day === first.day)) return 'one-day';
  return amounts.length === 0 ? 'no-flows' : 'one-sign';
}

function found(x: number): XirrResult {
  const rate = Math.expm1(x);
  // Where the flows add up to zero, what is left of the rate is the error of doubles.
  return { ok: true, rate: Math.abs(rate) < PRECISION ? 0 : rate };
}

/** A continuous rate inside the bracket at which as much comes out as goes in. */
function solve(flows: NetFlows, { low, high }: Bracket): number {
  const signOfLow = signOf(low);
  let lowest = low.x;
  let highest = high.x;
  let x = lowest < 0 && highest > 0 ? 0 : (lowest + highest) / 2;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const here = discount(flows, x);
    const next = newtonStep(here);
    if (Math.abs(next - x) <= PRECISION * (1 + Math.abs(x))) return next;
    if (signOf(here) === signOfLow) lowest = x;
    else highest = x;
    x = next > lowest && next < highest ? next : (lowest + highest) / 2;
  }
  return x;
}

function newtonStep({ x, direction, out, in: into }: Discounted): number {
  const slope = direction * (out.first / out.sum - into.first / into.sum);
  return x - Math.log(out.sum / into.sum) / slope;
}

/**
 * Whether the balance, carried on at the rate, stays on one side of zero until the last flow settles it: then money was lent in
 * one direction only, and no other rate settles it. A balance too near to zero to tell its side proves nothing, because a high
 * rate can make much of it later.
 */
function balanceKeepsSign({ years, amounts }: NetFlows, x: number): boolean {
  let balance = 0;
  let gross = 0;
  let previous = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let index = 0; index < amounts.length - 1; index += 1) {
    const year = years[index] ?? 0;
    const amount = amounts[index] ?? 0;
    const growth = Math.exp(x * (year - previous));
    balance = balance * growth + amount;
    gross = gross * growth + Math.abs(amount);
    previous = year;
    lowest = Math.min(lowest, balance / gross);
    highest = Math.max(highest, balance / gross);
  }
  return lowest > ROUNDING || highest < -ROUNDING;
}

/** Of all the money that moved, how much of a balance may be the error of doubles. */
const ROUNDING = 1e-12;
