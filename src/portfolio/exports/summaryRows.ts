import type { Portfolio, StatementKind } from '../model.ts';
import { holdings } from '../holdings.ts';
import { costAndGain, portfolioValue } from '../totals.ts';
import type { CostAndGain, Total } from '../totals.ts';
import type { Cell, Cells } from './cells.ts';
import type { Selection } from './selection.ts';

/** One fact of the summary, and what it rests on. */
export interface SummaryRow {
  readonly name: string;
  readonly cell: Cell;
  readonly note: string;
}

export const SAMPLE_NOTE = 'Sample data from the sandbox of CAS Parser: nobody’s statement';

/** Whose statement of what this is, and what the whole of it adds up to, however little of it is written beside. */
export function summaryRows(
  { portfolio, positions, positionsInAll }: Selection,
  cells: Cells,
  sample: boolean,
): SummaryRow[] {
  const { investor, statement } = portfolio;
  const total = portfolioValue(portfolio);
  const paid = costAndGain(holdings(portfolio));
  const listed = `${positions.length} of ${positionsInAll}`;
  return [
    ...(sample ? [{ name: 'Note', cell: cells.text(SAMPLE_NOTE), note: '' }] : []),
    { name: 'Investor', cell: cells.personal(investor.name), note: '' },
    { name: 'PAN', cell: cells.personal(investor.pan), note: '' },
    { name: 'Statement', cell: cells.text(statementName(portfolio)), note: '' },
    { name: 'From', cell: cells.date(statement.from), note: '' },
    { name: 'To', cell: cells.date(statement.to), note: '' },
    { name: 'Value', cell: cells.rupees(total?.value ?? null), note: valueNote(total) },
    { name: 'Cost', cell: cells.rupees(paid.cost), note: costNote(paid) },
    { name: 'Gain', cell: cells.rupees(paid.gain), note: gainNote(paid) },
    { name: 'Gain Percent', cell: cells.percent(paid.gainPercent), note: '' },
    { name: 'Positions Listed', cell: cells.text(listed), note: '' },
  ];
}

/** What kind of statement it is; null when the answer does not say. */
export function statementName({ statement }: Portfolio): string | null {
  return statement.kind && KINDS[statement.kind];
}

const KINDS: Readonly<Record<StatementKind, string>> = {
  CDSL: 'CDSL eCAS',
  NSDL: 'NSDL eCAS',
  CAMS_KFINTECH: 'CAMS + KFintech',
};

function valueNote(total: Total | null): string {
  if (!total) return 'not in this statement';
  if (!total.computed) return 'as the statement prints it';
  const missing = total.partsWithoutValue;
  return missing === 0
    ? 'the sum of its parts: no total is printed'
    : `the sum of its parts: no total is printed; ${missing} without a value`;
}

function costNote({ cost, withCost, open }: CostAndGain): string {
  return cost ? `known for ${withCost} of ${open} holdings` : 'not in this statement';
}

function gainNote({ gain, withGain, open }: CostAndGain): string {
  return gain ? `value less cost of ${withGain} of ${open} holdings` : 'not in this statement';
}
