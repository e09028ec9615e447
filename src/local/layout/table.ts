import type { Run } from '../pdf/run.ts';
import type { Printed } from '../statement.ts';
import { isNumeric, readNumber } from '../text/numbers.ts';
import { hasDecimals, numberEdges, overlapOf, stacksOf } from './columns.ts';
import type { Stack } from './columns.ts';
import { joinWrapped, textOf } from './line.ts';
import type { Line } from './line.ts';

export interface ColumnRule<Name extends string> {
  readonly name: Name;
  readonly label: RegExp;
  readonly holds: 'text' | 'number';
}

export interface TableColumn<Name extends string> extends Stack {
  readonly name: Name;
  readonly holds: 'text' | 'number';
}

/** Names the columns of a header; the first rule that fits a label wins. Null for labels that fit none. */
export function columnsOf<Name extends string>(
  header: readonly Line[],
  rules: readonly ColumnRule<Name>[],
): { columns: TableColumn<Name>[]; unknown: Stack[] } {
  const columns: TableColumn<Name>[] = [];
  const unknown: Stack[] = [];
  for (const stack of stacksOf(header)) {
    const rule = rules.find(({ label }) => label.test(stack.label.replace(/\s+/g, ' ')));
    if (rule) columns.push({ ...stack, name: rule.name, holds: rule.holds });
    else unknown.push(stack);
  }
  return { columns, unknown };
}

/** How far a number may end from the edge of its column, and a text begin from the left of its own. */
const NUMBER_REACH = 12;
const TEXT_REACH = 6;
/** Words leave at most this part of the font size between them. */
const WORD_GAP = 0.4;
const FLUSH = 0.8;

/** A table's columns with the edges that its numbers really end at. */
export class TableGrid<Name extends string> {
  readonly columns: readonly TableColumn<Name>[];
  private readonly numeric: readonly TableColumn<Name>[];
  private readonly texts: readonly TableColumn<Name>[];
  private readonly edges: readonly number[];

  constructor(columns: readonly TableColumn<Name>[], anchors: readonly Line[]) {
    this.columns = columns;
    this.numeric = columns.filter(({ holds }) => holds === 'number');
    this.texts = columns.filter(({ holds }) => holds === 'text');
    const firstNumber = Math.min(...this.numeric.map(({ left }) => left)) - 40;
    const numbers = anchors.flatMap(({ runs }) =>
      runs.filter((run, index) => {
        const isWord =
          isInText(runs, index) || (!hasDecimals(run) && followsWord(run, runs[index - 1]));
        return this.looksNumeric(run) && run.left > firstNumber && !isWord;
      }),
    );
    this.edges = numberEdges(this.numeric, numbers);
  }

  /** The column of a run, or null when it is in none. */
  columnOf(run: Run): TableColumn<Name> | null {
    return (isNumeric(run.text) ? this.numberColumn(run) : null) ?? this.textColumn(run);
  }

  /** The cells of a record: each column's runs from top to bottom. */
  cells(record: readonly Line[]): Cells<Name> {
    const cells = new Map<Name, CellRun[]>();
    const astray: CellRun[] = [];
    for (const line of record) {
      let last: TableColumn<Name> | null = null;
      for (const [index, run] of line.runs.entries()) {
        const isWord = last?.holds === 'text' && this.isWordOf(line.runs, index);
        if (!isWord) last = this.columnOf(run);
        const column: TableColumn<Name> | null = last;
        if (!column) astray.push({ run, line });
        else cells.set(column.name, [...(cells.get(column.name) ?? []), { run, line }]);
      }
    }
    return new Cells(cells, astray);
  }

  /** Where words are drawn one by one, a number a space behind one is part of the name unless it ends where numbers do. */
  private isWordOf(runs: readonly Run[], index: number): boolean {
    const run = runs[index];
    if (!run || readNumber(run.text) === null || !followsWord(run, runs[index - 1])) return false;
    return isInText(runs, index) || !this.edges.some((edge) => Math.abs(run.right - edge) < FLUSH);
  }

