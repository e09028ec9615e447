import type { Place } from '../layout/line.ts';
import { isinIsValid } from '../../portfolio/isin.ts';
import type { Checks } from './checkResult.ts';

/** An ISIN against its own check digit. */
export function checkIsin(
  owner: { readonly place: Place },
  isin: string | null,
  checks: Checks,
): void {
  if (isin === null) return;
  const isValid = isinIsValid(isin);
  checks.expect(isValid, 'isin-check-digit', 'The check digit of this ISIN is wrong.', owner.place);
  if (isValid) checks.found.confirmField(owner, 'isin');
}
