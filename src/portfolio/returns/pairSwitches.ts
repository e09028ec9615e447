import { Decimal } from '../decimal.ts';
import type { Folio } from '../model.ts';
import type { CashFlow } from './cashFlows.ts';
import type { MoneyMoved } from './periodMoney.ts';

/** One side of a switch or merger. */
export interface SwitchLeg extends CashFlow {
  readonly folio: Folio;
}

export interface Switches {
  /** What left one scheme for another, INR: to be taken off the money put in and off the money taken out. */
  readonly within: Decimal;
  /** The amounts of all legs whose other leg is not among them, INR. */
  readonly unpaired: Decimal;
}

/** Money of a sale is there days later, and is then bought with. */
const MOST_DAYS = 7;

const ONE_RUPEE = Decimal.fromInteger(1);
const THOUSAND = Decimal.fromInteger(1000);

/**
 * Finds the money that only went from one scheme to another: a leg out, and one in of the same AMC, on that day or up to a week
 * later, whose amounts agree but for charges and rounding. That difference stays: it was paid.
 */
export function pairSwitches(legs: readonly SwitchLeg[]): Switches {
  let within = Decimal.zero;
  let unpaired = Decimal.zero;
  for (const some of Map.groupBy(legs, houseOf).values()) {
    const waiting: CashFlow[] = [];
    for (const leg of inOrder(some)) {
      while (waiting[0] && leg.day - waiting[0].day > MOST_DAYS)
        unpaired = unpaired.plus(waiting.shift()?.amount ?? Decimal.zero);
      if (leg.amount.sign > 0) {
        waiting.push(leg);
        continue;
      }
      const cameIn = leg.amount.negated();
      const place = waiting.findIndex((out) => belongTogether(out.amount, cameIn));
      const [source] = place === -1 ? [] : waiting.splice(place, 1);
      if (!source) unpaired = unpaired.plus(cameIn);
      else within = within.plus(cameIn.compare(source.amount) < 0 ? cameIn : source.amount);
    }
    unpaired = waiting.reduce((sum, { amount }) => sum.plus(amount), unpaired);
  }
  return { within, unpaired };
}

/** Money moved, without what only went from one scheme to another. */
export function withoutSwitches({ putIn, takenOut }: MoneyMoved, { within }: Switches): MoneyMoved {
  return { putIn: putIn.minus(within), takenOut: takenOut.minus(within) };
}

/** A folio number is unique for one AMC only; without the AMC, it is all there is. */
function houseOf({ folio: { amc, folioNumber } }: SwitchLeg): string {
  return JSON.stringify([amc?.trim().toUpperCase() ?? [folioNumber]]);
}

/** By day; on one day, out before in. */
function inOrder(legs: readonly SwitchLeg[]): SwitchLeg[] {
  return legs.toSorted((one, other) => one.day - other.day || other.amount.sign - one.amount.sign);
}

function belongTogether(wentOut: Decimal, cameIn: Decimal): boolean {
  const difference = wentOut.minus(cameIn).abs();
  return difference.compare(ONE_RUPEE) <= 0 || difference.times(THOUSAND).compare(wentOut) <= 0;
}
