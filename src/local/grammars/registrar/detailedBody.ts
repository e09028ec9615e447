import { emptyScheme } from '../../emptyScheme.ts';
import type { Line } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { PrintedFolio, PrintedScheme } from '../../statement.ts';
import { readNumber } from '../../text/numbers.ts';
import { continuesClosing, readClosing, startsClosing } from './closingLines.ts';
import { datedRow, moneyColumn } from './detailedColumns.ts';
import type { DatedRow, DetailedColumns } from './detailedColumns.ts';
import type { BodyLine } from './detailedLines.ts';
import { readFolioLine } from './folioLine.ts';
import type { FolioLine } from './folioLine.ts';
import { comparable, fundHouseAbove } from './fundHouse.ts';
import { readHolders } from './holders.ts';
import { splitCode } from './schemeCode.ts';
import { hasSchemeMark } from './schemeHeader.ts';
import { readSchemeRegion } from './schemeRegion.ts';
import { straightenSigns } from './straightenSigns.ts';
import { kindOf, readTransactionRow } from './transactionRow.ts';

const OPENING = /Opening\s+Unit\s+Balance\s*:?\s*(.*)$/i;
/** Labels of the table, one behind the other as no name of a scheme has them. */
const HEADINGS = /\bDate\s+(?:Transaction|Description)\b|\bAmount\b.*\bUnits\b.*\b(?:Price|NAV)\b/i;
const NO_TRANSACTIONS = /No\s+transactions\s+during\s+this/i;
/** The tail of a wrapped description begins this near to where descriptions begin. */
const TAIL_REACH = 8;
/** Lines of one description are at most this many font sizes apart. */
const TAIL_GAP = 2;

/** Where folio lines and closing lines begin in this statement, in points; null where it has none. */
export interface Margins {
  readonly folioLeft: number | null;
  readonly closingLeft: number | null;
}

type Phase = 'between' | 'transactions' | 'closing';

/** Goes through a detailed statement line by line: fund house, folio, scheme, its transactions, its closing lines. */
export class DetailedBody {
  private readonly listed: readonly string[];
  private readonly bodySize: number;
  private readonly margins: Margins;
  private readonly notes: Notes;
  private readonly folios: PrintedFolio[] = [];
  private phase: Phase = 'between';
  private house: string | null = null;
  private folio: PrintedFolio | null = null;
  private scheme: PrintedScheme | null = null;
  /** What was passed since the folio line or the closing lines before. */
  private region: Line[] = [];
  private closing: Line[] = [];
  private last: Line | null = null;
  /** Whether the last row of the table was a note: what wraps is then the note's. */
  private afterNote = false;

  constructor(listed: readonly string[], bodySize: number, margins: Margins, notes: Notes) {
    this.listed = listed;
    this.bodySize = bodySize;
    this.margins = margins;
    this.notes = notes;
  }

  read(body: BodyLine): void {
    const { line, columns } = body;
    const row = columns && datedRow(line, columns.dateLeft);
    const folio = row ? null : readFolioLine(line.text);
    if (!row && this.isTailLikeHeading(body)) this.inTransactions(body, row);
    else if (folio) this.startFolio(folio, line);
    else if (!row && OPENING.test(line.text)) this.open(line);
    else if (!row && startsClosing(line.text)) this.startClosing(line);
    else if (this.phase === 'closing' && continuesClosing(line.text)) this.closing.push(line);
    else if (this.phase === 'transactions') this.inTransactions(body, row);
    else this.between(body, row);
    this.last = line;
  }

  finish(): PrintedFolio[] {
    this.endScheme();
    for (const { schemes, place } of this.folios) {
      if (schemes.length > 0) continue;
      this.notes.warn('folio-without-scheme', 'No scheme was read under this folio.', place);
    }
    return this.folios.filter(({ schemes }) => schemes.length > 0);
  }

  private startFolio(found: FolioLine, line: Line): void {
    this.endScheme();
    const house = fundHouseAbove(this.region, this.listed, this.bodySize);
    if (house === null && this.house === null) {
      this.notes.warn('no-fund-house', 'The fund house of this folio was not found.', line);
    }
    this.house = house ?? this.house;
    this.region = [];
    const same = this.folios.find(
      ({ number, amc }) =>
        comparable(number) === comparable(found.number) &&
        comparable(amc ?? '') === comparable(this.house ?? ''),
    );
    this.folio = same ?? {
      place: { page: line.page, row: line.row },
      ...found,
      amc: this.house,
      holders: [],
      schemes: [],
    };
    if (!same) this.folios.push(this.folio);
  }

  private open(line: Line): void {
    this.endScheme();
    this.startScheme(line);
    if (!this.scheme) return;
    const value = readNumber(OPENING.exec(line.text)?.[1] ?? '');
    if (value) this.scheme.open = { value, page: line.page, row: line.row };
    else this.notes.warn('no-opening-balance', 'The opening unit balance was not read.', line);
  }

