import type { Position } from '../positions.ts';
import type { Cell, Cells, TableColumn } from './cells.ts';
import { statementName } from './whole.ts';

/** Last, so that the columns before them stay where programs look for them. */
const COLUMNS: readonly TableColumn[] = [
  { name: 'Investor', width: 24 },
  { name: 'Statement', width: 20 },
  { name: 'Statement Date', width: 12 },
];

/** Columns that say whose a position is and which statement lists it; none for the positions of one statement. */
export function originColumns(positions: readonly Position[]): readonly TableColumn[] {
  return positions.some(({ origin }) => origin) ? COLUMNS : [];
}

export function originCells({ origin }: Position, cells: Cells): Cell[] {
  if (!origin) return [null, null, null];
  const { investor, printed } = origin;
  return [
    cells.personal(investor.name),
    cells.text(statementName({ statement: printed })),
    cells.date(printed.to),
  ];
}
