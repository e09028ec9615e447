import type { Run } from '../pdf/run.ts';
import type { Printed } from '../statement.ts';
import { isNil, readNumber } from '../text/numbers.ts';
import { isNumberLike } from './atoms.ts';
import { joinWrapped, textOf } from './line.ts';
import type { Line } from './line.ts';

export interface CellRun {
  readonly run: Run;
  readonly line: Line;
}

/** A number whose commas stand where they can. `1,23` is the beginning of one. */
const WELL_FORMED = /^(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})?(?:\.\d+)?$/;
/** What is left of a number on the next line has neither a sign nor a point, unless nothing but the point and what follows is left. */
const TAIL = /^(?:\d+|\.\d+)\)?$/;

/** What one record holds. */
export class Cells<Name extends string> {
  private readonly cells: ReadonlyMap<Name, readonly CellRun[]>;
  /** Numbers, nil marks and dates in no column. */
  readonly astray: readonly CellRun[];
  private readonly readings = new Map<Name, readonly Printed[]>();

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

  /** The whole cell, unwrapped; null when it is empty or says that there is nothing. */
  text(name: Name): string | null {
    const text = joinWrapped(this.lines(name));
    return text === '' || isNil(text) ? null : text;
  }

  /** Whether the cell says that there is nothing. */
  isNil(name: Name): boolean {
    const runs = this.runs(name);
    return runs.length > 0 && runs.every(({ run }) => isNil(run.text));
  }

  /** The number of the cell: the topmost of a stacked cell, the whole of one that wraps. */
  number(name: Name): Printed | null {
    return this.numbers(name)[0] ?? null;
  }

  /**
   * What the cell can be read as, the likeliest first. A cell with several lines holds several numbers, of which the current one is
   * printed first, or one number that was too wide for it.
   */
  numbers(name: Name): readonly Printed[] {
    // A figure is one object, however often it is asked for: checks confirm it, and the answer knows it again.
    const known = this.readings.get(name) ?? this.readNumbers(name);
    this.readings.set(name, known);
    return known;
  }

  private readNumbers(name: Name): Printed[] {
    const [first, ...others] = this.runs(name).filter(({ run }) => isNumberLike(run.text));
    if (!first) return [];
    const found: Printed[] = [];
    const add = (text: string): boolean => {
      const value = isWellFormed(text) ? readNumber(text) : null;
      if (value) found.push({ value, page: first.line.page, row: first.line.row });
      return value !== null;
    };
    let text = first.run.text;
    add(text);
    for (const { run, line } of others) {
      if (line === first.line || isNil(run.text)) break;
      const goesOn = !isWellFormed(text) || TAIL.test(run.text);
      if (!goesOn) break;
      text += run.text;
      if (add(text)) break;
    }
    return found;
  }

  /** Whether the cell's number can be one that wraps: what confirms it must be looked for. */
  wraps(name: Name): boolean {
    const runs = this.runs(name).filter(({ run }) => isNumberLike(run.text));
    const [first, second] = runs;
    if (!first) return false;
    const found = this.numbers(name);
    return found.length > 1 || (second !== undefined && !isWellFormed(first.run.text));
  }
}

/** Whether a text is the whole of a number: `1,23,` and `12,543.` go on somewhere else. */
export function isWellFormed(text: string): boolean {
  const digits = text.replace(/^(?:INR|Rs\.?|`|\u20B9)?\s*\(?\s*[-+]?\s*|\s*\)$/gi, '');
  return (
    digits !== '' && !digits.endsWith('.') && WELL_FORMED.test(digits) && readNumber(text) !== null
  );
}
