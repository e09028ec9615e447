import type { Place } from '../layout/line.ts';
import type { Printed } from '../statement.ts';
import type { Checks } from './checkResult.ts';

/** One of several alike: whether it is as a rule says. */
export interface Instance {
  readonly holds: boolean;
  readonly place: Place;
  /** What it confirms where it holds. */
  readonly agreeing?: readonly (Printed | null)[];
}

/** How many must hold before one that does not counts as odd, and how many that do not are too many for that. */
const FEWEST = 3;
const ODD_SHARE = 0.1;

/**
 * Some rules hold in most statements and in others not at all, as issuers differ. Where nearly all instances hold, one that
 * does not is odd; where several do not, nothing is said.
 */
export function expectUsual(
  instances: readonly Instance[],
  code: string,
  message: string,
  checks: Checks,
  fewest = FEWEST,
): void {
  if (!isUsual(instances, fewest)) return;
  for (const { holds, place, agreeing } of instances) {
    checks.expect(holds, code, message, place, agreeing);
  }
}

/** Whether nearly all instances hold, and enough of them. */
export function isUsual(instances: readonly Instance[], fewest = FEWEST): boolean {
  const holding = instances.filter(({ holds }) => holds).length;
  const odd = instances.length - holding;
  return holding >= fewest && odd <= Math.max(1, instances.length * ODD_SHARE);
}
