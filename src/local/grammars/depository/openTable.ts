import type { Line } from '../../layout/line.ts';
import type { Segment } from '../../layout/segment.ts';
import { ISIN } from '../../text/isin.ts';
import { readNumber } from '../../text/numbers.ts';
import { startsFolioHeading } from './folioHeading.ts';
import { isLabels } from './columnRules.ts';
import type { FundMovementColumn, HoldingColumn, MovementColumn } from './columnRules.ts';
import type { PolicyColumn } from './insurance.ts';
import { isMovementRow } from './movementLines.ts';
import type { TableHeader } from './tableHeader.ts';

interface OpenSegment<Name extends string> extends Segment<Name> {
  readonly lines: Line[];
}

/** A table while its lines are read. Headers are printed again on each page, and each makes a segment. */
export class OpenTable {
  readonly holdings: OpenSegment<HoldingColumn>[] = [];
  readonly movements: OpenSegment<MovementColumn>[] = [];
  readonly fundMovements: OpenSegment<FundMovementColumn>[] = [];
  readonly policies: OpenSegment<PolicyColumn>[] = [];

  /** Whether a header is this table's own, printed again. */
  goesOnWith(header: TableHeader): boolean {
    return this[header.kind].length > 0;
  }

  /** Whether it is of demat transactions. */
  get holdsMovements(): boolean {
    return this.movements.length > 0;
  }

  /** The page of the last line of transactions. */
  get lastPage(): number | null {
    const last = this.movements.findLast(({ lines }) => lines.length > 0);
    return last?.lines.at(-1)?.page ?? null;
  }

  /** Begins a segment with the lines that belong to it although they stand above its header. */
  start(header: TableHeader, above: readonly Line[]): void {
    const continues = this.goesOnWith(header);
    const lines = [...above];
    if (header.kind === 'holdings') {
      this.holdings.push({ columns: header.columns, lines, continues });
    } else if (header.kind === 'movements') {
      this.movements.push({ columns: header.columns, lines, continues });
    } else if (header.kind === 'fundMovements') {
      this.fundMovements.push({ columns: header.columns, lines, continues });
    } else this.policies.push({ columns: header.columns, lines, continues });
  }

  /** All lines of the table. */
  get lines(): Line[] {
    const { holdings, movements, fundMovements, policies } = this;
    return [holdings, movements, fundMovements, policies].flatMap((segments) =>
      segments.flatMap(({ lines }) => lines),
    );
  }

  /** Whether it can hold what was paid into a pension: transactions that no ISIN or folio is named above or beside. */
  isOfPensionMovements(): boolean {
    const { fundMovements } = this;
    const names = fundMovements.some(({ columns, lines }) => {
      const labels = columns.map(({ name }) => name);
      return labels.includes('isin') || labels.includes('folio') || lines.some(startsFolioHeading);
    });
    return this.movements.length > 0 || (fundMovements.length > 0 && !names);
  }

  add(line: Line): void {
    if (this.holdings.length > 0) addTo(this.holdings, line);
    else if (this.movements.length > 0) addTo(this.movements, line);
    else if (this.fundMovements.length > 0) addTo(this.fundMovements, line);
    else addTo(this.policies, line);
  }

  /** Larger type or, among plain rows, bold type without a number: what follows is no longer the table. */
  isHeading(line: Line, below: Line | undefined): boolean {
    const { holdings, movements, fundMovements, policies } = this;
    if (this.holdsMovements && this.isCaption(line, below)) return false;
    const segments = [holdings, movements, fundMovements, policies].map((each) => each.at(-1));
    const rows = segments.find((segment) => segment !== undefined)?.lines ?? [];
    const row = rows.find((each) => each.runs.some((run) => readNumber(run.text) !== null));
    const [first] = line.runs;
    if (!row || !first || line.runs.some((run) => readNumber(run.text) !== null)) return false;
    if (/^ISIN\s*:/.test(line.text) || (this.holdsMovements && NAMES_ISIN.test(line.text)))
      return false;
    const body = row.runs[0];
    return first.size > (body?.size ?? 0) + 0.4 || (first.bold && body?.bold === false);
  }

  /** Whether the rows of holdings go on below a heading, with no labels between: then it is no other table's. */
  goesOnBelow(after: readonly Line[]): boolean {
    const near = after.slice(0, NEXT_ROW);
    const at = near.findIndex((line) => NAMES_ISIN.test(line.text));
    const row = near[at];
    const known = this.holdings.at(-1)?.lines ?? [];
    if (!row || near.slice(0, at).some((line) => isLabels(line.text))) return false;
    return known.some(
      (line) => NAMES_ISIN.test(line.text) && line.page === row.page && isBelow(line, row),
    );
  }

  /** Whether a text among transactions says of which kind those below are: it stands under their ISIN, or right above one of them. */
  private isCaption(line: Line, below: Line | undefined): boolean {
    const isAbove = below !== undefined && isMovementRow(below);
    return isOneCell(line) && (isAbove || this.isUnderIsin(line));
  }

  /** Whether a text stands on one page with the row that names an ISIN, with nothing but texts between them. */
  isUnderIsin(line: Line): boolean {
    if (!isOneCell(line) || NAMES_ISIN.test(line.text)) return false;
    const lines = this.movements.at(-1)?.lines ?? [];
    const last = lines.findLast((each) => !isOneCell(each) || NAMES_ISIN.test(each.text));
    return last?.page === line.page && NAMES_ISIN.test(last.text) && !isMovementRow(last);
  }
}

const NAMES_ISIN = new RegExp(ISIN);
/** A row's ISIN is in one of its first lines. */
const NEXT_ROW = 3;
/** Cells of one column begin this near to each other, in points. */
const SAME_EDGE = 2.5;

/** Whether two rows have their ISINs below each other. */
function isBelow(one: Line, other: Line): boolean {
  const [left, below] = [one, other].map(
    ({ runs }) => runs.find(({ text }) => NAMES_ISIN.test(text))?.left ?? 0,
  );
  return Math.abs((left ?? 0) - (below ?? 0)) <= SAME_EDGE;
}

function isOneCell(line: Line): boolean {
  return !line.text.includes('   ');
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
