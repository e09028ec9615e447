import { UNITS_TOLERANCE } from '../checks/tolerance.ts';
import type { Decimal } from '../decimal.ts';
import { splitLot } from './lot.ts';
import type { Lot } from './lot.ts';
import type { Movement } from './movement.ts';

/** What a movement did with the lots of a scheme. A lot whose cost changed went and came again, with its new one. */
export interface LotStep {
  /** Null for what was there before the first one. */
  readonly movement: Movement | null;
  readonly came: readonly Lot[];
  readonly went: readonly Lot[];
}

/** A step while it is under way. */
interface Step extends LotStep {
  readonly came: Lot[];
  readonly went: Lot[];
}

/** The open lots of a scheme in the order in which they came into it. */
export class LotQueue {
  readonly #lots: Lot[] = [];
  #step: Step = { movement: null, came: [], went: [] };
  readonly #steps: Step[] = [this.#step];
  /** How many lots at the front are used up. */
  #used = 0;
  /** Of how many lots at the front the cost is not known any more. */
  #forgotten = 0;

  get open(): readonly Lot[] {
    return this.#lots.slice(this.#used).map((lot, index) => this.#known(lot, this.#used + index));
  }

  /** What happened so far, in the order of time: a step for each movement, and one for units from before them. */
  get steps(): readonly LotStep[] {
    return this.#steps.filter(({ movement, came }) => movement !== null || came.length > 0);
  }

  /** What happens from here on belongs to the movement. */
  turnTo(movement: Movement): void {
    this.#step = { movement, came: [], went: [] };
    this.#steps.push(this.#step);
  }

  add(lot: Lot): void {
    this.#lots.push(lot);
    this.#step.came.push(lot);
  }

  /** Takes units from the front: first in, first out. Null when there are not so many, by more than rounding. */
  take(units: Decimal): readonly Lot[] | null {
    const taken = this.#takeOldest(units);
    for (const lot of taken ?? []) this.#step.went.push(lot);
    return taken;
  }

  #takeOldest(units: Decimal): readonly Lot[] | null {
    const taken: Lot[] = [];
    let wanted = units;
    while (wanted.sign > 0) {
      const first = this.#lots[this.#used];
      if (!first) return wanted.compare(UNITS_TOLERANCE) <= 0 ? taken : null;
      const oldest = this.#known(first, this.#used);
      if (oldest.units.compare(wanted) > 0) {
        const [part, rest] = splitLot(oldest, wanted);
        taken.push(part);
        this.#lots[this.#used] = rest;
        return taken;
      }
      taken.push(oldest);
      wanted = wanted.minus(oldest.units);
      this.#used += 1;
    }
    return taken;
  }

  /** Changes what each open lot cost. */
  setCosts(costs: readonly (Decimal | null)[]): void {
    for (const [index, lot] of this.open.entries()) {
      const changed = { ...lot, cost: costs[index] ?? null };
      this.#lots[this.#used + index] = changed;
      this.#restate(lot, changed);
    }
  }

  /** The cost of the open lots is not known any more. */
  forgetCosts(): void {
    for (const lot of this.#lots.slice(Math.max(this.#used, this.#forgotten)))
      this.#restate(lot, { ...lot, cost: null });
    this.#forgotten = this.#lots.length;
  }

  #restate(before: Lot, after: Lot): void {
    if (!before.cost) return;
    this.#step.went.push(before);
    this.#step.came.push(after);
  }

  #known(lot: Lot, index: number): Lot {
    return index < this.#forgotten && lot.cost ? { ...lot, cost: null } : lot;
  }
}
