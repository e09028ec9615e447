import type { Decimal } from '../../portfolio/decimal.ts';
import type { Position } from '../../portfolio/positions.ts';
import { percentOf } from '../../portfolio/percent.ts';

/** The columns that can be chosen; the holding's name is always there. */
export type ColumnName =
  | 'name'
  | 'type'
  | 'units'
  | 'price'
  | 'averageCost'
  | 'cost'
  | 'value'
  | 'gainRupees'
  | 'gainPercent'
  | 'xirr'
  | 'weight';

/** What the columns are called, in English, in their order. */
export const COLUMN_NAMES: Readonly<Record<ColumnName, string>> = {
  name: 'Holding',
  type: 'Class',
  units: 'Units',
  price: 'NAV or price',
  averageCost: 'Average cost',
  cost: 'Cost',
  value: 'Value',
  gainRupees: 'Gain',
  gainPercent: 'Gain %',
  xirr: 'XIRR',
  weight: 'Weight',
};

export const CHOSEN_COLUMNS = (Object.keys(COLUMN_NAMES) as ColumnName[]).filter(
  (column) => column !== 'name',
);

/** Text is sorted from A, figures are looked at from the largest. */
export function isText(column: ColumnName): boolean {
  return column === 'name' || column === 'type';
}

/** Left out where the page is not wide: the opened row shows them too. */
export const WIDE_ONLY: readonly ColumnName[] = ['averageCost', 'cost', 'gainRupees', 'type'];

/** INR per unit paid on average, to the paisa that is shown; null where the statement has no cost. */
export function averageCost({ cost, units }: Position): Decimal | null {
  if (!cost || !units || units.sign <= 0) return null;
  return cost.dividedBy(units, 2);
}

/** Of the value of everything that is held, in percent: one decimal, as the allocation has it, rounded from the exact share. */
export function weightOf({ value }: Position, total: Decimal): Decimal | null {
  return value ? percentOf(value, total, 1) : null;
}
