/** Money on a day, from the investor's side. */
export interface DatedAmount {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** INR; negative is put in, positive is taken out or still held. */
  readonly amount: number;
}

/** Flows by day, in the order of time, without the days on which nothing is left. */
export interface NetFlows {
  /** Years of 365 days since the first flow. */
  readonly years: Float64Array;
  /** INR, none of them zero. */
  readonly amounts: Float64Array;
  /** From the first flow to the last. */
  readonly span: number;
}

/** Of the money that moved on a day, what may be left of it when it cancels: the error of adding doubles. */
const ROUNDING = 1e-13;

/** Spreadsheets' XIRR counts years of 365 days, leap years or not (Actual/365 Fixed). */
export const DAYS_OF_A_YEAR = 365;

/** Adds up the flows of each day: a switch out and its switch in leave nothing of each other. */
export function netFlows(flows: readonly DatedAmount[]): NetFlows {
  const { days, sums, gross } = isInOrder(flows) ? addNeighbours(flows) : addByDay(flows);
  let count = 0;
  for (let index = 0; index < days.length; index += 1) {
    const sum = sums[index] ?? 0;
    if (Math.abs(sum) <= (gross[index] ?? 0) * ROUNDING) continue;
    days[count] = days[index] ?? 0;
    sums[count] = sum;
    count += 1;
  }
  const first = days[0] ?? 0;
  const years = days.subarray(0, count).map((day) => (day - first) / DAYS_OF_A_YEAR);
  return { years, amounts: sums.subarray(0, count), span: years[count - 1] ?? 0 };
}

/** Each day once, in the order of time. */
interface Sums {
  readonly days: Float64Array;
  readonly sums: Float64Array;
  /** Without signs. */
  readonly gross: Float64Array;
}

function isInOrder(flows: readonly DatedAmount[]): boolean {
  let previous = -Infinity;
  for (const { day } of flows) {
    if (day < previous) return false;
    previous = day;
  }
  return true;
}

function addNeighbours(flows: readonly DatedAmount[]): Sums {
  const days = new Float64Array(flows.length);
  const sums = new Float64Array(flows.length);
  const gross = new Float64Array(flows.length);
  let last = -1;
  for (const { day, amount } of flows) {
    if (last < 0 || days[last] !== day) last += 1;
    days[last] = day;
    sums[last] = (sums[last] ?? 0) + amount;
    gross[last] = (gross[last] ?? 0) + Math.abs(amount);
  }
  return { days: days.subarray(0, last + 1), sums, gross };
}

function addByDay(flows: readonly DatedAmount[]): Sums {
  const places = new Map<number, number>();
  const days = Float64Array.from(new Set(flows.map(({ day }) => day))).sort();
  for (const [place, day] of days.entries()) places.set(day, place);
  const sums = new Float64Array(days.length);
  const gross = new Float64Array(days.length);
  for (const { day, amount } of flows) {
    const place = places.get(day) ?? 0;
    sums[place] = (sums[place] ?? 0) + amount;
    gross[place] = (gross[place] ?? 0) + Math.abs(amount);
  }
  return { days, sums, gross };
}
