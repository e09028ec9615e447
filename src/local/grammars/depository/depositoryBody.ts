import { hasDecimals } from '../../layout/columns.ts';
import type { Line } from '../../layout/line.ts';
import type { Run } from '../../pdf/run.ts';
import type { Notes } from '../../notes.ts';
import type { PrintedHolder, PrintedPension, PrintedPolicy } from '../../statement.ts';
import { readNumber } from '../../text/numbers.ts';
import { warnOfCaption } from '../captions.ts';
import { findAccountIds } from './accountIds.ts';
import { DepositoryAccounts } from './depositoryAccounts.ts';
import type { OpenAccount } from './openAccount.ts';
import { FolioDetails } from './folioDetails.ts';
import { startsFolioHeading } from './folioHeading.ts';
import { isBalanceLine } from './fundBalances.ts';
import { rowDate } from './fundBlocks.ts';
import { readFundMovements } from './fundMovementTable.ts';
import type { FundMovements } from './fundMovementTable.ts';
import type { FundTable } from './fundHolders.ts';
import { holdingRecords } from './holdingTable.ts';
import type { HoldingRecord } from './holdingTable.ts';
import { findInsurer, readPolicies } from './insurance.ts';
import { isIsinRow, isMovementRow } from './movementLines.ts';
import { readMovements } from './movementTable.ts';
import { findPensionProvider, findPran, readPensionFunds } from './pension.ts';
import { OpenTable } from './openTable.ts';
import { findHolders, namesPerson, startsHolderGroup } from './holders.ts';
import type { Roster } from './roster.ts';
import {
  DEMAT,
  END,
  FUNDS,
  HOLDINGS,
  MOVEMENTS,
  OTHER_DETAILS,
  PENSION,
  SECTION,
  UNKNOWN_SECTION,
  standsOverFund,
  startsAnother,
  titleOf,
} from './sectionTitles.ts';
import { SectionTotals } from './sectionTotals.ts';
import { tableHeaderAt } from './tableHeader.ts';
import type { TableHeader } from './tableHeader.ts';
import { firstAmount, lastNumber, numberUnder } from './totalLines.ts';

const TOTAL = /^(?:Sub\s*-?\s*Total|Grand\s+Total|Total)\b/i;
const PORTFOLIO_VALUE = /^Portfolio\s+Value\b/i;
const EMPTY = /NO\s+TRANSACTION/i;
/** Lines of one cell are nearer to each other than this many times the size of their type. */
const NEXT_IN_CELL = 1.5;

interface EndedMovements {
  readonly table: OpenTable;
  readonly account: OpenAccount | null;
  readonly heading: string;
}

