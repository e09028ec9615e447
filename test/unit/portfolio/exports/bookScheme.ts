/** A row of an invented statement, as the API has it. */
export interface BookRow {
  readonly date: string;
  readonly type: string;
  readonly description: string;
  readonly amount?: number;
  readonly units?: number;
  readonly nav?: number;
  readonly balance?: number;
  readonly dividend_rate?: number;
  readonly additional_info?: { readonly stamp_duty: number };
}

/** A scheme whose rows are written as things happen to it. Units are thousandths, money is paise, a NAV is ten-thousandths of INR. */
export class BookScheme {
  readonly name: string;
  readonly isin: string;
  readonly type: string;
  readonly rows: BookRow[] = [];
  nav: number;
  units: number;
  readonly #openUnits: number;

  constructor(
    { name, isin, type = 'Equity' }: { name: string; isin: string; type?: string },
    nav: number,
    openUnits = 0,
  ) {
    this.name = name;
    this.isin = isin;
    this.type = type;
    this.nav = nav;
    this.units = openUnits;
    this.#openUnits = openUnits;
  }

  worth(units: number): number {
    return Math.round((units * this.nav) / 100_000);
  }

  unitsFor(paise: number): number {
    return Math.round((paise * 100_000) / this.nav);
  }

  /** Units that come, or go if they are negative. The amount of an outflow is printed with the sign of its units. */
  move(
    row: Pick<BookRow, 'date' | 'type' | 'description'>,
    units: number,
    paise: number,
    more: Partial<BookRow> = {},
  ): void {
    this.units += units;
    this.rows.push({
      ...row,
      amount: (units < 0 ? -paise : paise) / 100,
      units: units / 1000,
      nav: this.nav / 10_000,
      balance: this.units / 1000,
      ...more,
    });
  }

  /** Money that moves no units, or a note of something without either. */
  note(
    row: Pick<BookRow, 'date' | 'type' | 'description'>,
    paise?: number,
    more: Partial<BookRow> = {},
  ): void {
    this.rows.push({ ...row, ...(paise === undefined ? {} : { amount: paise / 100 }), ...more });
  }

  answer(): object {
    return {
      isin: this.isin,
      name: this.name,
      type: this.type,
      units: this.units / 1000,
      nav: this.nav / 10_000,
      value: this.worth(this.units) / 100,
      transactions: this.rows,
      additional_info: { open_units: this.#openUnits / 1000, close_units: this.units / 1000 },
    };
  }
}
