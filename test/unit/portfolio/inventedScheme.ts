import type { AnswerScheme, AnswerTransaction } from './answerShape.ts';

export const SCHEME_TYPES = ['Equity', 'Debt', 'Hybrid', 'Other'] as const;

/** Units that were bought at one time, for the cost of what is held: first in, first out. */
interface Lot {
  thousandths: number;
  paise: number;
}

type Booked = Pick<AnswerTransaction, 'date' | 'description' | 'type'>;

/**
 * A scheme while its transactions are invented. All its figures are whole numbers: units in thousandths, NAV in hundredths of
 * a paisa, money in paise; so whatever order it is asked in, its balances, value, cost and gain fit together.
 */
export class InventedScheme {
  readonly #number: number;
  readonly #openUnits: number;
  readonly #transactions: AnswerTransaction[] = [];
  #lots: Lot[] = [];
  #nav: number;

  constructor(number: number, nav: number, openUnits: number) {
    this.#number = number;
    this.#nav = nav;
    this.#openUnits = openUnits;
    if (openUnits > 0) this.#lots = [{ thousandths: openUnits, paise: worth(openUnits, nav) }];
  }

  get type(): AnswerScheme['type'] {
    return SCHEME_TYPES[this.#number % SCHEME_TYPES.length] ?? 'Other';
  }

  get units(): number {
    return this.#lots.reduce((total, { thousandths }) => total + thousandths, 0);
  }

  get value(): number {
    return worth(this.units, this.#nav);
  }

  get rows(): number {
    return this.#transactions.length;
  }

  /** Moves the NAV by a factor, never below ₹1. */
  moveNav(factor: number): void {
    this.#nav = Math.max(10_000, Math.round(this.#nav * factor));
  }

  /** Units for an amount; what was bought is returned. */
  buy(booked: Booked, paise: number, more: Partial<AnswerTransaction> = {}): Lot {
    const lot = { thousandths: Math.round((paise * 100_000) / this.#nav), paise };
    this.#lots.push(lot);
    this.#book(booked, { amount: paise, units: lot.thousandths }, more);
    return lot;
  }

  /** Units given back; the amount in paise is returned. */
  sell(booked: Booked, units: number): number {
    const paise = worth(units, this.#nav);
    let left = units;
    for (const lot of this.#lots) {
      const taken = Math.min(left, lot.thousandths);
      lot.paise -= Math.round((lot.paise / lot.thousandths) * taken);
      lot.thousandths -= taken;
      left -= taken;
    }
    this.#lots = this.#lots.filter(({ thousandths }) => thousandths > 0);
    this.#book(booked, { amount: -paise, units: -units });
    return paise;
  }

  /** The last purchase, whose payment failed. */
  reverse(booked: Booked): void {
    const lot = this.#lots.pop();
    if (lot) this.#book(booked, { amount: -lot.paise, units: -lot.thousandths });
  }

  /** A row that moves no units: a tax, a payout, a change of details. */
  note(booked: Booked, paise: number | null = null, dividendRate: number | null = null): void {
    this.#transactions.push({
      ...booked,
      amount: paise === null ? null : paise / 100,
      nav: null,
      balance: this.units / 1000,
      dividend_rate: dividendRate,
    });
  }

  answer(): AnswerScheme {
    const cost = this.#lots.reduce((total, { paise }) => total + paise, 0);
    const gain = this.value - cost;
    const code = String(this.#number).padStart(4, '0');
    return {
      isin: withCheckDigit(`INF000D${code}`),
      name: `Sample ${this.type} Fund ${code} - Direct Plan - ${this.isIdcw ? 'IDCW' : 'Growth'}`,
      type: this.type,
      units: this.units / 1000,
      nav: this.#nav / 10_000,
      value: this.value / 100,
      cost: cost / 100,
      gain: {
        absolute: gain / 100,
        percentage: cost === 0 ? 0 : Math.round((gain / cost) * 10_000) / 100,
      },
      transactions: this.#transactions,
      nominees: ['Sample Nominee'],
      additional_info: {
        advisor: 'DIRECT',
        rta_code: `EX${code}`,
        amfi: `9${code}`,
        is_demat: false,
        open_units: this.#openUnits / 1000,
        close_units: this.units / 1000,
      },
    };
  }

  /** IDCW pays income out, Growth keeps it. */
  get isIdcw(): boolean {
    return this.#number % 5 === 3;
  }

  #book(
    booked: Booked,
    { amount, units }: { amount: number; units: number },
    more: Partial<AnswerTransaction> = {},
  ): void {
    this.#transactions.push({
      ...booked,
      amount: amount / 100,
      units: units / 1000,
      nav: this.#nav / 10_000,
      balance: this.units / 1000,
      dividend_rate: null,
      ...more,
    });
  }
}

/** What units are worth in paise, rounded half up; the product may be beyond what a double holds. */
function worth(thousandths: number, nav: number): number {
  return Number((BigInt(thousandths) * BigInt(nav) + 50_000n) / 100_000n);
}

/** ISO 6166: the Luhn algorithm over the digits, a letter counting as the number 10 to 35 that it stands for. */
function withCheckDigit(code: string): string {
  const digits = Array.from(code, (character) => parseInt(character, 36)).join('');
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => {
      const weighed = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
  return `${code}${(10 - (sum % 10)) % 10}`;
}
