import type { PortfolioReturn } from '../returns/portfolioReturn.ts';
import type { CostAndGain } from '../totals.ts';
import type { Cell, Cells } from './cells.ts';
import { returnNote } from './returnCells.ts';
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
  { whole, positions, positionsInAll }: Selection,
  returns: PortfolioReturn,
  cells: Cells,
  sample: boolean,
): SummaryRow[] {
  const { paid } = whole;
  const listed = `${positions.length} of ${positionsInAll}`;
  return [
    ...(sample ? [{ name: 'Note', cell: cells.text(SAMPLE_NOTE), note: '' }] : []),
    { name: 'Investor', cell: cells.personal(whole.investor), note: '' },
    { name: 'PAN', cell: cells.personal(whole.pan), note: '' },
    { name: 'Statement', cell: cells.text(whole.statement), note: '' },
    { name: 'From', cell: cells.date(whole.from), note: '' },
    { name: 'To', cell: cells.date(whole.to), note: '' },
    { name: 'Value', cell: cells.rupees(whole.value), note: whole.valueNote },
    { name: 'Cost', cell: cells.rupees(paid.cost), note: costNote(paid) },
    { name: 'Gain', cell: cells.rupees(paid.gain), note: gainNote(paid) },
    { name: 'Gain Percent', cell: cells.percent(paid.gainPercent), note: '' },
    {
      name: 'Return Percent',
      cell: cells.percent('percent' in returns.result ? returns.result.percent : null),
      note: returnNote(returns),
    },
    { name: 'Positions Listed', cell: cells.text(listed), note: '' },
  ];
}

function costNote({ cost, withCost, open }: CostAndGain): string {
  return cost ? `known for ${withCost} of ${open} holdings` : 'not in this statement';
}

function gainNote({ gain, withGain, open }: CostAndGain): string {
  return gain ? `value less cost of ${withGain} of ${open} holdings` : 'not in this statement';
}
