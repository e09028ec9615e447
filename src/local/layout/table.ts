import type { Run } from '../pdf/run.ts';
import { atomsOf } from './atoms.ts';
import type { Atom } from './atoms.ts';
import { bandsOf, distanceTo, isNilOnly, takeTurns, together } from './bands.ts';
import type { Band } from './bands.ts';
import { Cells } from './cells.ts';
import type { CellRun } from './cells.ts';
import { overlapOf, stacksOf } from './columns.ts';
import type { Line } from './line.ts';
import { matchBands } from './matchBands.ts';
import type { ColumnLabel } from './matchBands.ts';

export interface ColumnRule<Name extends string> {
  readonly name: Name;
  readonly label: RegExp;
  readonly holds: 'text' | 'number' | 'either';
  /** What at least one cell in two looks like. */
  readonly like?: RegExp;
  /** Of several columns with this name, the label of the one that is meant, where it is not the first; and what the others are. */
  readonly meant?: RegExp;
  readonly twin?: Name;
}

/** A column as its label says; the name is null where the label is not known. */
export interface TableColumn<Name extends string> extends ColumnLabel {
  readonly name: Name | null;
}

/** The columns of a header from left to right; the first rule that fits a label names it. */
export function columnsOf<Name extends string>(
  header: readonly Line[],
  rules: readonly ColumnRule<Name>[],
): TableColumn<Name>[] {
  const named = stacksOf(header).map((stack) => {
    const label = stack.label.replace(/\s+/g, ' ');
    return { stack, label, rule: rules.find((rule) => rule.label.test(label)) };
  });
  return named.map(({ stack, rule }) => {
    if (!rule) return { ...stack, name: null, holds: 'any' };
    const { holds, like, meant, twin } = rule;
    const same = named.filter((other) => other.rule?.name === rule.name);
    const chosen = same.find((other) => meant?.test(other.label)) ?? same[0];
    const name = chosen?.stack === stack ? rule.name : (twin ?? null);
    return { ...stack, name, holds, ...(like && { like }) };
  });
}

/** A column with where its cells stand. */
interface Placed<Name extends string> {
  /** Null where no label was found for what stands here. */
  readonly column: TableColumn<Name> | null;
  readonly band: Band | null;
  readonly left: number;
  readonly right: number;
  readonly holds: 'text' | 'number';
}

/** How far a number may be from the edge of its column; one that a word touches; and a text from the left of its own. */
const NUMBER_REACH = 8;
const FLUSH = 0.8;
/** What shares this much of its width with the cells of a column stands among them. */
const INSIDE = 0.9;
const TEXT_REACH = 6;
/** What wraps is set in by this many font sizes at most. */
const SET_IN = 2;
/** A text that covers this much of where the cells of another column stand is in that column too. */
const SHARED = 0.5;
const TEXT_FLUSH = 3;

/** A table's columns with where their cells really stand. */
export class TableGrid<Name extends string> {
  readonly columns: readonly TableColumn<Name>[];
  private readonly placed: readonly Placed<Name>[];

  /**
   * @param lines what stands below each other in them makes the columns
   * @param rows how many rows they are of
   */
  constructor(columns: readonly TableColumn<Name>[], lines: readonly Line[], rows = lines.length) {
    this.columns = columns;
    this.placed = placedOf(columns, lines, rows);
  }

  /** The cells of a record: each column's runs from top to bottom. */
  cells(record: readonly Line[]): Cells<Name> {
    const cells = new Map<Name, CellRun[]>();
    const astray: CellRun[] = [];
    for (const line of record) {
      for (const { atom, column } of this.assigned(line)) {
        const { run } = atom;
        if (!column) {
          if (atom.kind !== 'text') astray.push({ run, line });
          continue;
        }
        const name = column.column?.name ?? null;
        if (name !== null) cells.set(name, [...(cells.get(name) ?? []), { run, line }]);
      }
    }
    return new Cells(cells, astray);
  }

