import { Decimal } from '../../portfolio/decimal.ts';
import type { Position } from '../../portfolio/positions.ts';
import { KIND_NAMES } from '../allocation/kinds.ts';
import { t } from '../words.ts';
import { averageCost } from './columns.ts';
import type { ColumnName } from './columns.ts';

/** The return of a position in percent, where there is one: over a year, or over the shorter time that it is shown with. */
export type PercentOf = (position: Position) => Decimal | null;

interface Sort {
  readonly column: ColumnName;
  readonly descending: boolean;
}

/** Positions in the order of a column; what has no figure there comes last either way, equals stay as they were. */
export function sortPositions(
  all: readonly Position[],
  { column, descending }: Sort,
  percentOf: PercentOf,
): Position[] {
  const keyed = all.map((position) => ({
    position,
    key: sortKey(position, column, percentOf),
  }));
  const direction = descending ? -1 : 1;
  keyed.sort((one, other) => {
    if (one.key === null || other.key === null) {
      return Number(one.key === null) - Number(other.key === null);
    }
    return direction * compareKeys(one.key, other.key);
  });
  return keyed.map(({ position }) => position);
}

type SortKey = Decimal | number | string | null;

function sortKey(position: Position, column: ColumnName, percentOf: PercentOf): SortKey {
  switch (column) {
    case 'name':
      return position.name;
    case 'type':
      return t(KIND_NAMES[position.kind]);
    case 'units':
      return position.units;
    case 'price':
      return position.price;
    case 'averageCost':
      return averageCost(position);
    case 'cost':
      return position.cost;
    case 'value':
    case 'weight':
      return position.value;
    case 'gainRupees':
      return position.gain.rupees;
    case 'gainPercent':
      return position.gain.percent;
    case 'xirr':
      return percentOf(position);
  }
}

function compareKeys(one: NonNullable<SortKey>, other: NonNullable<SortKey>): number {
  if (one instanceof Decimal && other instanceof Decimal) return one.compare(other);
  if (typeof one === 'string' && typeof other === 'string') return collator.compare(one, other);
  return Number(one) - Number(other);
}

const collator = new Intl.Collator(undefined, {
  numeric: true,
  sensitivity: 'base',
});
