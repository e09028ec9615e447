import { Decimal } from './decimal.ts';
import type { Position } from './positions.ts';
import { percentOf } from './percent.ts';

/** The open positions that have something in common. */
export interface Slice {
  readonly key: string;
  /** One of them: what they have in common can be read from it. */
  readonly first: Position;
  /** INR. */
  readonly value: Decimal;
  /** Of the allocation's total, one decimal, rounded on its own: they need not add up to 100. */
  readonly percent: Decimal | null;
  readonly count: number;
}

export interface Allocation {
  /** Largest first. */
  readonly slices: readonly Slice[];
  /** The sum of the slices, INR. */
  readonly total: Decimal;
  /** Open holdings for which the statement gives no value: in no slice. Insurance never has one and does not count. */
  readonly withoutValue: number;
}

/** Where the value is, by whatever `keyOf` tells positions apart. */
export function allocate(
  all: readonly Position[],
  keyOf: (position: Position) => string,
): Allocation {
  const open = all.filter(({ closed, kind }) => !closed && kind !== 'insurance');
  const valued = open.flatMap((position) =>
    position.value ? [{ position, value: position.value }] : [],
  );
  const total = Decimal.sum(valued.map(({ value }) => value));
  const slices = [...Map.groupBy(valued, ({ position }) => keyOf(position))].flatMap(
    ([key, members]) => {
      const [first] = members;
      if (!first) return [];
      const value = Decimal.sum(members.map((member) => member.value));
      const percent = percentOf(value, total, 1);
      return [{ key, first: first.position, value, percent, count: members.length }];
    },
  );
  return {
    slices: slices.sort((one, other) => other.value.compare(one.value)),
    total,
    withoutValue: open.length - valued.length,
  };
}
