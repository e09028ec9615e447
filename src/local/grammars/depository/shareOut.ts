import type { Decimal } from '../../../portfolio/decimal.ts';
import { PAISA } from '../../checks/rounding.ts';

/** More folios than these are shared out in the order they are printed, or not at all. */
const MOST = 16;

/**
 * Shares amounts out so that they add up to the totals wanted: in one run after another if that is possible in one way only, else in any
 * order if that is.
 * @returns for each amount the index of its total; null when there is no way, or more than one
 */
export function shareOut(
  amounts: readonly Decimal[],
  totals: readonly Decimal[],
): readonly number[] | null {
  const inRuns = ways(amounts, totals, true);
  if (inRuns.length > 0) return inRuns.length === 1 ? (inRuns[0] ?? null) : null;
  if (amounts.length > MOST) return null;
  const any = ways(amounts, totals, false);
  return any.length === 1 ? (any[0] ?? null) : null;
}

/** At most two ways: whether there is a second is all that matters. */
function ways(
  amounts: readonly Decimal[],
  totals: readonly Decimal[],
  inRuns: boolean,
): number[][] {
  const found: number[][] = [];
  const taken: number[] = [];
  const left = [...totals];
  const go = (): void => {
    if (found.length > 1) return;
    const amount = amounts[taken.length];
    if (amount === undefined) {
      if (left.every((rest) => rest.abs().compare(PAISA) <= 0)) found.push([...taken]);
      return;
    }
    left.forEach((rest, index) => {
      const isBack = inRuns && taken.includes(index) && taken.at(-1) !== index;
      if (isBack || rest.minus(amount).plus(PAISA).sign < 0) return;
      left[index] = rest.minus(amount);
      taken.push(index);
      go();
      taken.pop();
      left[index] = rest;
    });
  };
  go();
  return found;
}
