import { Decimal } from '../../portfolio/decimal.ts';
import type { Printed } from '../statement.ts';
import { isNear } from './checkResult.ts';

type Figures = readonly (Printed | null)[];

/** Whether parts give the total, as far as the total's last printed digit goes. */
export function addsUp(parts: Figures, total: Printed): boolean {
  const sum = Decimal.sum(parts.flatMap((part) => (part ? [part.value] : [])));
  const slack = total.value.scale >= 2 ? Decimal.zero : Decimal.fromInteger(1);
  return isNear(sum, total.value, slack);
}

/** What a total confirms that its parts add up to: a total of nothing confirms nothing. */
export function withParts(parts: Figures, total: Printed): Figures {
  return parts.some((part) => part !== null) ? [...parts, total] : [];
}