  private looksNumeric(run: Run): boolean {
    if (readNumber(run.text) === null) return false;
    return hasDecimals(run) || !this.texts.some(({ left }) => Math.abs(run.left - left) < 3);
  }

  private numberColumn(run: Run): TableColumn<Name> | null {
    let best: TableColumn<Name> | null = null;
    let least = NUMBER_REACH;
    this.numeric.forEach((column, index) => {
      const distance = Math.abs(run.right - (this.edges[index] ?? column.right));
      if (distance < least) {
        best = column;
        least = distance;
      }
    });
    // A folio or an order number looks like a number but stands flush with its own column's left.
    const flush = hasDecimals(run) ? Infinity : this.leftDistance(run);
    return flush < least ? null : best;
  }

  private leftDistance(run: Run): number {
    return Math.min(...this.texts.map(({ left }) => Math.abs(run.left - left)));
  }

  private textColumn(run: Run): TableColumn<Name> | null {
    const over = this.columns
      .map((column) => ({ column, overlap: overlapOf(column, run) }))
      .filter(({ overlap }) => overlap > 0)
      .sort((a, b) => b.overlap - a.overlap);
    const text = over.find(({ column }) => column.holds === 'text');
    if (text) return text.column;
    const left = this.texts.filter((column) => column.left <= run.left + TEXT_REACH).at(-1);
    // A text under the numbers (a short customer code) belongs to no column.
    return over.length > 0 && !isNear(left, run) ? null : (left ?? null);
  }
}

function followsWord(run: Run, before: Run | undefined): boolean {
  if (!before || isNumeric(before.text)) return false;
  const gap = run.left - before.right;
  return gap >= 0 && gap < run.size * WORD_GAP;
}

/** Whether words stand right before and right behind a run. */
function isInText(runs: readonly Run[], index: number): boolean {
  const [before, run, next] = [runs[index - 1], runs[index], runs[index + 1]];
  if (!run || !next || !followsWord(run, before) || isNumeric(next.text)) return false;
  return next.left - run.right < run.size * WORD_GAP;
}

function isNear(column: Stack | undefined, run: Run): boolean {
  return column !== undefined && run.left - column.right < 60 && run.left - column.left < 160;
}

export interface CellRun {
  readonly run: Run;
  readonly line: Line;
}

/** What one record holds. */
export class Cells<Name extends string> {
  private readonly cells: ReadonlyMap<Name, readonly CellRun[]>;
  /** Runs in no column. */
  readonly astray: readonly CellRun[];
  private readonly numbers = new Map<Name, Printed | null>();

  constructor(cells: ReadonlyMap<Name, readonly CellRun[]>, astray: readonly CellRun[]) {
    this.cells = cells;
    this.astray = astray;
  }

  runs(name: Name): readonly CellRun[] {
    return this.cells.get(name) ?? [];
  }

  /** The cell's lines, top to bottom. */
  lines(name: Name): string[] {
    const lines = new Map<Line, Run[]>();
    for (const { run, line } of this.runs(name)) lines.set(line, [...(lines.get(line) ?? []), run]);
    return [...lines.values()].map(textOf);
  }

  /** The whole cell, unwrapped; null when it is empty. */
  text(name: Name): string | null {
    const text = joinWrapped(this.lines(name));
    return text === '' ? null : text;
  }

  /** The topmost number of the cell: stacked cells print the current balance first. */
  number(name: Name): Printed | null {
    const known = this.numbers.get(name);
    // A figure is one object, however often it is asked for: checks confirm it, and the answer knows it again.
    if (known !== undefined) return known;
    const number = this.readNumber(name);
    this.numbers.set(name, number);
    return number;
  }

  private readNumber(name: Name): Printed | null {
    for (const { run, line } of this.runs(name)) {
      const value = readNumber(run.text);
      if (value) return { value, page: line.page, row: line.row };
    }
    return null;
  }
}
