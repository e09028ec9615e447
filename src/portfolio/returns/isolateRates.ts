import { discount, PIVOT, signOf } from './discounting.ts';
import type { Discounted } from './discounting.ts';
import type { NetFlows } from './netFlows.ts';

/** Two continuous rates at which the present value has opposite signs. */
export interface Bracket {
  readonly low: Discounted;
  readonly high: Discounted;
}

/** Continuous rates nearer than this are not told apart. */
const CLOSEST = 1e-9;

/** Real flows take some dozens. Invented ones that cancel from day to day take hundreds, and are given up in time. */
const MOST_INTERVALS = 1000;
const MOST_TERMS = 3_000_000;

/**
 * Looks for every rate between two, and proves what it finds. Intervals are halved until it is known that the present value
 * keeps its sign, or that it only rises or only falls: what came out and what went in are convex in the continuous rate, and
 * so are their moments; each lies above its tangents and below its chords, which bounds the difference of two of them from the
 * ends of an interval. The answer is a bracket around the only rate; `several` stands also for a rate that fits twice, and for
 * flows that cancel so often that their rates cannot be told apart.
 */
export function isolateRates(
  flows: NetFlows,
  from: number,
  to: number,
): Bracket | 'none' | 'several' {
  let found: Bracket | null = null;
  const open: Bracket[] = [
    { low: discount(flows, PIVOT), high: discount(flows, to) },
    { low: discount(flows, from), high: discount(flows, PIVOT, 'last-day') },
  ];
  const most = Math.min(MOST_INTERVALS, MOST_TERMS / flows.amounts.length);
  let intervals = 0;
  for (let interval = open.pop(); interval; interval = open.pop()) {
    const { low, high } = interval;
    intervals += 1;
    if (differenceKeepsSign('sum', interval)) continue;
    if (differenceKeepsSign('first', interval)) {
      if (signOf(low) === signOf(high)) continue;
      if (found) return 'several';
      found = interval;
    } else {
      if (high.x - low.x < CLOSEST || intervals > most) return 'several';
      const middle = discount(flows, (low.x + high.x) / 2);
      open.push({ low: middle, high }, { low, high: middle });
    }
  }
  return found ?? 'none';
}

/** Whether one of money out and money in is the larger one all through the interval; of their first moments, likewise. */
function differenceKeepsSign(moment: 'sum' | 'first', interval: Bracket): boolean {
  const out = convex(moment, 'out', interval);
  const into = convex(moment, 'in', interval);
  return staysAbove(out, into, interval) || staysAbove(into, out, interval);
}

/** A convex function at the ends of an interval. */
interface Convex {
  readonly low: number;
  readonly lowSlope: number;
  readonly high: number;
  readonly highSlope: number;
}

function convex(moment: 'sum' | 'first', side: 'out' | 'in', { low, high }: Bracket): Convex {
  const slope = moment === 'sum' ? 'first' : 'second';
  return {
    low: low[side][moment],
    lowSlope: low.direction * low[side][slope],
    high: high[side][moment],
    highSlope: low.direction * high[side][slope],
  };
}

/** Whether `upper`, by its tangents at both ends, is above the chord of `lower` all through the interval. */
function staysAbove(upper: Convex, lower: Convex, { low, high }: Bracket): boolean {
  if (!isAbove(upper.low, lower.low) || !isAbove(upper.high, lower.high)) return false;
  const width = high.x - low.x;
  const bend = upper.highSlope - upper.lowSlope;
  if (bend <= 0) return true;
  const crossing = (upper.low - upper.high + upper.highSlope * width) / bend;
  if (crossing <= 0 || crossing >= width) return true;
  const tangents = upper.low + upper.lowSlope * crossing;
  const chord = lower.low + ((lower.high - lower.low) * crossing) / width;
  return isAbove(tangents, chord);
}

/** By more than the error of adding doubles. */
function isAbove(one: number, other: number): boolean {
  return one - other > ROUNDING * (Math.abs(one) + Math.abs(other));
}

const ROUNDING = 1e-13;