/** Goes through a depository's statement line by line: accounts, their sections and tables, fund folios, pensions. */
export class DepositoryBody {
  readonly accounts: DepositoryAccounts;
  readonly details = new FolioDetails();
  readonly fundRecords: HoldingRecord[] = [];
  readonly fundTables: FundTable[] = [];
  readonly fundMovements: FundMovements[] = [];
  readonly pensions: PrintedPension[] = [];
  readonly policies: PrintedPolicy[] = [];
  readonly totals = new SectionTotals();
  private readonly notes: Notes;
  private account: OpenAccount | null = null;
  /** The account that was read last. */
  private lastAccount: OpenAccount | null = null;
  private section: string | null = null;
  private inFunds = false;
  private ignoring = false;
  private table: OpenTable | null = null;
  /** Transactions that ended: where their heading is printed again on the same page or the next, they go on. */
  private ended: EndedMovements | null = null;
  private movementsHeading = '';
  /** The row that names the ISIN can stand above the header of its transactions. */
  private isinRow: Line | null = null;
  /** What was said of a fund folio since the last table. */
  private heading: Line[] = [];
  /** Whether the lines of the open table say of which fund the next rows are. */
  private inHeading = false;
  private holders: PrintedHolder[] = [];
  /** The people named now are a group's, not the open account's. */
  private inGroupHeading = false;
  /** Of the table that was read last. */
  private records: readonly HoldingRecord[] = [];
  private insurer: string | null = null;

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
        this.startTable(start.header, line);
        index += start.length - 1;
      } else if (!this.isInCell(line, lines[index - 1]) && isUnknownSection(lines, index))
        this.leaveFor(UNKNOWN_SECTION.exec(text)?.[1] ?? '', false);
      else this.readLine(line, text, lines[index - 1], lines.slice(index + 1, index + 5));
    }
    this.endTable();
    this.readEnded();
  }

  private get pension(): PrintedPension | null {
    return this.account || this.inFunds ? null : (this.pensions.at(-1) ?? null);
  }

  private readLine(
    line: Line,
    text: string,
    above: Line | undefined,
    after: readonly Line[],
  ): void {
    const [below] = after;
    if (this.readGroupHeading(line)) return;
    if (this.readFolioHeading(line, text, above, below)) return;
    if (this.table?.isUnderIsin(line) === true && !startsAnother(text)) this.table.add(line);
    else if (TOTAL.test(text) && this.table?.holdsMovements !== true) this.total(line, text);
    else if (PORTFOLIO_VALUE.test(text)) this.portfolioValue(line);
    else if (PENSION.test(text) && !this.inRow(line)) this.startPension(line, text);
    else if (this.startsSection(text, line, below)) return;
    else if (!this.inRow(line) && this.startsAccount(line, text, above, below)) return;
    else if (findInsurer(text) !== null) {
      this.endTable();
      this.insurer = findInsurer(text);
    } else if (this.details.read(text)) this.endTable();
    else if (this.isOfMovements && EMPTY.test(text)) return;
    else if (this.account?.readDetail(text, line)) return;
    else if (this.account === null && findHolders(line.text).length > 0) {
      this.holders.push(...findHolders(line.text));
    } else if (EMPTY.test(text)) this.endTable();
    else if (this.ignoring) return;
    else if (!this.inHeading && this.table?.isHeading(line, below) === true)
      this.readHeading(line, after);
    else if (this.table) this.addToTable(line);
    else if (isIsinRow(line)) this.isinRow = line;
    else this.stray(line);
  }

  /** A heading ends a table, unless its rows go on right below it: then it is a caption among them. */
  private readHeading(line: Line, after: readonly Line[]): void {
    if (this.table?.goesOnBelow(after) === true) warnOfCaption(line, this.notes);
    else this.endTable();
  }

  /** Whether a line goes on with what the line above has of the open table. */
  private isInCell(line: Line, above: Line | undefined): boolean {
    const size = line.runs[0]?.size ?? 0;
    return (
      this.table !== null && above?.page === line.page && line.y - above.y < NEXT_IN_CELL * size
    );
  }

  private get isOfMovements(): boolean {
    return (this.table?.fundMovements.length ?? 0) > 0;
  }

  /**
   * Takes what says of which fund the next transactions are. It stands above the labels of the columns; or below them, where they are
   * printed once for all funds, and then it does not end the table.
   */
  private readFolioHeading(
    line: Line,
    text: string,
    above: Line | undefined,
    below: Line | undefined,
  ): boolean {
    const starts = startsFolioHeading(line);
    if (!this.table) {
      const name = this.heading.length === 0 && above?.page === line.page ? [above] : [];
      if (starts) this.heading.push(...name, line);
      else if (this.heading.length > 0) this.heading.push(line);
      return false;
    }
    if (!this.isOfMovements || (!starts && !this.namesScheme(line, below))) return false;
    this.details.read(text);
    this.inHeading = true;
    this.table.add(line);
    return true;
  }

  /** Whether a line of the table is the name of a scheme whose ISIN is in the line below it. */
  private namesScheme(line: Line, below: Line | undefined): boolean {
    if (!standsOverFund(line, below)) return false;
    return SECTION.test(line.text) || this.table?.isHeading(line, below) === true;
  }

  private addToTable(line: Line): void {
    if (rowDate(line) !== null || isBalanceLine(line)) this.inHeading = false;
    this.table?.add(line);
  }

  /** Takes the heading of a group of holders and the names below it: they say whose is what follows, not whose was what is open. */
  private readGroupHeading(line: Line): boolean {
    const holders = findHolders(line.text);
    const isGroup = startsHolderGroup(line);
    if (isGroup) {
      this.endTable();
      this.holders = [];
    }
    this.inGroupHeading = isGroup || (this.inGroupHeading && namesPerson(line));
    if (this.inGroupHeading) this.holders.push(...holders);
    return this.inGroupHeading;
  }

  /** Inside a table an account's name can only be a description. */
  private inRow(line: Line): boolean {
    if (this.table?.holdsMovements === true && isMovementRow(line)) return true;
    return this.table !== null && line.runs.some(hasDecimals);
  }

  private startsSection(text: string, line: Line, below: Line | undefined): boolean {
    const code = standsOverFund(line, below) ? undefined : SECTION.exec(text)?.[1];
    const numbers = line.runs.some(hasDecimals);
    if (numbers) return false;
    if (FUNDS.test(text)) this.leaveFor('F', true);
    else if (code !== undefined) this.leaveFor(code, false);
    else if (MOVEMENTS.test(text) || HOLDINGS.test(text)) {
      this.endTable();
      this.details.close();
      this.movementsHeading = titleOf(text);
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
    this.readEnded();
    this.totals.startSection();
    this.heading = [];
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
    this.heading = [];
    this.totals.startAccount();
    this.section = null;
    this.inFunds = false;
    this.ignoring = false;
    this.account = this.accounts.open(ids, line, above);
    this.lastAccount = this.account;
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
    this.heading = [];
    this.account = null;
    this.inFunds = false;
    this.ignoring = false;
    this.section = 'N';
    this.ignoring = false;
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

  private startTable(header: TableHeader, line: Line): void {
    if (this.table?.goesOnWith(header) !== true) this.endTable();
    const { ended, account, movementsHeading } = this;
    const isAgain =
      ended?.account === account &&
      ended.heading === movementsHeading &&
      ended.table.goesOnWith(header) &&
      ended.table.lastPage !== null &&
      ended.table.lastPage >= line.page - 1;
    if (isAgain) {
      this.table = ended.table;
      this.ended = null;
    } else this.readEnded();
    this.table ??= new OpenTable();
    this.table.start(header, this.linesAbove(header));
    this.isinRow = null;
    this.heading = [];
    this.inHeading = false;
  }

  /** What stands above a header and says of what the rows below it are. */
  private linesAbove(header: TableHeader): Line[] {
    if (header.kind === 'fundMovements') return this.heading;
    return header.kind === 'movements' && this.isinRow ? [this.isinRow] : [];
  }

  private endTable(): void {
    const { table } = this;
    this.table = null;
    this.inHeading = false;
    if (!table) return;
    if (this.pension && table.isOfPensionMovements()) {
      const [first] = table.lines;
      if (first) {
        this.notes.warn(
          'pension-transactions',
          'Transactions of a pension account (NPS) are not read yet; they were left out.',
          first,
        );
      }
      return;
    }
    if (table.movements.length > 0) {
      this.readEnded();
      this.ended = { table, account: this.account, heading: this.movementsHeading };
      return;
    }
    if (table.policies.length > 0) {
      this.policies.push(...readPolicies(table.policies, this.insurer, this.notes));
      return;
    }
    if (table.fundMovements.length > 0) {
      this.fundMovements.push(...readFundMovements(table.fundMovements, this.notes));
      return;
    }
    if (this.pension) {
      const funds = readPensionFunds(table.holdings, this.notes);
      this.pension.funds.push(...funds);
      this.totals.endTable(funds.map(({ value }) => value));
      return;
    }
    const records = holdingRecords(table.holdings, this.notes);
    this.records = records;
    this.totals.endTable(records.map(({ figures }) => figures.value));
    const hasFolios = table.holdings.some(({ columns }) =>
      columns.some(({ name }) => name === 'folio'),
    );
    if (this.inFunds || hasFolios) this.addFunds(records);
    else if (this.account) this.addHoldings(this.account, records);
    else if (records[0]) {
      this.notes.warn(
        'holding-without-account',
        'Holdings stand under no account.',
        records[0].anchor,
      );
    }
  }

  /** Reads the transactions that ended, as nothing goes on with them. */
  private readEnded(): void {
    const { ended } = this;
    this.ended = null;
    if (!ended) return;
    const movements = readMovements(ended.table.movements, this.notes);
    ended.account?.addMovements(movements);
    const [first] = movements;
    if (first && !ended.account)
      this.notes.warn(
        'transaction-without-account',
        'Transactions stand under no account.',
        first.place,
      );
  }

  private addFunds(records: readonly HoldingRecord[]): void {
    const { lastAccount, holders } = this;
    this.fundRecords.push(...records);
    this.fundTables.push({
      anchors: records.map(({ anchor }) => anchor),
      holders: this.account ? [] : holders,
      account: lastAccount?.printed ?? null,
    });
  }

  private addHoldings(account: OpenAccount, records: readonly HoldingRecord[]): void {
    account.addHoldings(records, this.section);
    const [first] = records;
    if (first) this.totals.endHoldings(account.printed, first.anchor);
  }

  private total(line: Line, text: string): void {
    // What rows of transactions add up to is no value of holdings, and rows of other funds can follow.
    if (this.isOfMovements && !/^Grand/i.test(text)) return;
    this.endTable();
    const grid = this.records.at(-1)?.grid ?? null;
    const printed = numberUnder(line, grid, 'value') ?? lastNumber(line);
    if (!printed || this.ignoring) return;
    const { account } = this;
    const held = account && { of: account.printed, values: account.values() };
    this.totals.add(printed, /^Sub/i.test(text), held);
    for (const name of ['cost', 'gain'] as const) {
      const beside = numberUnder(line, grid, name);
      if (beside)
        this.totals.addOf(
          this.records.map(({ figures }) => figures[name]),
          beside,
        );
    }
  }

  private portfolioValue(line: Line): void {
    this.endTable();
    const printed = lastNumber(line) ?? firstAmount(line);
    if (!printed) return;
    if (this.pension) {
      this.pension.value = printed;
      this.totals.add(printed, true, null);
    } else this.account?.close(printed, this.totals.ofTable);
  }

  /** Numbers where no table is known: said, not dropped. */
  private stray(line: Line): void {
    if (!this.account && !this.inFunds && rowDate(line) === null) return;
    const numbers = line.runs.filter(hasDecimals);
    // Units of shares have no decimals.
    const isDated = isMovementRow(line) && line.runs.filter(isNumberRun).length >= 2;
    if (numbers.length >= 2 || isDated) {
      this.notes.warn('line-not-understood', 'A line with numbers was not understood.', line);
    }
  }
}

/**
 * Whether a line is the title of a section whose letters are not known, right above the labels of its table: what it lists is told by
 * its ISIN and its name, and is not of the section before.
 */
function isUnknownSection(lines: readonly Line[], index: number): boolean {
  const [line, below] = [lines[index], lines[index + 1]];
  if (!line || below?.page !== line.page || SECTION.test(line.text)) return false;
  if (!UNKNOWN_SECTION.test(line.text) || line.runs.some(hasDecimals)) return false;
  return tableHeaderAt(lines, index + 1, false)?.header.kind === 'holdings';
}

function isNumberRun({ text }: Run): boolean {
  return readNumber(text) !== null;
}
