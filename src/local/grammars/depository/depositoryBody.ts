import type { Line, Place } from '../../layout/line.ts';
import type { TableColumn } from '../../layout/table.ts';
import type { Notes } from '../../notes.ts';
import type { Printed, PrintedAccount, PrintedHolder, PrintedPension } from '../../statement.ts';
import { readNumber } from '../../text/numbers.ts';
import { findAccountIds } from './accountIds.ts';
import { DepositoryAccounts } from './depositoryAccounts.ts';
import type { OpenAccount } from './depositoryAccounts.ts';
import type { HoldingColumn, MovementColumn } from './columnRules.ts';
import { FolioDetails } from './folioDetails.ts';
import { holdingRecords } from './holdingTable.ts';
import type { HoldingRecord, Segment } from './holdingTable.ts';
import { isIsinRow, readMovements } from './movementTable.ts';
import { findPensionProvider, findPran, readPensionFunds } from './pension.ts';
import { findHolders, lastNumber } from './roster.ts';
import type { Roster } from './roster.ts';
import { tableHeaderAt } from './tableHeader.ts';
import type { TableHeader } from './tableHeader.ts';

const SECTION = /^.{3,60}\((E|P|M|F|C|I|S|G|SGB|A|N|O|Z)\)$/;
const FUNDS = /^Mutual\s+Fund\s+(?:Folios|Units)\b/i;
const DEMAT = /^(?:NSDL|CDSL)\s+Demat\s+Account/i;
const HOLDINGS = /^HOLDING\s+STATEMENT\b/i;
const MOVEMENTS = /STATEMENT\s+OF\s+TRANSACTIONS|^Summary\s+of\s+Transactions/i;
const OTHER_DETAILS = /\(?Other\s+Details\)?$/i;
const TOTAL = /^(?:Sub\s*-?\s*Total|Grand\s+Total|Total)\b/i;
const PORTFOLIO_VALUE = /^Portfolio\s+Value\b/i;
const PENSION = /NPS-?\s*SP\s*:|\bPRAN\b|^National\s+Pension/i;
const END = /\*{3}\s*End\s+of\s+Statement\s*\*{3}/i;
const EMPTY = /NO\s+TRANSACTION/i;

/** How near a total ends to the right of its column's header. */
const UNDER = 16;

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

/** The table that is being read: its header says which of the two it is. */
interface OpenTable {
  readonly holdings: OpenSegment<HoldingColumn>[];
  readonly movements: OpenSegment<MovementColumn>[];
}

interface OpenSegment<Name extends string> extends Segment<Name> {
  readonly lines: Line[];
}

/** Goes through a depository's statement line by line: accounts, their sections and tables, fund folios, pensions. */
export class DepositoryBody {
  readonly accounts: DepositoryAccounts;
  readonly details = new FolioDetails();
  readonly fundRecords: HoldingRecord[] = [];
  readonly pensions: PrintedPension[] = [];
  readonly totals: PrintedTotal[] = [];
  readonly sections: ClosedSection[] = [];
  private readonly notes: Notes;
  private account: OpenAccount | null = null;
  private section: string | null = null;
  private inFunds = false;
  private ignoring = false;
  private table: OpenTable | null = null;
  /** The row that names the ISIN can stand above the header of its transactions. */
  private isinRow: Line | null = null;
  private holders: PrintedHolder[] = [];
  private tableValues: (Printed | null)[] = [];
  private sectionValues: (Printed | null)[] = [];

  constructor(roster: Roster | null, notes: Notes) {
    this.accounts = new DepositoryAccounts(roster, notes);
    this.notes = notes;
  }

