import type { Place } from '../../layout/line.ts';
import type { Printed, PrintedAccount } from '../../statement.ts';

/** A total that a statement prints, with what it should be the total of. */
export interface PrintedTotal {
  readonly printed: Printed;
  /** Statements print totals of a table, of a section or of the whole account under one name: one of these it must be. */
  readonly ofEither: readonly (readonly (Printed | null)[])[];
}

/** The holdings of one section of an account, and which totals were printed below them. */
export interface ClosedSection {
  readonly place: Place;
  readonly account: PrintedAccount;
  hasSubTotal: boolean;
}

/** Which values the totals that a statement prints can be the totals of. */
export class SectionTotals {
  readonly printed: PrintedTotal[] = [];
  readonly closed: ClosedSection[] = [];
  private table: (Printed | null)[] = [];
  private section: (Printed | null)[] = [];

  startAccount(): void {
    this.table = [];
    this.section = [];
  }

  startSection(): void {
    this.section = [];
  }

  endTable(values: readonly (Printed | null)[]): void {
    this.table = [...values];
    this.section.push(...values);
  }

  get ofTable(): readonly (Printed | null)[] {
    return this.table;
  }

  endHoldings(account: PrintedAccount, { page, row }: Place): void {
    this.closed.push({ place: { page, row }, account, hasSubTotal: false });
  }

  /** A total of numbers other than values. */
  addOf(parts: readonly (Printed | null)[], printed: Printed): void {
    if (parts.some((part) => part !== null)) this.printed.push({ printed, ofEither: [parts] });
  }

  /** A total of the table, of the section or, when it is no `Sub Total`, of all that the account holds. */
  add(
    printed: Printed,
    isSub: boolean,
    account: { readonly of: PrintedAccount; readonly values: readonly (Printed | null)[] } | null,
  ): void {
    const section = this.closed.at(-1);
    if (section && section.account === account?.of) {
      if (isSub) section.hasSubTotal = true;
      else section.account.hasTotal = true;
    }
    const sums = [this.table, this.section].filter((parts) => parts.length > 0);
    // An account without holdings has a total too.
    if (!isSub && account) sums.push([...account.values]);
    const ofEither = sums.map((parts) => [...parts]);
    if (ofEither.length > 0) this.printed.push({ printed, ofEither });
  }
}
