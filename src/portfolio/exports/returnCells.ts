import { Decimal } from '../decimal.ts';
import { NO_RETURN } from '../returns/noReturn.ts';
import type { PortfolioReturn } from '../returns/portfolioReturn.ts';
import type { Return } from '../returns/return.ts';
import type { DisplayFormatter } from '../displayFormatter.ts';
import type { Cell, Cells, TableColumn } from './cells.ts';

export const RETURN_COLUMNS: readonly TableColumn[] = [
  { name: 'Return Percent', width: 14 },
  { name: 'Return Kind', width: 12 },
  { name: 'Return Days', width: 12 },
  { name: 'XIRR Percent', width: 12 },
];

/** A return with its kind, the days it is over, and the yearly rate of the same flows: whichever one a program wants. */
export function returnCells(result: Return, cells: Cells): Cell[] {
  if (result.kind === 'none') return [null, null, null, null];
  return [
    cells.percent(result.percent),
    cells.text(result.kind),
    cells.count(Decimal.fromInteger(result.days)),
    cells.percent(result.kind === 'yearly' ? result.percent : result.yearly),
  ];
}

/** `12.50 % a year`, `2.00 % in 30 days (XIRR 27.24 %)`; null where there is none. */
export function returnText(result: Return, shown: DisplayFormatter): string | null {
  if (result.kind === 'none') return null;
  const percent = shown.percent(result.percent);
  if (result.kind === 'yearly') return `${percent} a year`;
  const absolute = `${percent} ${spanText(result.days)}`;
  return result.yearly ? `${absolute} (XIRR ${shown.percent(result.yearly)})` : absolute;
}

/** What a return in the summary is over, and of how much. */
export function returnNote({ result, counted, leftOut }: PortfolioReturn): string {
  if (result.kind === 'none') return `cannot be computed: ${NO_RETURN[result.reason]}`;
  const over =
    result.kind === 'yearly'
      ? `a year (XIRR), over ${result.days} days`
      : `${spanText(result.days)}, not a yearly rate`;
  return `${over}; schemes whose whole history is known: ${counted}, left out: ${leftOut}`;
}

function spanText(days: number): string {
  return `in ${days} ${days === 1 ? 'day' : 'days'}`;
}
