import assert from 'node:assert/strict';
import { parseDay } from '../../../../src/portfolio/days.ts';
import type { DatedAmount } from '../../../../src/portfolio/returns/netFlows.ts';
import { xirr } from '../../../../src/portfolio/returns/xirr.ts';

/** Flows from ISO dates and amounts. */
export function dated(flows: readonly (readonly [string, number])[]): DatedAmount[] {
  return flows.map(([date, amount]) => ({ day: parseDay(date) ?? NaN, amount }));
}

/** The rate of flows that must have one. */
export function rateOf(flows: readonly DatedAmount[]): number {
  const result = xirr(flows);
  assert.ok(result.ok, result.ok ? '' : result.reason);
  return result.rate;
}

export function assertNear(actual: number, expected: number, error: number): void {
  assert.ok(Math.abs(actual - expected) <= error, `${actual} is not ${expected}`);
}

/** On the first day of `all`, or the last one for a negative rate. */
export function presentValue(
  flows: readonly DatedAmount[],
  rate: number,
  all: readonly DatedAmount[] = flows,
): number {
  const days = all.map(({ day }) => day);
  const origin = rate < 0 ? Math.max(...days) : Math.min(...days);
  return flows.reduce(
    (sum, { day, amount }) => sum + amount / (1 + rate) ** ((day - origin) / 365),
    0,
  );
}
