import { Decimal } from '../../portfolio/decimal.ts';
import type { Position } from '../../portfolio/positions.ts';
import { sumOf } from '../../portfolio/totals.ts';
import { percentOf } from '../../portfolio/percent.ts';
import type { Total } from '../../portfolio/totals.ts';
import { dimensionKey } from '../filter/dimensions.ts';
import type { Filtered } from '../filter/filterPositions.ts';
import type { GroupBy } from '../state/viewState.ts';

export interface PositionGroup {
  readonly key: string;
  readonly by: GroupBy;
  readonly positions: readonly Position[];
  /** The same with those that are not shown because they are closed. */
  readonly withClosed: readonly Position[];
  /** The first of them: the group is named after what they have in common with it. */
  readonly first: Position;
  /** As printed for a whole account; otherwise the sum of the rows that are shown. Null when none has a value. */
  readonly value: Total | null;
  /** Of the rows that have a cost, in percent; null when one that has a value lacks a cost. */
  readonly gainPercent: Decimal | null;
  readonly hasCost: boolean;
  /** Whether another account is called the same: several statements of a family may list parts of it. */
  readonly hasNamesake: boolean;
  /** Only for one ISIN in several places: the units of all of them together. */
  readonly units: Decimal | null;
}

/** Puts positions into groups; the groups follow the order of their first rows, and so the sort. */
export function groupPositions(
  { shown, matching }: Pick<Filtered, 'shown' | 'matching'>,
  all: readonly Position[],
  by: GroupBy,
): PositionGroup[] {
  const withClosed = Map.groupBy(matching, (position) => groupKey(position, by));
  const groups = Map.groupBy(shown, (position) => groupKey(position, by));
  const openIn = by === 'account' ? openPositions(all) : null;
  const namesakes = by === 'account' ? Map.groupBy(groups.values(), headOf) : null;
  return [...groups].flatMap(([key, positions]) => {
    const [first] = positions;
    if (!first) return [];
    const openShown = positions.filter(({ closed }) => !closed).length;
    // Nothing of the account is left out but closed positions, which are worth nothing.
    const whole = openIn !== null && openShown === openIn.get(first.account);
    return [
      {
        key,
        by,
        positions,
        withClosed: withClosed.get(key) ?? positions,
        first,
        value: whole ? first.account.value : sumOf(positions),
        gainPercent: gainOf(positions),
        hasCost: positions.some(({ cost }) => cost !== null),
        hasNamesake: (namesakes?.get(headOf(positions))?.length ?? 0) > 1,
        units: by === 'isin' && positions.length > 1 ? unitsOf(positions) : null,
      },
    ];
  });
}

function groupKey(position: Position, by: GroupBy): string {
  if (by === 'none') return '';
  // Without an ISIN nothing says that two are the same.
  if (by === 'isin') return position.isin ?? position.key;
  return dimensionKey(position, by);
}

function headOf([first]: readonly Position[]): string {
  const { of, name, number } = first?.account ?? {};
  return JSON.stringify([of, name, number]);
}

/** How many open positions each account has; none for one that has only closed ones. */
function openPositions(all: readonly Position[]): ReadonlyMap<Position['account'], number> {
  const open = new Map<Position['account'], number>();
  for (const { account, closed } of all) {
    open.set(account, (open.get(account) ?? 0) + (closed ? 0 : 1));
  }
  return open;
}

function gainOf(positions: readonly Position[]): Decimal | null {
  const valued = positions.filter(({ value, closed }) => value !== null && !closed);
  const both = valued.flatMap(({ cost, value }) => (cost && value ? [{ cost, value }] : []));
  if (both.length === 0 || both.length < valued.length) return null;
  const cost = Decimal.sum(both.map((one) => one.cost));
  const value = Decimal.sum(both.map((one) => one.value));
  return percentOf(value.minus(cost), cost, 2);
}

function unitsOf(positions: readonly Position[]): Decimal | null {
  const units = positions.flatMap((position) => (position.units ? [position.units] : []));
  return units.length === positions.length ? Decimal.sum(units) : null;
}
