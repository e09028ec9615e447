import { Decimal } from './decimal.ts';

/** `part` in percent of `whole`, rounded half up; null unless `whole` is positive. */
export function percentOf(part: Decimal, whole: Decimal, places: number): Decimal | null {
  if (whole.sign <= 0) return null;
  return part.times(Decimal.fromInteger(100)).dividedBy(whole, places);
}
