import type { Line } from '../../layout/line.ts';
import type { Printed, PrintedAccount, PrintedHolder, PrintedHolding } from '../../statement.ts';
import { closingBalance } from '../../closingBalance.ts';
import { addsUp } from '../../checks/addsUp.ts';
import { depositoryOf } from './accountIds.ts';
import type { AccountIds } from './accountIds.ts';
import { withoutMarkers } from './footnoteMarks.ts';
import type { HoldingRecord } from './holdingTable.ts';
import type { Movement } from './movementTable.ts';
import { findHolders } from './holders.ts';
import { kindOfSecurity } from './securityKind.ts';

/** An account while its pages are read. */
export class OpenAccount {
  readonly printed: PrintedAccount;
  readonly holdings: { readonly section: string | null; readonly holding: PrintedHolding }[] = [];
  private readonly movements: Movement[] = [];
  private ownHolders = false;

  constructor(ids: AccountIds) {
    this.printed = {
      depository: depositoryOf(ids),
      dpName: null,
      ...ids,
      holders: [],
      listedValue: null,
      listedCount: null,
      closingValue: null,
      hasTotal: false,
      boStatus: null,
      boSubStatus: null,
      bsda: null,
      nominee: null,
      email: null,
      holdings: [],
    };
  }

  /** Takes what a line says of the account itself: holders, status, nominee. */
  readDetail(text: string, line: Line): boolean {
    const holders = findHolders(line.text);
    this.addHolders(holders);
    const label = (pattern: string): string | null =>
      new RegExp(String.raw`\b${pattern}\s*:\s*(.+?)(?=\s{2,}|\s+[A-Z][A-Za-z ]+\s*:|$)`, 'i')
        .exec(line.text)?.[1]
        ?.trim() ?? null;
    this.printed.boSubStatus ??= label('BO\\s*Sub\\s*Status');
    this.printed.boStatus ??= label('BO\\s*Status');
    this.printed.bsda ??= label('BSDA');
    this.printed.nominee ??= label('Nominee(?:\\s*Name)?');
    this.printed.email ??= label('E-?mail(?:\\s*Id)?');
    return (
      holders.length > 0 || /\b(?:BO\s*(?:Sub\s*)?Status|BSDA|Nominee|E-?mail)\b.*:/i.test(text)
    );
  }

  /** Holders named on the account's own pages count for more than the group it is listed in. */
  addHolders(holders: readonly PrintedHolder[]): void {
    if (holders.length === 0) return;
    if (!this.ownHolders) this.printed.holders = [];
    this.ownHolders = true;
    const known = new Set(this.printed.holders.map(({ pan }) => pan));
    this.printed.holders.push(...holders.filter(({ pan }) => !known.has(pan)));
  }

  addHoldings(records: readonly HoldingRecord[], section: string | null): void {
    for (const { isin, anchor, cells, figures } of records) {
      if (isin === null) continue;
      const holding = {
        place: { page: anchor.page, row: anchor.row },
        kind: kindOfSecurity(isin, cells.text('name') ?? '', section),
        isin,
        name: cells.text('name') ?? '',
        units: figures.units,
        price: figures.price,
        faceValue: cells.number('face'),
        value: figures.value,
        couponRate: cells.text('coupon'),
        maturity: cells.text('maturity'),
        transactions: [],
        balances: [],
      };
      this.holdings.push({ section, holding });
    }
  }

  /** The values of all holdings read so far. */
  values(): (Printed | null)[] {
    return this.holdings.map(({ holding }) => holding.value);
  }

  addMovements(movements: readonly Movement[]): void {
    this.movements.push(...movements);
  }

  /** `Portfolio Value` closes the holdings; an account with two tables of them can have it twice. */
  close(printed: Printed, table: readonly (Printed | null)[]): void {
    const all = this.holdings.map(({ holding }) => holding.value);
    const ofTableOnly =
      this.printed.closingValue !== null && !addsUp(all, printed) && addsUp(table, printed);
    if (ofTableOnly) return;
    this.printed.closingValue = printed;
    this.printed.hasTotal = true;
  }

  finish(markers: readonly string[]): PrintedAccount {
    for (const { isin, name, place, transaction, balance, startsKind } of this.movements) {
      const known = this.holdings.find(({ holding }) => holding.isin === isin)?.holding;
      const { transactions, balances } = known ?? this.sold(isin, name, place);
      const after = transactions.length;
      if (transaction) transactions.push(transaction);
      if (startsKind) balances.push({ units: startsKind, after, startsKind: true });
      else if (balance) balances.push({ units: balance, after, startsKind: false });
    }
    const holdings = this.holdings.map(({ holding }) => ({
      ...holding,
      name: withoutMarkers(holding.name, markers),
    }));
    for (const holding of holdings) {
      const last = closingBalance(holding);
      if (holding.value === null && holding.units === null && last) holding.units = last;
    }
    this.printed.holdings.push(...holdings);
    return this.printed;
  }

  /** Transactions of a security that is no longer held. */
  private sold(isin: string, name: string, place: PrintedHolding['place']): PrintedHolding {
    const holding: PrintedHolding = {
      place,
      kind: kindOfSecurity(isin, name, null),
      isin,
      name,
      units: null,
      price: null,
      faceValue: null,
      value: null,
      couponRate: null,
      maturity: null,
      transactions: [],
      balances: [],
    };
    this.holdings.push({ section: null, holding });
    return holding;
  }
}
