import type { Chance } from '../fixtures/statementsGenerator/seededRandom.ts';

/** A choice of a value for a dimension; both count from 0. */
export interface Choice {
  readonly dimension: number;
  readonly value: number;
}

export interface CoveringTask {
  /** How many values each dimension has. */
  readonly sizes: readonly number[];
  /** Whether two values of two dimensions may stand in one row. Each dimension has a value that may stand with every other. */
  readonly mayMeet: (one: Choice, other: Choice) => boolean;
  readonly chance: Chance;
  /** When all pairs have met in fewer rows, they meet again in others. */
  readonly leastRows: number;
}

/** Rows that are tried for each that is kept. */
const TRIES = 8;

/**
 * Rows of one value for each dimension, in which every two values of two dimensions meet that may. Each row takes a pair that
 * has not met yet and then, dimension by dimension, the value that makes most others meet.
 * @throws RangeError when a dimension has no value that may stand with all others
 */
export function coveringArray({ sizes, mayMeet, chance, leastRows }: CoveringTask): number[][] {
  const choices = sizes.flatMap((size, dimension) =>
    Array.from({ length: size }, (_, value): Choice => ({ dimension, value })),
  );
  const ofDimension = sizes.map((_, dimension) =>
    choices.flatMap((choice, id) => (choice.dimension === dimension ? [id] : [])),
  );
  const allowed = choices.map((one) =>
    choices.map((other) => one.dimension !== other.dimension && mayMeet(one, other)),
  );
  const rows: number[][] = [];
  let open = new OpenPairs(allowed);
  let allMet = false;
  while (!allMet || rows.length < leastRows) {
    if (open.pairs.size === 0) open = new OpenPairs(allowed);
    const waiting = [...open.pairs];
    let best: { row: number[]; met: number } | null = null;
    for (let attempt = 0; attempt < TRIES && waiting.length > 0; attempt += 1) {
      const row = buildRow(open.pairOf(chance.pick(waiting)), ofDimension, allowed, open, chance);
      const met = open.countIn(row);
      if (!best || met > best.met) best = { row, met };
    }
    if (!best) break;
    open.meet(best.row);
    allMet ||= open.pairs.size === 0;
    rows.push(best.row.map((id) => choices[id]?.value ?? 0));
  }
  return rows;
}

/** Pairs of choices that are still to meet; a choice is its number among all. */
class OpenPairs {
  readonly pairs = new Set<number>();
  private readonly count: number;

  constructor(allowed: readonly (readonly boolean[])[]) {
    this.count = allowed.length;
    for (const [one, others] of allowed.entries()) {
      for (const [other, may] of others.entries())
        if (may && one < other) this.pairs.add(this.key(one, other));
    }
  }

  has(one: number, other: number): boolean {
    return this.pairs.has(this.key(one, other));
  }

  pairOf(key: number): [number, number] {
    return [Math.floor(key / this.count), key % this.count];
  }

  countIn(row: readonly number[]): number {
    return pairsIn(row).filter(([one, other]) => this.has(one, other)).length;
  }

  meet(row: readonly number[]): void {
    for (const [one, other] of pairsIn(row)) this.pairs.delete(this.key(one, other));
  }

  private key(one: number, other: number): number {
    return Math.min(one, other) * this.count + Math.max(one, other);
  }
}

function pairsIn(row: readonly number[]): [number, number][] {
  return row.flatMap((one, index) =>
    row.slice(index + 1).map((other): [number, number] => [one, other]),
  );
}

/** @returns a choice for each dimension, in their order */
function buildRow(
  first: readonly number[],
  ofDimension: readonly (readonly number[])[],
  allowed: readonly (readonly boolean[])[],
  open: OpenPairs,
  chance: Chance,
): number[] {
  const chosen = [...first];
  const rest = ofDimension.filter((ids) => !first.some((id) => ids.includes(id)));
  for (const ids of shuffled(rest, chance)) {
    let best: { id: number; met: number } | null = null;
    for (const id of shuffled(ids, chance)) {
      if (!chosen.every((other) => allowed[other]?.[id])) continue;
      const met = chosen.filter((other) => open.has(other, id)).length;
      if (!best || met > best.met) best = { id, met };
    }
    if (!best) throw new RangeError('A dimension has no value that may stand in this row');
    chosen.push(best.id);
  }
  return chosen.sort((a, b) => a - b);
}

function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  return items
    .map((item) => ({ item, place: chance.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