  read(lines: readonly Line[]): void {
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      if (!line) continue;
      const text = line.text.replace(/\s+/g, ' ');
      if (END.test(text)) break;
      const start = tableHeaderAt(lines, index, this.pension !== null);
      if (start) {
        this.startTable(start.header);
        index += start.length - 1;
      } else this.readLine(line, text, lines[index - 1], lines[index + 1]);
    }
    this.endTable();
  }

  private get pension(): PrintedPension | null {
    return this.account || this.inFunds ? null : (this.pensions.at(-1) ?? null);
  }

  private readLine(
    line: Line,
    text: string,
    above: Line | undefined,
    below: Line | undefined,
  ): void {
    if (TOTAL.test(text)) this.total(line, text);
    else if (PORTFOLIO_VALUE.test(text)) this.portfolioValue(line);
    else if (PENSION.test(text) && !this.inRow(line)) this.startPension(line, text);
    else if (this.startsSection(text, line)) return;
    else if (!this.inRow(line) && this.startsAccount(line, text, above, below)) return;
    else if (this.details.read(text)) this.endTable();
    else if (this.account?.readDetail(text, line)) return;
    else if (this.account === null && findHolders(line.text).length > 0) {
      this.holders.push(...findHolders(line.text));
    } else if (EMPTY.test(text)) this.endTable();
    else if (this.ignoring) return;
    else if (this.table && this.isHeading(line)) this.endTable();
    else if (this.table) this.addLine(line);
    else if (isIsinRow(line)) this.isinRow = line;
    else this.stray(line);
  }

  /** Inside a table an account's name can only be a description. */
  private inRow(line: Line): boolean {
    return this.table !== null && line.runs.some((run) => (readNumber(run.text)?.scale ?? 0) >= 2);
  }

  /** Larger type or, among plain rows, bold type without a number: what follows is no longer the table. */
  private isHeading(line: Line): boolean {
    const rows = this.table?.holdings.at(-1)?.lines ?? this.table?.movements.at(-1)?.lines ?? [];
    const [row] = rows.filter((each) => each.runs.some((run) => readNumber(run.text) !== null));
    const [first] = line.runs;
    if (!row || !first || line.runs.some((run) => readNumber(run.text) !== null)) return false;
    if (/^ISIN\s*:/.test(line.text)) return false;
    const body = row.runs[0];
    return first.size > (body?.size ?? 0) + 0.4 || (first.bold && body?.bold === false);
  }

  private startsSection(text: string, line: Line): boolean {
    const code = SECTION.exec(text)?.[1];
    const numbers = line.runs.some((run) => (readNumber(run.text)?.scale ?? 0) >= 2);
    if (numbers) return false;
    if (FUNDS.test(text)) this.leaveFor('F', true);
    else if (code !== undefined) this.leaveFor(code, false);
    else if (MOVEMENTS.test(text) || HOLDINGS.test(text)) {
      this.endTable();
      this.section = null;
      this.ignoring = false;
      this.inFunds = false;
    } else if (OTHER_DETAILS.test(text)) {
      this.endTable();
      this.ignoring = true;
    } else return false;
    if (OTHER_DETAILS.test(text)) this.ignoring = true;
    return true;
  }

  private leaveFor(section: string, inFunds: boolean): void {
    this.endTable();
    this.sectionValues = [];
    this.section = section;
    this.inFunds = inFunds;
    this.ignoring = false;
    if (inFunds) this.account = null;
  }

  private startsAccount(
    line: Line,
    text: string,
    above: Line | undefined,
    below: Line | undefined,
  ): boolean {
    const ids =
      findAccountIds(text) ??
      (/DP\s*ID/i.test(text) ? findAccountIds(`${text} ${below?.text ?? ''}`) : null);
    if (!ids) {
      if (DEMAT.test(text)) this.startHeading();
      return DEMAT.test(text);
    }
    this.endTable();
    this.tableValues = [];
    this.sectionValues = [];
    this.section = null;
    this.inFunds = false;
    this.ignoring = false;
    this.account = this.accounts.open(ids, line, above);
    this.account.addHolders(this.holders);
    this.account.readDetail(text, line);
    this.holders = [];
    return true;
  }

  /** `NSDL Demat Account`: which one, a later line says; its holders can stand before that. */
  private startHeading(): void {
    this.endTable();
    this.account = null;
    this.inFunds = false;
    this.holders = [];
  }

  private startPension(line: Line, text: string): void {
    this.endTable();
    this.account = null;
    this.inFunds = false;
    this.section = 'N';
    const last = this.pensions.at(-1);
    const provider = findPensionProvider(line.text);
    const pran = findPran(text);
    if (pran === null && provider === null) return;
    if (last?.pran === '' && pran !== null) this.pensions.pop();
    const cra = provider ?? (last?.pran === '' ? last.cra : null);
    this.pensions.push({
      place: { page: line.page, row: line.row },
      pran: pran ?? '',
      cra,
      holders: [],
      value: null,
      funds: [],
    });
  }

  private startTable(header: TableHeader): void {
    const goesOn = this.table && this.table[header.kind].length > 0;
    if (!goesOn) this.endTable();
    this.table ??= { holdings: [], movements: [] };
    const { holdings, movements } = this.table;
    const continues = goesOn === true;
    if (header.kind === 'holdings')
      holdings.push({ columns: header.columns, lines: [], continues });
    else {
      const lines = this.isinRow ? [this.isinRow] : [];
      movements.push({ columns: header.columns, lines, continues });
    }
    this.isinRow = null;
  }

  private addLine(line: Line): void {
    if (this.table?.holdings.length) addTo(this.table.holdings, line);
    else if (this.table) addTo(this.table.movements, line);
  }

  private endTable(): void {
    const { table } = this;
    this.table = null;
    if (!table) return;
    if (table.movements.length > 0) {
      this.account?.addMovements(readMovements(table.movements, this.notes));
      return;
    }
    if (this.pension) {
      const funds = readPensionFunds(table.holdings);
      this.pension.funds.push(...funds);
      this.tableValues = funds.map(({ value }) => value);
      return;
    }
    const records = holdingRecords(table.holdings, this.notes);
    this.tableValues = records.map(({ cells }) => cells.number('value'));
    this.sectionValues.push(...this.tableValues);
    const hasFolios = table.holdings.some(({ columns }) =>
      columns.some(({ name }) => name === 'folio'),
    );
    if (this.inFunds || hasFolios) this.fundRecords.push(...records);
    else if (this.account) this.addHoldings(this.account, records);
    else if (records[0]) {
      this.notes.warn(
        'holding-without-account',
        'Holdings stand under no account.',
        records[0].anchor,
      );
    }
  }

  private addHoldings(account: OpenAccount, records: readonly HoldingRecord[]): void {
    account.addHoldings(records, this.section);
    const [first] = records;
    if (!first) return;
    const { page, row } = first.anchor;
    this.sections.push({ place: { page, row }, account: account.printed, hasSubTotal: false });
  }

  private total(line: Line, text: string): void {
    const columns = this.table?.holdings.at(-1)?.columns;
    this.endTable();
    const printed = numberUnder(line, columns ?? [], 'value') ?? lastNumber(line);
    if (!printed || this.ignoring) return;
    const isSub = /^Sub/i.test(text);
    const section = this.sections.at(-1);
    if (section?.account === this.account?.printed && section) {
      if (isSub) section.hasSubTotal = true;
      else section.account.hasTotal = true;
    }
    const sums = [this.tableValues, this.sectionValues].filter((parts) => parts.length > 0);
    // An account without holdings has a total too.
    if (!isSub && this.account) sums.push(this.account.values());
    const ofEither = sums.map((parts) => [...parts]);
    if (ofEither.length > 0) this.totals.push({ printed, ofEither });
  }

  private portfolioValue(line: Line): void {
    this.endTable();
    const printed = lastNumber(line) ?? firstAmount(line);
    if (!printed) return;
    if (this.pension) {
      this.pension.value = printed;
      this.totals.push({ printed, ofEither: [this.tableValues] });
    } else this.account?.close(printed, this.tableValues);
  }

  /** Numbers where no table is known: said, not dropped. */
  private stray(line: Line): void {
    if (!this.account && !this.inFunds) return;
    const numbers = line.runs.filter((run) => (readNumber(run.text)?.scale ?? 0) >= 2);
    if (numbers.length >= 2) {
      this.notes.warn('line-not-understood', 'A line with numbers was not understood.', line);
    }
  }
}

