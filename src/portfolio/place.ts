/**
 * Where a value stands in the answer: `mutual_funds[0].schemes[1].additional_info`. Most places are never asked for, so the text
 * is made when it is.
 */
export class Place {
  static readonly top = new Place(null, '');

  readonly #parent: Place | null;
  readonly #step: string | number;

  private constructor(parent: Place | null, step: string | number) {
    this.#parent = parent;
    this.#step = step;
  }

  /** The place of a key of an object, or of an item of a list, that stands here. */
  in(step: string | number): Place {
    return new Place(this, step);
  }

  toString(): string {
    if (this.#parent === null) return '';
    const above = this.#parent.toString();
    if (typeof this.#step === 'number') return `${above}[${this.#step}]`;
    return above === '' ? this.#step : `${above}.${this.#step}`;
  }
}