  /** The first cell of each column that has no label, or one that is not known, of these lines. */
  unknownIn(lines: readonly Line[]): CellRun[] {
    const found = new Map<Placed<Name>, CellRun>();
    for (const line of lines) {
      for (const { atom, column } of this.assigned(line)) {
        const isUnknown = column !== null && (column.column?.name ?? null) === null;
        // Marks that lead to a footnote are no column.
        if (!isUnknown || found.has(column) || !/[a-z0-9]/i.test(atom.run.text)) continue;
        found.set(column, { run: atom.run, line });
      }
    }
    return [...found.values()];
  }

  /** The number of a line that stands in this column; null when none does. */
  numberIn(line: Line, name: Name): Run | null {
    const found = this.assigned(line).find(
      ({ atom, column }) => atom.kind === 'number' && column?.column?.name === name,
    );
    return found?.atom.run ?? null;
  }

  /** Whether a text of a line can be no cell and no rest of one: it reaches across columns, is set in, or is bold under plain texts. */
  isNoCell(line: Line): boolean {
    return cellsBegunIn(line).some((atom) => {
      const band = this.textColumn(atom)?.band ?? null;
      return (
        this.coversOthers(atom) || (band !== null && (isSetIn(atom, band) || isBolder(atom, band)))
      );
    });
  }

  /** Whether a text reaches from its own column far into others. */
  private coversOthers(atom: Atom): boolean {
    const cell = { left: atom.run.left, right: atom.cellRight };
    const own = this.textColumn(atom);
    return this.placed.some(
      (placed) =>
        placed !== own &&
        placed.band !== null &&
        overlapOf(placed, cell) > (placed.right - placed.left) * SHARED,
    );
  }

  private assigned(line: Line): { atom: Atom; column: Placed<Name> | null }[] {
    let last: Placed<Name> | null = null;
    return atomsOf(line).map((atom) => {
      const isWord = atom.inText || (atom.kind === 'text' && atom.followsWord);
      const goesOn = last?.holds === 'text' && isWord && !this.beginsCell(atom, last);
      if (!goesOn) last = this.columnOf(atom, last);
      return { atom, column: last };
    });
  }

  /** A cell can begin a space behind the text in the cell before it: exactly where its column's other cells begin. */
  private beginsCell({ run }: Atom, last: Placed<Name>): boolean {
    return this.placed.some(
      ({ holds, band, left }) =>
        holds === 'text' &&
        band?.align === 'left' &&
        left > last.left + TEXT_REACH &&
        Math.abs(band.edge - run.left) <= FLUSH,
    );
  }

  private columnOf(atom: Atom, last: Placed<Name> | null): Placed<Name> | null {
    if (atom.kind === 'text' || atom.kind === 'isin' || atom.kind === 'date')
      return this.textColumn(atom);
    const number = this.numberColumn(atom);
    if (number) return number;
    // A number a space behind a word is part of what that word says.
    if (atom.followsWord && last?.holds === 'text') return last;
    return this.textColumnOfNumber(atom);
  }

  private numberColumn(atom: Atom): Placed<Name> | null {
    const reach = atom.followsWord ? FLUSH : NUMBER_REACH;
    const near = this.placed
      .flatMap((placed) => {
        // Folios and coupon rates can be numbers too.
        if (placed.band?.holds !== 'number') return [];
        const width = atom.run.right - atom.run.left;
        const isInside = !atom.followsWord && overlapOf(placed, atom.run) >= width * INSIDE;
        const distance = distanceTo(placed.band, atom);
        return isInside || distance < reach ? [{ placed, isInside, distance }] : [];
      })
      .sort((a, b) => Number(b.isInside) - Number(a.isInside) || a.distance - b.distance)[0];
    if (!near) return null;
    const flush = this.flushText(atom);
    return flush && !near.isInside && flush.distance < near.distance ? null : near.placed;
  }

  private textColumnOfNumber(atom: Atom): Placed<Name> | null {
    const flush = this.flushText(atom);
    if (flush) return flush.placed;
    if (atom.decimals) return null;
    return (
      this.placed.find(
        ({ holds, left, right, band }) =>
          holds === 'text' && band && atom.run.left >= left - 1 && atom.run.right <= right + 1,
      ) ?? null
    );
  }