/** `Portfolio Value ` 1,05,000.00 as on 31-03-2025` in one run. */
function firstAmount(line: Line): Printed | null {
  const value = readNumber(/([\d,]+\.\d{2})(?!\d)/.exec(line.text)?.[1] ?? '');
  return value && { value, page: line.page, row: line.row };
}

/** The number of a total's row that stands under the column: such a row can hold totals of several. */
function numberUnder(
  line: Line,
  columns: readonly TableColumn<HoldingColumn>[],
  name: HoldingColumn,
): Printed | null {
  const edge = columns.find((column) => column.name === name)?.right;
  if (edge === undefined) return null;
  const nearest = line.runs
    .flatMap((run) => {
      const value = readNumber(run.text);
      return value ? [{ value, distance: Math.abs(run.right - edge) }] : [];
    })
    .sort((one, other) => one.distance - other.distance)[0];
  if (!nearest || nearest.distance > UNDER) return null;
  return { value: nearest.value, page: line.page, row: line.row };
}

function addTo<Name extends string>(segments: OpenSegment<Name>[], line: Line): void {
  const last = segments.at(-1);
  const before = last?.lines.at(-1);
  if (!last) return;
  // The table goes on without its header.
  if (before && before.page !== line.page)
    segments.push({ columns: last.columns, lines: [line], continues: true });
  else last.lines.push(line);
}
