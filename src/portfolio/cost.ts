import type { Decimal } from './decimal.ts';
import type { Scheme } from './model.ts';
import type { Position } from './positions.ts';

/** What was paid for a scheme, INR: as printed or, where only the gain is, value less gain. */
export function costOfScheme({ cost, value, gain }: Scheme): Decimal | null {
  if (cost || !value || !gain) return cost;
  const paid = value.minus(gain);
  // Nobody was paid for what they hold: then one of the two is not what it seems.
  return paid.sign < 0 ? null : paid;
}

/** Whether the cost is value less gain and not what the statement prints. */
export function isCostComputed({ cost, source }: Pick<Position, 'cost' | 'source'>): boolean {
  return cost !== null && source.of === 'scheme' && source.scheme.cost === null;
}
