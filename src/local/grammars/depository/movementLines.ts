import { isNumberLike } from '../../layout/atoms.ts';
import type { Line } from '../../layout/line.ts';
import { recordsOf } from '../../layout/records.ts';
import type { TableGrid } from '../../layout/table.ts';
import { ISIN } from '../../text/isin.ts';
import { isNil } from '../../text/numbers.ts';
import type { MovementColumn } from './columnRules.ts';
import { BALANCE, HAS_DATE, hasDate, movesNothing, writtenBalance } from './movementRow.ts';

/** The row that names the ISIN of the transactions below it. */
export interface IsinRow {
  readonly isin: string;
  readonly name: string;
  readonly line: Line;
}

/** What stands under one row that names an ISIN, or above the first of them. */
interface Block {
  readonly isinRow: IsinRow | null;
  readonly records: readonly (readonly Line[])[];
  /** What belongs to the record before. */
  readonly before: readonly Line[];
  /** What belongs to no row. */
  readonly outside: readonly Line[];
  /** Words that stand among rows and are no cell. */
  readonly captions: readonly Line[];
  /** The lines of the rows right below a caption. */
  readonly captioned: ReadonlySet<Line>;
}

const ISIN_ROW = new RegExp(String.raw`^ISIN\s*:?\s*(${ISIN})\s*-?\s*(.*)$`);
const NAMED_ISIN = new RegExp(String.raw`\(?\s*(?:ISIN\b)?\s*[:.-]?\s*(${ISIN})\s*\)?`);
const ANY_NUMBER = /^[\d,]*\d(?:\.\d+)?$/;
const FIGURES = ['opening', 'credit', 'debit', 'closing'] as const;
const BALANCES = ['opening', 'closing'] as const;
/** Columns whose texts wrap. */
const WRAPPING = ['particulars', 'instruction', 'name'] as const;
/** Lines of one row are nearer to each other than this many times the size of their type. */
const FAR = 2;
/** What wraps is hardly further from its row than the nearest lines of the table are from each other. */
const NEAR = 1.15;

/** Whether a line is the row that names the ISIN of the transactions below it. */
export function isIsinRow(line: Line): boolean {
  return ISIN_ROW.test(line.text) && !/\b(?:UCC|RTA)\s*:/i.test(line.text);
}

/** Whether a line surely is a row of transactions: it has a date, and a number beside it. */
export function isMovementRow(line: Line): boolean {
  return hasDate(line) && line.runs.some(({ text }) => isNumberLike(text));
}

/** The lines of one page of a table of demat transactions, sorted by what they are. */
export class MovementLines {
  private readonly grid: TableGrid<MovementColumn>;
  private readonly lines: readonly Line[];
  private readonly leading: number;
  private readonly right: number;
  /** Texts that stand under the rows of several ISINs. */
  private readonly repeated: ReadonlySet<string>;

  constructor(lines: readonly Line[], grid: TableGrid<MovementColumn>) {
    this.grid = grid;
    this.lines = lines;
    this.right = Math.max(...lines.flatMap(({ runs }) => runs.map(({ right }) => right)));
    const gaps = lines.map((line, index) => gapOf(lines[index - 1], line)).filter((gap) => gap > 2);
    this.leading = Math.min(...gaps);
    const texts = lines.flatMap((line, index) => {
      const above = lines[index - 1];
      return above && this.isinRowOf(above) && !line.text.includes('   ') ? [line.text] : [];
    });
    this.repeated = new Set(texts.filter((text, index) => texts.indexOf(text) !== index));
  }

  /** @param continues whether the table began on the page before */
  blocks(continues: boolean): Block[] {
    const groups: { isinRow: IsinRow | null; lines: Line[] }[] = [];
    for (const line of this.lines) {
      const isinRow = this.isinRowOf(line);
      if (isinRow) groups.push({ isinRow, lines: [] });
      else if (groups.length > 0) groups.at(-1)?.lines.push(line);
      else groups.push({ isinRow: null, lines: [line] });
    }
    return groups.map(({ isinRow, lines }) => this.block(isinRow, lines, continues));
  }

  /** Whether a record begins with this line: it has a date in its column, or says a balance. */
  isAnchor(line: Line): boolean {
    const cells = this.grid.cells([line]);
    if (HAS_DATE.test(cells.text('date') ?? '')) return true;
    if (hasDate(line)) return FIGURES.some((name) => cells.number(name) !== null);
    if (!BALANCE.test(line.text)) return false;
    const hasBalance = BALANCES.some((name) => cells.number(name) ?? cells.isNil(name));
    return hasBalance
      ? movesNothing(cells)
      : this.isAside(line, 1) && writtenBalance(line) !== null;
  }

