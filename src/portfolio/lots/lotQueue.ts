import { UNITS_TOLERANCE } from '../checks/tolerance.ts';
import type { Decimal } from '../decimal.ts';
import { splitLot } from './lot.ts';
import type { Lot } from './lot.ts';

/** The open lots of a scheme in the order in which they came into it. */
export class LotQueue {
  readonly #lots: Lot[] = [];
  /** How many lots at the front are used up. */
  #used = 0;
  /** Of how many lots at the front the cost is not known any more. */
  #forgotten = 0;

  get open(): readonly Lot[] {
    return this.#lots.slice(this.#used).map((lot, index) => this.#known(lot, this.#used + index));
  }

  add(lot: Lot): void {
    this.#lots.push(lot);
  }

  /** Takes units from the front: first in, first out. Null when there are not so many, by more than rounding. */
  take(units: Decimal): readonly Lot[] | null {
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
    for (const [index, cost] of costs.entries()) {
      const lot = this.#lots[this.#used + index];
      if (lot) this.#lots[this.#used + index] = { ...lot, cost };
    }
  }

  /** The cost of the open lots is not known any more. */
  forgetCosts(): void {
    this.#forgotten = this.#lots.length;
  }

  #known(lot: Lot, index: number): Lot {
    return index < this.#forgotten && lot.cost ? { ...lot, cost: null } : lot;
  }
}
