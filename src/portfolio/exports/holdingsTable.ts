import { isCostComputed } from '../costComputed.ts';
import type { Position } from '../positions.ts';
import { positionReturn, returnsByScheme } from '../returns/groupReturn.ts';
import type { PortfolioReturn } from '../returns/portfolioReturn.ts';
import type { Cell, Cells, Table, TableColumn } from './cells.ts';
import { originCells, originColumns } from './originColumns.ts';
import { RETURN_COLUMNS, returnCells } from './returnCells.ts';

/** The columns are for programs as well: their names and their order stay. */
const COLUMNS: readonly TableColumn[] = [
  { name: 'Held In', width: 10 },
  { name: 'Account', width: 24 },
  { name: 'Account Number', width: 20 },
  { name: 'AMC or Issuer', width: 24 },
  { name: 'ISIN', width: 14 },
  { name: 'Name', width: 48 },
  { name: 'Kind', width: 20 },
  { name: 'Units', width: 14 },
  { name: 'NAV or Price', width: 14 },
  { name: 'Cost', width: 16 },
  { name: 'Value', width: 16 },
  { name: 'Gain', width: 16 },
  { name: 'Gain Percent', width: 12 },
  { name: 'Computed', width: 28 },
];

/** A line for each position: money in INR, gains in percent, and which figures the statement does not print. */
export function holdingsTable(
  positions: readonly Position[],
  returns: PortfolioReturn,
  cells: Cells,
): Table {
  const schemes = returnsByScheme(returns.schemes);
  const whose = originColumns(positions);
  return {
    columns: [...COLUMNS, ...RETURN_COLUMNS, ...whose],
    rows: positions.map((position) => [
      ...holdingCells(position, cells),
      ...returnCells(positionReturn(position, schemes), cells),
      ...(whose.length > 0 ? originCells(position, cells) : []),
    ]),
  };
}

function holdingCells(position: Position, cells: Cells): Cell[] {
  const { account, gain } = position;
  return [
    cells.text(account.of),
    cells.text(account.name),
    cells.personal(accountNumber(position)),
    cells.text(position.issuer),
    cells.text(position.isin),
    cells.text(position.name),
    cells.text(position.kind),
    cells.units(position.units),
    cells.nav(position.price),
    cells.rupees(position.cost),
    cells.rupees(position.value),
    cells.rupees(gain.rupees),
    cells.percent(gain.percent),
    cells.text(computedFigures(position)),
  ];
}

/** Folio number, BO ID, client ID, PRAN or policy number. */
export function accountNumber({ account, source }: Position): string | null {
  return source.of === 'policy' ? source.policy.policyNumber : account.number;
}

/** Whether the price per unit is value divided by units and not what the statement prints. */
export function isPriceComputed({ price, source }: Position): boolean {
  if (price === null) return false;
  if (source.of === 'scheme') return source.scheme.nav?.equals(price) !== true;
  return source.of === 'nps-fund' ? source.fund.nav === null : true;
}

function computedFigures(position: Position): string | null {
  const { gain } = position;
  const names = [
    ...(isPriceComputed(position) ? ['NAV or Price'] : []),
    ...(isCostComputed(position) ? ['Cost'] : []),
    ...(gain.computed && gain.rupees ? ['Gain'] : []),
    ...(gain.computed && gain.percent ? ['Gain Percent'] : []),
  ];
  return names.length > 0 ? names.join('; ') : null;
}
