import { parseDay } from '../../days.ts';
import type { Decimal } from '../../decimal.ts';
import type { Lot } from '../../lots/lot.ts';
import type { LotStep } from '../../lots/lotQueue.ts';

/** Units of a lot that come and go together: sold in parts, a lot is so many of them, each with its own share of the cost. */
export interface LotPart {
  readonly units: Decimal;
  /** INR. */
  readonly cost: Decimal;
  /** Days since 1970-01-01: the day on which they came where the statement does not say when they were acquired. */
  readonly acquired: number;
}

/** What a movement did with lots, in parts of known cost. */
export interface PartStep {
  readonly came: readonly LotPart[];
  readonly went: readonly LotPart[];
}

interface Arrival {
  readonly acquired: number;
  readonly parts: LotPart[];
  units: Decimal;
  cost: Decimal;
}

/**
 * The lots of known cost of each step as the parts in which they go later, so that each part goes at exactly the cost at which it
 * came, to the paisa. Steps take the lots in the order in which they came.
 *
 * @param dayOf the day of a step
 */
export function partSteps(
  steps: readonly LotStep[],
  dayOf: (step: LotStep) => number,
): readonly PartStep[] {
  const open: Arrival[] = [];
  let used = 0;
  const inParts = steps.map((step) => {
    const went = known(step.went).map(({ units, cost }) => {
      const arrival = open[used];
      if (!arrival) throw new RangeError('More lots went than came');
      const part = { units, cost, acquired: arrival.acquired };
      arrival.parts.push(part);
      arrival.units = arrival.units.minus(units);
      arrival.cost = arrival.cost.minus(cost);
      if (arrival.units.sign === 0) used += 1;
      return part;
    });
    const came = known(step.came).map(({ units, cost, acquired }): Arrival => {
      return { acquired: parseDay(acquired) ?? dayOf(step), parts: [], units, cost };
    });
    open.push(...came);
    return { came, went };
  });
  for (const { acquired, parts, units, cost } of open.slice(used))
    parts.push({ units, cost, acquired });
  return inParts.map(({ came, went }) => ({ came: came.flatMap(({ parts }) => parts), went }));
}

interface KnownLot extends Lot {
  readonly cost: Decimal;
}

function known(lots: readonly Lot[]): KnownLot[] {
  return lots.flatMap((lot) => (lot.cost ? [{ ...lot, cost: lot.cost }] : []));
}
