import type { Cells } from '../../layout/cells.ts';
import type { Printed } from '../../statement.ts';
import type { HoldingColumn } from './columnRules.ts';

/** With how many decimals the numbers of each column are printed. */
export type UsualScales = ReadonlyMap<HoldingColumn, number>;

/** Depositories print rupees to the paisa, and units that can be parts of one with three decimals. */
const WITHOUT_OTHERS: UsualScales = new Map([
  ['units', 3],
  ['value', 2],
  ['cost', 2],
  ['gain', 2],
]);

const COLUMNS = ['units', 'price', 'value', 'cost', 'gain', 'averageCost', 'face'] as const;

/**
 * With how many decimals the columns of a table print their numbers, by the cells whose numbers do not wrap; where all of a column
 * wrap, what depositories print.
 */
export function usualScales(rows: readonly Cells<HoldingColumn>[]): UsualScales {
  const scales = new Map(WITHOUT_OTHERS);
  for (const name of COLUMNS) {
    const counts = new Map<number, number>();
    for (const cells of rows) {
      const value = cells.wraps(name) ? undefined : cells.number(name)?.value;
      // A nought can stand for nothing, and is printed then with the decimals that suit the issuer.
      if (!value || value.sign === 0) continue;
      counts.set(value.scale, (counts.get(value.scale) ?? 0) + 1);
    }
    const [usual] = [...counts].sort(([, one], [, other]) => other - one);
    if (usual) scales.set(name, usual[0]);
  }
  return scales;
}

/** How a number can be read, with what is printed like the others of its column first. */
export function likeOthers(
  readings: readonly Printed[],
  name: HoldingColumn,
  scales: UsualScales,
): readonly Printed[] {
  const usual = scales.get(name);
  if (usual === undefined) return readings;
  return readings.toSorted(
    (one, other) => Number(one.value.scale !== usual) - Number(other.value.scale !== usual),
  );
}
