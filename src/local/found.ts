import type { Printed } from './statement.ts';

/** What a value was filled from where the statement does not print it at its own place. */
export type Fallback =
  /** A NAV: the amount of the row divided by its units. */
  | 'amount-by-units'
  /** An opening balance: what the first row of transactions says was held before it; a row above it can be missing. */
  | 'opening-of-first-row'
  /** An opening balance: the balance after the first row, less what that row moves. */
  | 'balance-after-first-row'
  /** Units and amount of a row: their sign is the one that leads from the balance before to the balance printed. */
  | 'sign-by-balance'
  /** Units held: the balance after the last row. */
  | 'last-balance'
  /** What an account is worth: as the list of accounts says, for its own pages print no value. */
  | 'list-of-accounts'
  /** What an account is worth: the sum of its holdings, for no value of it is printed. */
  | 'sum-of-holdings';

/** How a value came into the answer: a check agrees with it, it was only read, or it was filled from elsewhere. */
export type HowFound = 'confirmed' | 'read' | Fallback;

/**
 * How each value was found. Figures are known by the object that was read, texts by the object they belong to and the name of
 * their field: there are ten thousands of them, so nothing is written down until the answer is.
 */
export class Found {
  private readonly confirmed = new Set<object>();
  private readonly confirmedFields = new Map<string, Set<object>>();
  private readonly filled = new Map<object, Fallback>();
  private readonly filledFields = new Map<string, Map<object, Fallback>>();

  /** Figures that a check agrees with. What was filled by a fallback proves nothing and stays what it is. */
  confirm(figures: Iterable<Printed | null>): void {
    for (const figure of figures) if (figure) this.confirmed.add(figure);
  }

  /** A field, such as the ISIN of a scheme, that a check agrees with. */
  confirmField(owner: object, field: string): void {
    const owners = this.confirmedFields.get(field);
    if (owners) owners.add(owner);
    else this.confirmedFields.set(field, new Set([owner]));
  }

  /** A figure that is not printed as such. */
  fill(figure: Printed, fallback: Fallback): void {
    this.filled.set(figure, fallback);
  }

  /** A field that was filled by something printed for another purpose. */
  fillField(owner: object, field: string, fallback: Fallback): void {
    const owners = this.filledFields.get(field);
    if (owners) owners.set(owner, fallback);
    else this.filledFields.set(field, new Map([[owner, fallback]]));
  }

  isFilled(figure: Printed | null): boolean {
    return figure !== null && this.filled.has(figure);
  }

  ofFigure(figure: Printed): HowFound {
    const fallback = this.filled.size > 0 ? this.filled.get(figure) : undefined;
    return fallback ?? (this.confirmed.has(figure) ? 'confirmed' : 'read');
  }

  ofField(owner: object, field: string): HowFound {
    const fallback = this.filledFields.get(field)?.get(owner);
    if (fallback) return fallback;
    return this.confirmedFields.get(field)?.has(owner) === true ? 'confirmed' : 'read';
  }
}