  /** The column of texts that a number begins with: a folio looks like a number too. */
  private flushText({ run }: Atom): { placed: Placed<Name>; distance: number } | null {
    const near = this.placed.flatMap((placed) => {
      const distance = Math.abs(run.left - placed.left);
      const isFlush = placed.holds === 'text' && placed.band?.align === 'left';
      return isFlush && distance <= TEXT_FLUSH ? [{ placed, distance }] : [];
    });
    return near[0] ?? null;
  }

  private textColumn({ run, cellRight }: Atom): Placed<Name> | null {
    const texts = this.placed.filter(({ holds }) => holds === 'text');
    const before = texts.filter(({ left }) => left <= run.left + TEXT_REACH).at(-1) ?? null;
    const cell = { left: run.left, right: cellRight };
    const over = texts
      .filter(({ band }) => band?.align !== 'left')
      .map((placed) => ({ placed, overlap: overlapOf(placed, cell) }))
      .filter(({ overlap }) => overlap > 0)
      .sort((a, b) => b.overlap - a.overlap)[0];
    if (over && over.placed !== before) {
      const least = before ? overlapOf(before, cell) : 0;
      if (over.overlap > least) return over.placed;
    }
    if (!before) return null;
    // A text below numbers (a short customer code) belongs to no column.
    const isBehind = this.placed.some(
      ({ holds, left }) => holds === 'number' && left > before.left && left <= run.left + 1,
    );
    return isBehind && run.left > before.right ? null : before;
  }
}

/** The texts of a line that begin a cell. */
function cellsBegunIn(line: Line): Atom[] {
  return atomsOf(line).filter(({ kind, followsWord }) => kind === 'text' && !followsWord);
}

/** Whether a text begins well right of where all texts of its column do. */
function isSetIn({ run }: Atom, { align, edge, lines }: Band): boolean {
  return align === 'left' && lines.size > 1 && run.left - edge > run.size * SET_IN;
}

function isBolder({ run }: Atom, { atoms }: Band): boolean {
  return run.bold && atoms.every((atom) => !atom.run.bold);
}

function placedOf<Name extends string>(
  columns: readonly TableColumn<Name>[],
  lines: readonly Line[],
  rows: number,
): Placed<Name>[] {
  const bands = bandsOf(lines);
  const matches = matchBands(columns, bands, Math.max(1, rows));
  const own = matches.map((indices) =>
    indices.flatMap((at) => bands[at] ?? []).reduce<Band | null>(withBand, null),
  );
  const taken = new Set(matches.flat());
  const alone: Band[] = [];
  bands.forEach((band, index) => {
    if (taken.has(index)) return;
    const home = own.findIndex((each) => each !== null && isStrayOf(band, each));
    if (home === -1) alone.push(band);
    else if (band.holds === 'number') own[home] = withBand(own[home] ?? null, band);
  });
  const placed = columns.map((column, index): Placed<Name> => {
    const band = own[index] ?? null;
    const { left, right } = band ?? column;
    return { column, band, left, right, holds: holdsOf(column, band) };
  });
  const unknown = alone.map((band): Placed<Name> => {
    const { left, right, holds } = band;
    return { column: null, band, left, right, holds };
  });
  return [...placed, ...unknown].sort((one, other) => one.left - other.left);
}

/** Both bands as one, set as the one is that has more than nil marks. */
function withBand(one: Band | null, other: Band): Band {
  if (!one) return other;
  const { align, edge } = isNilOnly(one) ? other : one;
  return { ...together(one, other), align, edge };
}

function holdsOf({ holds }: ColumnLabel, band: Band | null): 'text' | 'number' {
  if (holds === 'any') return band?.holds ?? 'text';
  return holds === 'number' ? 'number' : 'text';
}

/** Whether a band without a label is part of another: a piece of names set apart, or a number set a little aside. */
function isStrayOf(band: Band, other: Band): boolean {
  if (band.holds !== other.holds) return false;
  if (band.holds === 'number')
    return (
      takeTurns(band, other) && band.atoms.every((atom) => distanceTo(other, atom) <= NUMBER_REACH)
    );
  return (
    band.atoms.every(({ kind }) => kind === 'text') &&
    band.left > other.left &&
    band.left < other.right
  );
}
