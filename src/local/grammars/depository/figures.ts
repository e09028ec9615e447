import { Decimal } from '../../../portfolio/decimal.ts';
import { isNear } from '../../checks/checkResult.ts';
import { PAISA, priceSlack } from '../../checks/rounding.ts';
import type { Cells } from '../../layout/cells.ts';
import type { Line } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { Printed } from '../../statement.ts';
import type { HoldingColumn } from './columnRules.ts';
import { likeOthers } from './usualScale.ts';
import type { UsualScales } from './usualScale.ts';

/** The numbers of a holding that prove each other: units x price = value, cost + gain = value. */
export interface Figures {
  readonly units: Printed | null;
  readonly price: Printed | null;
  readonly value: Printed | null;
  readonly cost: Printed | null;
  readonly gain: Printed | null;
}

const NUMBERS = [
  'units',
  'price',
  'value',
  'cost',
  'gain',
  'averageCost',
  'face',
  'gainPercent',
  'annualReturn',
] as const;

/**
 * Reads the numbers of a holding. Where a cell has several lines, what they are (one number that wraps, or several) is told by what
 * they must add up to; where nothing tells, they are read like the others of their column, and the reader is warned. A nil mark for the units is a printed zero.
 */
export function figuresOf(
  cells: Cells<HoldingColumn>,
  anchor: Line,
  scales: UsualScales,
  notes: Notes,
): Figures {
  const { page, row } = anchor;
  const nil = cells.isNil('units') ? [{ value: Decimal.zero, page, row }] : [];
  const read = (name: HoldingColumn): readonly Printed[] =>
    likeOthers(cells.numbers(name), name, scales);
  const product = fitting([[...read('units'), ...nil], read('price'), read('value')], isProduct);
  const [units, price, value] = product.taken;
  const values = value ? [value] : [];
  const sum = fitting([read('cost'), read('gain'), values], isSum);
  const [cost, gain] = sum.taken;
  const proved = new Set<HoldingColumn>([
    ...(product.fits ? (['units', 'price', 'value'] as const) : []),
    ...(sum.fits ? (['cost', 'gain', 'value'] as const) : []),
  ]);
  for (const name of NUMBERS) {
    if (!cells.wraps(name) || proved.has(name)) continue;
    notes.warn(
      'wrapped-number',
      'A number of this holding goes on in the next line, and nothing else confirms how it is read.',
      anchor,
    );
  }
  return {
    units: units ?? null,
    price: price ?? null,
    value: value ?? null,
    cost: cost ?? null,
    gain: gain ?? null,
  };
}

type Choice = readonly (Printed | undefined)[];

/** The first choice of one reading from each list that fits; else the likeliest reading of each. */
function fitting(
  readings: readonly (readonly Printed[])[],
  fits: (choice: Choice) => boolean,
): { taken: Choice; fits: boolean } {
  const choices = readings.reduce<Choice[]>(
    (all, list) => all.flatMap((choice) => list.map((reading) => [...choice, reading])),
    [[]],
  );
  const found = choices.find(fits);
  return { taken: found ?? readings.map(([likeliest]) => likeliest), fits: found !== undefined };
}

function isProduct([units, price, value]: Choice): boolean {
  if (!units || !price || !value) return false;
  const product = units.value.times(price.value);
  return isNear(product, value.value, priceSlack(units.value, price.value));
}

function isSum([cost, gain, value]: Choice): boolean {
  if (!cost || !gain || !value) return false;
  return isNear(cost.value.plus(gain.value), value.value, PAISA);
}
