import type { Decimal } from '../decimal.ts';
import type { Draft } from './draft.ts';

/** Finds the purchase that a reversal undoes, among the movements that were read so far. */
export class Reversals {
  readonly #drafts: readonly Draft[];
  /** Purchases by their units and by their amount, the latest last; some of them are undone by now. */
  readonly #purchases = new Map<string, Draft[]>();
  #indexed = 0;

  constructor(drafts: readonly Draft[]) {
    this.#drafts = drafts;
  }

  /** The latest purchase of the same units, or of the same amount where the reversal prints no units. */
  find({ units, amount }: Draft): Draft | null {
    for (; this.#indexed < this.#drafts.length; this.#indexed += 1) {
      const draft = this.#drafts[this.#indexed];
      if (draft?.kind === 'purchase') this.#index(draft);
    }
    const key = units.sign === 0 ? amount && amountKey(amount) : unitsKey(units.abs());
    const same = key === null ? [] : (this.#purchases.get(key) ?? []);
    for (let latest = same.pop(); latest; latest = same.pop()) {
      if (latest.kind === 'purchase') return latest;
    }
    return null;
  }

  #index(purchase: Draft): void {
    const { units, amount } = purchase;
    for (const key of [unitsKey(units), amount && amountKey(amount)]) {
      if (key === null) continue;
      const same = this.#purchases.get(key);
      if (same) same.push(purchase);
      else this.#purchases.set(key, [purchase]);
    }
  }
}

function unitsKey(units: Decimal): string {
  return `${units.trimmed(0).toString()} units`;
}

function amountKey(amount: Decimal): string {
  return `INR ${amount.trimmed(0).toString()}`;
}