  private startScheme(line: Line): void {
    const found = readSchemeRegion(this.region, this.house);
    if (!this.folio) {
      this.notes.warn('no-folio', 'A scheme stands under no folio line; it was left out.', line);
      return;
    }
    if (!found)
      this.notes.warn('no-scheme-header', 'The header of this scheme was not read.', line);
    if (found && HEADINGS.test(found.header.name)) {
      const message =
        'The headings of a table stand in the name of this scheme: one of them is not known, nor is what stands below it.';
      const heading = this.region.find(({ text }) => HEADINGS.test(text));
      this.notes.warn('unknown-column', message, heading ?? line);
    }
    if (this.folio.holders.length === 0 && this.folio.schemes.length === 0) {
      this.folio.holders.push(...readHolders(found?.above ?? [], this.folio.pan));
    }
    this.scheme = {
      ...emptyScheme(found?.first ?? line),
      ...found?.header,
      nominees: found?.nominees ?? [],
    };
    this.folio.schemes.push(this.scheme);
    this.region = [];
    this.phase = 'transactions';
  }

  private startClosing(line: Line): void {
    if (this.phase === 'closing') this.endScheme();
    if (!this.scheme && this.region.some((each) => hasSchemeMark(each.text)))
      this.openWithoutLine(line);
    if (!this.scheme)
      this.notes.warn('closing-without-scheme', 'Closing lines of no scheme.', line);
    this.closing = [line];
    this.phase = 'closing';
  }

  private openWithoutLine(line: Line): void {
    this.notes.warn('no-opening-balance', 'The line of the opening unit balance is missing.', line);
    this.startScheme(line);
  }

  private endScheme(): void {
    const { scheme } = this;
    if (scheme) {
      Object.assign(scheme, readClosing(this.closing));
      if (this.closing.length === 0) {
        this.notes.warn(
          'no-closing',
          'The closing lines of this scheme are missing.',
          scheme.place,
        );
      } else if (scheme.close === null) {
        const message = 'The closing balance of this scheme was not read.';
        this.notes.warn('no-closing', message, this.closing[0] ?? scheme.place);
      }
      straightenSigns(scheme, 'asPrinted', this.notes);
    }
    this.scheme = null;
    this.afterNote = false;
    this.closing = [];
    this.phase = 'between';
  }

  private between({ line, columns }: BodyLine, dated: DatedRow | null): void {
    this.endScheme();
    const row = columns && dated && readTransactionRow(line, dated, columns, this.notes);
    if (!row || row.kind === 'note') {
      this.region.push(line);
      return;
    }
    // A transaction before any opening balance: its line is missing, or this is none of ours.
    if (this.folio && this.region.some((each) => hasSchemeMark(each.text))) {
      this.openWithoutLine(line);
      this.inTransactions({ line, columns, startsPage: false }, dated);
    } else this.notes.warn('row-without-scheme', 'A transaction stands under no scheme.', line);
  }

  private inTransactions({ line, columns, startsPage }: BodyLine, dated: DatedRow | null): void {
    if (NO_TRANSACTIONS.test(line.text)) return;
    const row = columns && dated && readTransactionRow(line, dated, columns, this.notes);
    if (row) this.afterNote = row.kind === 'note';
    if (row?.kind === 'transaction') this.scheme?.transactions.push(row.transaction);
    else if (row) this.notes.keep(line.text.replace(/\s+/g, ' '), line);
    else if (columns && this.isTail(line, columns, startsPage)) this.addTail(line);
    else if (splitCode(line.text, this.house) && (hasSchemeMark(line.text) || line.runs[0]?.bold)) {
      this.endScheme();
      this.region = [line];
    } else if (/^\*{2,}|^Nominee/i.test(line.text)) this.notes.keep(line.text, line);
    else {
      this.notes.warn(
        'line-not-understood',
        'A line among the transactions was not understood.',
        line,
      );
      this.region.push(line);
    }
  }

  /**
   * The tail of a description can say what headings say: `Gift of units - To` above `Folio No: 12345678`. Right below a row, where
   * descriptions begin and such headings do not, it is the description that goes on.
   */
  private isTailLikeHeading({ line, columns }: BodyLine): boolean {
    if (this.phase !== 'transactions' || !columns || !this.isTail(line, columns, false))
      return false;
    if (line.runs[0]?.bold !== this.last?.runs[0]?.bold) return false;
    const { folioLeft, closingLeft } = this.margins;
    const usual = startsClosing(line.text) ? closingLeft : folioLeft;
    return usual !== null && Math.abs(usual - columns.descriptionLeft) > TAIL_REACH;
  }

  /** No date, no number, begins where descriptions do, right below a row or on top of the next page. */
  private isTail(line: Line, columns: DetailedColumns, startsPage: boolean): boolean {
    const [first] = line.runs;
    if (!first || !this.last) return false;
    if (!this.scheme?.transactions.length && !this.afterNote) return false;
    if (Math.abs(first.left - columns.descriptionLeft) > TAIL_REACH) return false;
    if (line.runs.some((run) => moneyColumn(run, columns) !== null)) return false;
    return (
      startsPage || (line.page === this.last.page && line.y - this.last.y <= first.size * TAIL_GAP)
    );
  }

  private addTail(line: Line): void {
    const transaction = this.scheme?.transactions.at(-1);
    if (this.afterNote) this.notes.keep(line.text.replace(/\s+/g, ' '), line);
    if (!transaction || this.afterNote) return;
    transaction.description = `${transaction.description} ${line.text.replace(/\s+/g, ' ')}`;
    Object.assign(transaction, kindOf(transaction.description, transaction.units));
  }
}
