import type { Decimal } from './decimal.ts';
import type { Scheme } from './model.ts';

/** What was paid for a scheme, INR: as printed or, where only the gain is, value less gain. */
export function costOfScheme({ cost, value, gain }: Scheme): Decimal | null {
  if (cost || !value || !gain) return cost;
  const paid = value.minus(gain);
  // Nobody was paid for what they hold: then one of the two is not what it seems.
  return paid.sign < 0 ? null : paid;
}