  private block(isinRow: IsinRow | null, lines: readonly Line[], continues: boolean): Block {
    const outside: Line[] = [];
    const captions: Line[] = [];
    const first = lines.findIndex((line) => this.isAnchor(line));
    const captioned = new Set<Line>();
    let named = isinRow;
    const rows = lines.filter((line, index) => {
      if (this.isAnchor(line)) return true;
      if (isinRow && index === 0 && this.goesOnFrom(isinRow.line, line)) {
        named = { ...isinRow, name: `${isinRow.name} ${line.text}`.replace(/\s+/g, ' ') };
        return false;
      }
      const isAbove = isinRow !== null && index < first;
      const isOfRow = isAbove ? this.wrapsAbove(lines, index, first) : !this.isAside(line, 0);
      const isRow = isOfRow && !this.grid.isNoCell(line);
      if (isOfRow && !isRow) captions.push(line);
      const next = lines.slice(index + 1).find((each) => this.isAnchor(each));
      if (!isOfRow) outside.push(line);
      if (!isRow && next) captioned.add(next);
      return isRow;
    });
    const found = recordsOf(rows, (line) => this.isAnchor(line), continues && isinRow === null);
    const { records } = found;
    const last = records.at(-1);
    if (last) {
      const end = this.endOf(last);
      records[records.length - 1] = last.slice(0, end);
      outside.push(...last.slice(end));
    }
    const isWrapped = (line: Line): boolean =>
      (isinRow === null && found.records.length > 0) || this.wraps(line);
    outside.push(...found.before.filter((line) => !isWrapped(line)));
    return {
      isinRow: named,
      records,
      before: found.before.filter(isWrapped),
      outside,
      captions,
      captioned,
    };
  }

  private isinRowOf(line: Line): IsinRow | null {
    const labelled = ISIN_ROW.exec(line.text);
    if (labelled) return { isin: labelled[1] ?? '', name: nameOf(labelled[2] ?? ''), line };
    const match = NAMED_ISIN.exec(line.text);
    const hasColumn = this.grid.columns.some(({ name }) => name === 'isin');
    if (!match || hasColumn || hasDate(line) || !this.startsAside(line)) return null;
    const cells = this.grid.cells([line]);
    if (FIGURES.some((name) => cells.number(name) !== null)) return null;
    const name = line.text.replace(match[0], ' ').replace(/^[\s:-]+|[\s:(-]+$/g, '');
    return { isin: match[1] ?? '', name: nameOf(name), line };
  }

  /** Whether a line is one cell that stands where no row has text that wraps, with this many numbers at most. */
  private isAside(line: Line, numbers: number): boolean {
    if (hasDate(line) || new RegExp(ISIN).test(line.text)) return false;
    const found = line.runs.filter(({ text }) => ANY_NUMBER.test(text) || isNil(text)).length;
    if (found > numbers || (found === 0 && this.isPieceOfCode(line))) return false;
    return (numbers > 0 || !line.text.includes('   ')) && this.startsAside(line);
  }

  private startsAside(line: Line): boolean {
    const [first] = line.runs;
    const cells = this.grid.cells([line]);
    return !WRAPPING.some((name) => cells.runs(name)[0]?.run === first);
  }

  /** Part of an ISIN or of an order's number: they wrap too. */
  private isPieceOfCode(line: Line): boolean {
    const cells = this.grid.cells([line]);
    const code = cells.text('isin') ?? cells.text('order');
    return code !== null && /^(?:IN[A-Z0-9]*|[A-Z0-9/-]*\d[A-Z0-9/-]*)$/i.test(code);
  }

  /** Whether a line between the ISIN and its first row is part of that row. */
  private wrapsAbove(lines: readonly Line[], index: number, first: number): boolean {
    const line = lines[index];
    const row = lines[first];
    if (!line || !row || new RegExp(ISIN).test(line.text)) return false;
    const below = lines[index + 1];
    const [one, other] = [line.runs[0], row.runs[0]];
    const looksAlike =
      one?.bold === other?.bold && Math.abs((one?.size ?? 0) - (other?.size ?? 0)) < 0.4;
    const isNear = gapOf(line, below) <= this.leading * NEAR;
    // A description set beside the middle of its lines is nearer to the row than a line is high.
    const isWholeLine = gapOf(line, below) >= (one?.size ?? 0);
    if (isWholeLine && this.repeated.has(line.text)) return false;
    return looksAlike && isNear && !this.isAside(line, 0);
  }

  /** Whether a text is nothing but words of columns that wrap. */
  private wraps(line: Line): boolean {
    const cells = this.grid.cells([line]);
    const runs = WRAPPING.flatMap((name) => cells.runs(name));
    return runs.length === line.runs.length;
  }

  /** Whether a name fills its line, so that it goes on with this one. */
  private goesOnFrom(row: Line, line: Line): boolean {
    const [first] = line.runs;
    const last = row.runs.at(-1);
    if (!first || !last || !this.isAside(line, 0) || first.bold !== last.bold) return false;
    const word = first.text.split(' ')[0]?.length ?? 0;
    const width = ((first.right - first.left) * word) / Math.max(1, first.text.length);
    return last.right + width > this.right && gapOf(row, line) <= first.size * FAR;
  }

  /** How many lines of the last record are of it: what stands far below is not. */
  private endOf(record: readonly Line[]): number {
    const anchor = record.findIndex((line) => this.isAnchor(line));
    const far = record.findIndex(
      (line, index) =>
        index > anchor && gapOf(record[index - 1], line) > (line.runs[0]?.size ?? 0) * FAR,
    );
    return far === -1 ? record.length : far;
  }
}

function gapOf(one: Line | undefined, other: Line | undefined): number {
  return one && other?.page === one.page ? other.y - one.y : 0;
}

function nameOf(text: string): string {
  return text.replace(/\s+/g, ' ');
}
