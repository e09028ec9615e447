import type { Band } from './bands.ts';
import { isNilOnly, takeTurns } from './bands.ts';
import type { Stack } from './columns.ts';

/** A label with what its column should hold; `any` where the label is not known. */
export interface ColumnLabel extends Stack {
  readonly holds: 'text' | 'number' | 'either' | 'any';
  /** What at least one cell in two looks like. */
  readonly like?: RegExp;
}

/** Labels and values are set this exactly, in points. */
const EXACT = 3;
/** Further than this a band is not under a label. */
const FURTHEST = 40;
/** What it costs, in points, to leave a label without values; to leave a band without a label, at least and at most. */
const NO_VALUES = 4;
const NO_LABEL = 6;
const NO_LABEL_AT_MOST = 26;
/** What it costs to put numbers under a label of texts and the like. */
const ODD = 4;
/** Numbers are seldom set flush at the left of their cells, and texts at the right. */
const UNUSUAL = 2;
const WRONG = 30;

/**
 * Says which bands of values stand under which label: for each label the indices of its bands, which are two where nil marks are set
 * apart from the numbers they stand in for. Both keep their order from left
 * to right, every band is as near to its label as can be, and both may stay alone. A label and its values share a cell, so that
 * numbers end right of where their own label ends and left of where the next begins, however labels are set; texts begin accordingly.
 */
export function matchBands(
  labels: readonly ColumnLabel[],
  bands: readonly Band[],
  rows: number,
): number[][] {
  const alone = bands.map(
    (band) => NO_LABEL + (NO_LABEL_AT_MOST - NO_LABEL) * Math.min(1, band.lines.size / rows),
  );
  // cost[i][j] is the least cost of the first i labels and j bands; step says how it came about.
  const cost = Array.from({ length: labels.length + 1 }, () => [0]);
  const step = Array.from({ length: labels.length + 1 }, () => ['']);
  for (let j = 1; j <= bands.length; j += 1) {
    set(cost, 0, j, at(cost, 0, j - 1) + (alone[j - 1] ?? 0));
    set(step, 0, j, 'band');
  }
  for (let i = 1; i <= labels.length; i += 1) {
    set(cost, i, 0, at(cost, i - 1, 0) + NO_VALUES);
    set(step, i, 0, 'label');
    for (let j = 1; j <= bands.length; j += 1) {
      const band = bands[j - 1];
      const both = band ? at(cost, i - 1, j - 1) + costOf(labels, i - 1, band) : Infinity;
      const label = at(cost, i - 1, j) + NO_VALUES;
      const over = at(cost, i, j - 1) + (alone[j - 1] ?? 0);
      const pair =
        j > 1 ? at(cost, i - 1, j - 2) + costOfPair(labels, i - 1, bands[j - 2], band) : Infinity;
      const least = Math.min(both, label, over, pair);
      set(cost, i, j, least);
      const taken =
        least === both ? 'both' : least === label ? 'label' : least === over ? 'band' : 'pair';
      set(step, i, j, taken);
    }
  }
  return backwards(step, labels.length, bands.length);
}

function backwards(
  step: readonly (readonly string[])[],
  labels: number,
  bands: number,
): number[][] {
  const found: number[][] = Array.from({ length: labels }, () => []);
  let [i, j] = [labels, bands];
  while (i > 0 || j > 0) {
    const taken = step[i]?.[j];
    if (taken === 'both' || taken === 'pair') {
      const count = taken === 'pair' ? 2 : 1;
      i -= 1;
      j -= count;
      found[i] = count === 2 ? [j, j + 1] : [j];
    } else if (taken === 'label') i -= 1;
    else j -= 1;
  }
  return found;
}

/** Nil marks can be set apart from the numbers of their column, but within its cells. */
function costOfPair(
  labels: readonly ColumnLabel[],
  index: number,
  one: Band | undefined,
  other: Band | undefined,
): number {
  if (!one || !other || isNilOnly(one) === isNilOnly(other) || !takeTurns(one, other))
    return Infinity;
  const [nil, numbers] = isNilOnly(one) ? [one, other] : [other, one];
  const { before, after } = roomOf(labels, index);
  if (numbers.holds !== 'number' || nil.left < before - EXACT || nil.right > after + EXACT)
    return Infinity;
  return costOf(labels, index, numbers) + UNUSUAL;
}

/** Where the labels beside one end and begin. */
function roomOf(
  labels: readonly ColumnLabel[],
  index: number,
): { readonly before: number; readonly after: number } {
  return {
    before: Math.max(...labels.slice(0, index).map(({ right }) => right), -Infinity),
    after: Math.min(...labels.slice(index + 1).map(({ left }) => left), Infinity),
  };
}

function costOf(labels: readonly ColumnLabel[], index: number, band: Band): number {
  const label = labels[index];
  if (!label) return Infinity;
  const { before, after } = roomOf(labels, index);
  const apart = distance(band, label, before, after);
  return apart > FURTHEST ? Infinity : apart + misfit(band, label);
}

function distance(band: Band, label: ColumnLabel, before: number, after: number): number {
  const centre = Math.abs((band.left + band.right) / 2 - (label.left + label.right) / 2);
  const offsets = [Math.abs(band.left - label.left), Math.abs(band.right - label.right), centre];
  const slight = Math.min(...offsets) / 20;
  const { left, right } = band.edges;
  const isNumber = label.holds === 'number' || (label.holds === 'any' && band.holds === 'number');
  const byRight = right === null ? Infinity : outside(right, label.right, after);
  const byLeft = left === null ? Infinity : outside(left, before, label.left);
  const usual = isNumber ? byRight : byLeft;
  const unusual = (isNumber ? byLeft : byRight) + UNUSUAL;
  if (left !== null || right !== null) return Math.min(usual, unusual) + slight;
  const isBetween = band.left > before - EXACT && band.right < after + EXACT;
  return (isBetween ? 0 : centre) + slight;
}

function outside(edge: number, from: number, to: number): number {
  const low = Math.min(from, to) - EXACT;
  const high = Math.max(from, to) + EXACT;
  return Math.max(0, low - edge, edge - high);
}

function misfit(band: Band, { holds, like }: ColumnLabel): number {
  if (holds === 'any') return 0;
  const fits = like ? band.atoms.filter(({ run }) => like.test(run.text)).length : 0;
  const odd = like && fits * 2 < band.atoms.length ? ODD * 4 : 0;
  if (holds === 'either' || holds === band.holds) return odd;
  if (holds === 'number') return WRONG + odd;
  const isPlain = isNilOnly(band) || band.atoms.every(({ decimals }) => !decimals);
  return (isPlain ? ODD : WRONG) + odd;
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? Infinity;
}

function set<Value>(table: Value[][], i: number, j: number, value: Value): void {
  const row = table[i];
  if (row) row[j] = value;
}
