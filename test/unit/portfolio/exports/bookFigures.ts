import { Decimal } from '../../../../src/portfolio/decimal.ts';

/** What is said of a portfolio, by the page or by an accounting tool: sums that are nothing are not there. */
export class BookFigures {
  /** By account and commodity: the units that are held. */
  readonly units = new Sums();
  /** By account and commodity: what is left at cost, INR; units of which none is known as these. */
  readonly cost = new Sums();
  /** By account: market value, INR. */
  readonly value = new Sums();
  /** By scheme and financial year of the sale, INR. */
  readonly gains = new Sums();
  /** By scheme: what the bank gave and got, and what went to other schemes less what came from them, INR. */
  readonly putIn = new Sums();
  readonly takenOut = new Sums();
  readonly switched = new Sums();

  /** Books a posting of the bank or of what is switched, as a tool reports it. */
  addPosting(account: string, scheme: string, date: string, amount: Decimal): void {
    if (account === 'Income:CapitalGains')
      this.gains.add(`${scheme}, ${financialYearOf(date)}`, amount.negated());
    else if (account === 'Assets:Switches') this.switched.add(scheme, amount);
    else if (account !== 'Assets:Bank') return;
    else if (amount.sign < 0) this.putIn.add(scheme, amount.negated());
    else this.takenOut.add(scheme, amount);
  }
}

/** Sums by name. */
export class Sums {
  readonly #sums = new Map<string, Decimal>();

  add(name: string, amount: Decimal): void {
    this.#sums.set(name, this.get(name).plus(amount));
  }

  get(name: string): Decimal {
    return this.#sums.get(name) ?? Decimal.zero;
  }

  names(): string[] {
    return [...this.#sums.keys()];
  }

  /** By name, without those that are nothing. */
  toJSON(isMeant: (name: string) => boolean = () => true): Record<string, string> {
    const said = [...this.#sums].filter(([name, { sign }]) => sign !== 0 && isMeant(name));
    said.sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(said.map(([name, sum]) => [name, sum.trimmed(0).toString()]));
  }
}

/** `2024-25` for an ISO date, worked out apart from the page. */
function financialYearOf(date: string): string {
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '04' ? 1 : 0);
  return `${year}-${String(year + 1).slice(2)}`;
}
