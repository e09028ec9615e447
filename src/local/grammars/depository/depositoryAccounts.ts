import type { Line } from '../../layout/line.ts';
import { textOf } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { Printed, PrintedAccount, PrintedHolder, PrintedHolding } from '../../statement.ts';
import { addsUp } from '../../checks/addsUp.ts';
import { depositoryOf, findAccountIds } from './accountIds.ts';
import type { AccountIds } from './accountIds.ts';
import type { HoldingRecord } from './holdingTable.ts';
import type { Movement } from './movementTable.ts';
import { findHolders } from './roster.ts';
import type { Roster } from './roster.ts';
import { kindOfSecurity } from './securityKind.ts';

const DP_NAME = /DP\s*Name\s*:\s*(.+?)(?=\s{2,}|\s*(?:DP\s*ID|BO\s*ID|CLIENT\s*ID)\s*:|$)/i;

/** The demat accounts of a statement: those that its list names, and any other that has pages of its own. */
export class DepositoryAccounts {
  private readonly accounts: OpenAccount[] = [];
  private readonly notes: Notes;

  constructor(roster: Roster | null, notes: Notes) {
    this.notes = notes;
    for (const { what, ids, dpName, holders, count, value } of roster?.rows ?? []) {
      if (what !== 'account' || !ids) continue;
      const { printed } = this.find(ids) ?? this.add(ids);
      printed.dpName ??= dpName;
      if (printed.holders.length === 0) printed.holders = [...holders];
      printed.listedValue ??= value;
      printed.listedCount ??= count;
    }
  }

  /** The account of these ids, to go on reading it. */
  open(ids: AccountIds, line: Line, above: Line | undefined): OpenAccount {
    const known = this.find(ids);
    if (!known && this.accounts.length > 0) {
      this.notes.warn('account-not-listed', 'This account is not in the list of accounts.', line);
    }
    const account = known ?? this.add(ids);
    account.printed.dpName ??= DP_NAME.exec(line.text)?.[1]?.trim() ?? nameAbove(above);
    return account;
  }

  finish(markers: readonly string[]): PrintedAccount[] {
    return this.accounts.map((account) => account.finish(markers));
  }

  /** How the sums of holdings are spread over the sections' letters. */
  sections(): Map<string, (Printed | null)[]> {
    const sums = new Map<string, (Printed | null)[]>();
    for (const { section, holding } of this.accounts.flatMap((account) => account.holdings)) {
      sums.set(section ?? '', [...(sums.get(section ?? '') ?? []), holding.value]);
    }
    return sums;
  }

  private find(ids: AccountIds): OpenAccount | undefined {
    return this.accounts.find(
      ({ printed }) => printed.dpId === ids.dpId && printed.clientId === ids.clientId,
    );
  }

  private add(ids: AccountIds): OpenAccount {
    const account = new OpenAccount(ids);
    this.accounts.push(account);
    return account;
  }
}

function nameAbove(above: Line | undefined): string | null {
  if (!above || findAccountIds(above.text) || /Demat\s+Account|HOLDER|\d{5}/i.test(above.text))
    return null;
  const [first] = above.runs;
  const name = first ? textOf([first]) : '';
  return /^[A-Z]/.test(name) && !/[:`]/.test(name) ? name : null;
}

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
    for (const { isin, anchor, cells } of records) {
      const holding = {
        place: { page: anchor.page, row: anchor.row },
        kind: kindOfSecurity(isin, cells.text('name') ?? '', section),
        isin,
        name: cells.text('name') ?? '',
        units: cells.number('units'),
        price: cells.number('price'),
        faceValue: cells.number('face'),
        value: cells.number('value'),
        couponRate: cells.text('coupon'),
        maturity: cells.text('maturity'),
        transactions: [],
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
    for (const { isin, name, transaction } of this.movements) {
      const known = this.holdings.find(({ holding }) => holding.isin === isin)?.holding;
      (known ?? this.sold(isin, name, transaction.place)).transactions.push(transaction);
    }
    const holdings = this.holdings.map(({ holding }) => ({
      ...holding,
      name: withoutMarkers(holding.name, markers),
    }));
    for (const holding of holdings) {
      const last = holding.transactions.at(-1);
      if (holding.value === null && holding.units === null && last) holding.units = last.balance;
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
    };
    this.holdings.push({ section: null, holding });
    return holding;
  }
}

/** Footnote marks that the statement's own legend explains are no part of a name. */
export function withoutMarkers(name: string, markers: readonly string[]): string {
  let plain = name;
  for (const marker of markers) plain = plain.replaceAll(marker, ' ');
  return plain.replace(/\s+/g, ' ').trim();
}
