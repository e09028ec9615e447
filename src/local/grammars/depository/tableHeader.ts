import type { Line } from '../../layout/line.ts';
import { overlapOf, stacksOf } from '../../layout/columns.ts';
import { columnsOf } from '../../layout/table.ts';
import type { TableColumn } from '../../layout/table.ts';
import {
  FUND_MOVEMENT_COLUMNS,
  hasLabel,
  HOLDING_COLUMNS,
  isLabels,
  MOVEMENT_COLUMNS,
} from './columnRules.ts';
import type { FundMovementColumn, HoldingColumn, MovementColumn } from './columnRules.ts';
import { POLICY_COLUMNS } from './insurance.ts';
import type { PolicyColumn } from './insurance.ts';

export type TableHeader =
  | { readonly kind: 'policies'; readonly columns: readonly TableColumn<PolicyColumn>[] }
  | { readonly kind: 'holdings'; readonly columns: readonly TableColumn<HoldingColumn>[] }
  | { readonly kind: 'movements'; readonly columns: readonly TableColumn<MovementColumn>[] }
  | {
      readonly kind: 'fundMovements';
      readonly columns: readonly TableColumn<FundMovementColumn>[];
    };

/** A header's baselines are within this many points, each near the one above. */
const TALLEST = 44;
const NEXT_BASELINE = 11.5;
/** Lines nearer to each other than this part of the size of their type are set beside each other. */
const BESIDE = 0.8;

interface FoundHeader {
  readonly header: TableHeader;
  /** How many lines it takes. */
  readonly length: number;
}

/** The header of a table that begins at this line, and how many lines it takes; null when none begins here. */
export function tableHeaderAt(
  lines: readonly Line[],
  index: number,
  inPension: boolean,
): FoundHeader | null {
  const [first, second] = lines.slice(index, index + 2);
  if (!first) return null;
  if (isLabels(first.text)) return headerFrom(lines, index, inPension);
  // Labels that are not known can stand above the others.
  if (!second || !isLabels(second.text) || !isNextTo(first, second) || /\d/.test(first.text))
    return null;
  const below = headerFrom(lines, index + 1, inPension);
  const hasKnown = hasLabel(first.text) && (!below || stacksOf([first]).length > 1);
  const isPart = hasKnown || isBeside(first, second) || (below && standsApart(first, below.header));
  return isPart ? headerFrom(lines, index, inPension) : null;
}

/** Whether texts stand between the labels of a header, over none of them: a title begins at its left. */
function standsApart({ runs }: Line, { columns }: TableHeader): boolean {
  const left = columns[0]?.left ?? 0;
  return runs.every((run) => run.left > left && columns.every((each) => overlapOf(each, run) <= 0));
}

function headerFrom(lines: readonly Line[], index: number, inPension: boolean): FoundHeader | null {
  const taken: Line[] = [];
  for (const line of lines.slice(index)) {
    const [first] = taken;
    const above = taken.at(-1);
    if (first && line.y - first.y > TALLEST) break;
    if (first && above && !(isNextTo(above, line) && goesOn(line, above, first))) break;
    taken.push(line);
  }
  const header = headerOf(taken, inPension);
  if (!header || endsRowAbove(taken, header, inPension)) return null;
  return { header, length: taken.length };
}

function headerOf(taken: readonly Line[], inPension: boolean): TableHeader | null {
  return (
    policies(taken) ??
    movements(taken) ??
    fundMovements(taken, inPension) ??
    holdings(taken, inPension)
  );
}

/** Whether the first line is the end of the row above, such as `Direct Plan Growth`: plain over bold labels that say all without it. */
function endsRowAbove(taken: readonly Line[], header: TableHeader, inPension: boolean): boolean {
  const [first, ...labels] = taken;
  const isPlain = first?.runs.every(({ bold }) => !bold) === true;
  if (!isPlain || !labels.every(({ runs }) => runs.every(({ bold }) => bold))) return false;
  const rest = headerOf(labels, inPension);
  const names = namesOf<string>(rest?.columns ?? []);
  return rest?.kind === header.kind && header.columns.every(({ name }) => names.has(name));
}

function isNextTo(above: Line, line: Line): boolean {
  return line.page === above.page && line.y - above.y <= NEXT_BASELINE;
}

/**
 * Further labels are words of headers, or signs between them such as `/` and `a)`, or at least in the header's own bold and without
 * a digit. What stands nearer to the line above than its type is high can only be labels set beside the middle of others.
 */
function goesOn(line: Line, above: Line, first: Line): boolean {
  if (/\d/.test(line.text)) return isLabels(line.text);
  const isSign = !/\p{L}{2}/u.test(line.text);
  const bold = first.runs.every((run) => run.bold) && line.runs.every((run) => run.bold);
  return isSign || isLabels(line.text) || bold || isBeside(above, line);
}

function isBeside(above: Line, line: Line): boolean {
  return line.y - above.y < (line.runs[0]?.size ?? 0) * BESIDE;
}

function policies(taken: readonly Line[]): TableHeader | null {
  const columns = columnsOf(taken, POLICY_COLUMNS);
  const has = namesOf(columns);
  return has.has('number') && has.has('sumAssured') ? { kind: 'policies', columns } : null;
}

function movements(taken: readonly Line[]): TableHeader | null {
  const columns = columnsOf(taken, MOVEMENT_COLUMNS);
  const has = namesOf(columns);
  return has.has('date') && has.has('credit') && has.has('debit')
    ? { kind: 'movements', columns }
    : null;
}

/** What is paid into a pension is in such a table too, with fewer labels that are known. */
function fundMovements(taken: readonly Line[], inPension: boolean): TableHeader | null {
  const columns = columnsOf(taken, FUND_MOVEMENT_COLUMNS);
  const has = namesOf(columns);
  const isOfFunds = has.has('amount') && has.has('units') && has.has('particulars');
  const isOfPension = inPension && (has.has('amount') || has.has('units'));
  return has.has('date') && (isOfFunds || isOfPension) ? { kind: 'fundMovements', columns } : null;
}

function holdings(taken: readonly Line[], inPension: boolean): TableHeader | null {
  const columns = columnsOf(taken, HOLDING_COLUMNS);
  const has = namesOf(columns);
  const identified = has.has('isin') || (inPension && has.has('name'));
  return identified && has.has('value') && has.has('units') ? { kind: 'holdings', columns } : null;
}

function namesOf<Name extends string>(columns: readonly TableColumn<Name>[]): Set<Name | null> {
  return new Set(columns.map(({ name }) => name));
}
