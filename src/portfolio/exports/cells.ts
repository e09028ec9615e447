import { parseDay } from '../days.ts';
import type { Decimal } from '../decimal.ts';
import type { DisplayFormatter } from '../displayFormatter.ts';

/** One cell of a table, before a format writes it. What the mask hides is not in it any more. */
export type Cell =
  /** The statement does not say it. */
  | null
  | { readonly of: 'hidden' }
  /** A date is `YYYY-MM-DD`, or whatever the statement has in its place. */
  | { readonly of: 'text' | 'date'; readonly text: string }
  | { readonly of: 'rupees' | 'units' | 'nav' | 'percent' | 'count'; readonly value: Decimal };

export interface TableColumn {
  readonly name: string;
  /** In characters. */
  readonly width: number;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: Iterable<readonly Cell[]>;
}

const HIDDEN_CELL: Cell = { of: 'hidden' };

/** Makes cells of what a statement says. Masked ones are made here and nowhere else, so no format can write what is hidden. */
export class Cells {
  readonly #shown: DisplayFormatter;

  constructor(shown: DisplayFormatter) {
    this.#shown = shown;
  }

  /** The name of a scheme, an ISIN, a type: nothing that says whose it is, once persons are swept out of it. */
  text(text: string | null): Cell {
    return text === null ? null : { of: 'text', text: this.#shown.text(text) };
  }

  /** What is no date is free text. */
  date(text: string | null): Cell {
    if (text === null) return null;
    return this.#shown.masked && parseDay(text) === null ? HIDDEN_CELL : { of: 'date', text };
  }

  /** The name of a person, a PAN, the number of an account. */
  personal(text: string | null): Cell {
    return this.#unlessMasked(this.text(text));
  }

  /** Hidden as a whole, because its words may name a person. */
  narration(text: string | null): Cell {
    return this.#unlessMasked(this.text(text));
  }

  rupees(value: Decimal | null): Cell {
    return this.#unlessMasked(value && { of: 'rupees', value });
  }

  units(value: Decimal | null): Cell {
    return this.#unlessMasked(value && { of: 'units', value });
  }

  /** INR per unit: public. */
  nav(value: Decimal | null): Cell {
    return value && { of: 'nav', value };
  }

  percent(value: Decimal | null): Cell {
    return value && { of: 'percent', value };
  }

  /** How many of something: days. Not units. */
  count(value: Decimal): Cell {
    return { of: 'count', value };
  }

  #unlessMasked(cell: Cell): Cell {
    return cell !== null && this.#shown.masked ? HIDDEN_CELL : cell;
  }
}
