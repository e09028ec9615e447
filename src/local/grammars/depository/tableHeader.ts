import type { Line } from '../../layout/line.ts';
import { columnsOf } from '../../layout/table.ts';
import type { TableColumn } from '../../layout/table.ts';
import {
  FUND_MOVEMENT_COLUMNS,
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

/** The header of a table that begins at this line, and how many lines it takes; null when none begins here. */
export function tableHeaderAt(
  lines: readonly Line[],
  index: number,
  inPension: boolean,
): { header: TableHeader; length: number } | null {
  const first = lines[index];
  if (!first || !isLabels(first.text)) return null;
  const taken: Line[] = [first];
  for (const line of lines.slice(index + 1)) {
    const above = taken.at(-1);
    if (!above || line.page !== first.page || line.y - first.y > TALLEST) break;
    if (line.y - above.y > NEXT_BASELINE || !goesOn(line, first)) break;
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

/** Further labels are words of headers or signs between them, or at least in the header's own bold and without a digit. */
function goesOn(line: Line, first: Line): boolean {
  if (isLabels(line.text) || !/[\p{L}\d]/u.test(line.text)) return true;
  const bold = first.runs.every((run) => run.bold) && line.runs.every((run) => run.bold);
  return bold && !/\d/.test(line.text);
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
