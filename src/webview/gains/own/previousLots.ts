import { UNITS_TOLERANCE, within } from '../../../portfolio/checks/tolerance.ts';
import { parseDay } from '../../../portfolio/days.ts';
import { Decimal } from '../../../portfolio/decimal.ts';
import { AMOUNT, readPositive, readTyped, UNITS } from '../../../portfolio/facts/typed.ts';

/** A purchase of the previous owner, as it is typed. */
export interface TypedLot {
  readonly acquired: string;
  readonly units: string;
  readonly cost: string;
}

/** What is wrong with what was typed. */
export type LotsFault = 'day' | 'units' | 'cost' | 'sum';

export type ReadLots =
  | { readonly ok: true; readonly lots: TypedLot[] }
  | { readonly ok: false; readonly fault: LotsFault };

/**
 * Reads what the previous owner had bought.
 * @param units how many came
 * @param received ISO date on which they did
 */
export function readLots(typed: readonly TypedLot[], units: Decimal, received: string): ReadLots {
  const lots: TypedLot[] = [];
  for (const { acquired, units: some, cost } of typed) {
    if (parseDay(acquired) === null || acquired > received) return { ok: false, fault: 'day' };
    const of = readPositive(some, UNITS);
    if (of === null) return { ok: false, fault: 'units' };
    const paid = readTyped(cost, AMOUNT);
    if (paid === null) return { ok: false, fault: 'cost' };
    lots.push({ acquired, units: of, cost: paid });
  }
  const all = Decimal.sum(lots.map((lot) => Decimal.parse(lot.units) ?? Decimal.zero));
  return within(UNITS_TOLERANCE, all, units) ? { ok: true, lots } : { ok: false, fault: 'sum' };
}
