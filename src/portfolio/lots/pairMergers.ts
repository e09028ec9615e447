import { Decimal } from '../decimal.ts';
import type { Folio, Scheme } from '../model.ts';
import type { Movement } from './movement.ts';

/** What happened to a scheme in a folio. */
export interface FolioHistory {
  readonly folio: Folio;
  readonly scheme: Scheme;
  /** Units from before the statement. */
  readonly opening: Decimal;
  /** In the order of time. */
  readonly movements: Movement[];
}

/** One side of a merger: a row in the history of a scheme. */
export interface Leg<History> {
  readonly history: History;
  readonly movement: Movement;
}

/** A day with more legs than schemes of an AMC ever merged on one is not paired. */
const MOST_LEGS = 50;

const ONE_RUPEE = Decimal.fromInteger(1);
const THOUSAND = Decimal.fromInteger(1000);

/**
 * Finds where the units of merged schemes went: for each row that brought units of a merger, the row of another scheme that they
 * left. They are of the same AMC and day, their amounts agree but for rounding, and no other row fits either of them.
 */
export function pairMergers<History extends FolioHistory>(
  histories: readonly History[],
): ReadonlyMap<Movement, Leg<History>> {
  const pairs = new Map<Movement, Leg<History>>();
  for (const { ins, outs } of legsByDay(histories).values()) {
    if (ins.length + outs.length > MOST_LEGS) continue;
    for (const into of ins) {
      const sources = outs.filter((out) => belongTogether(out, into));
      const [source] = sources;
      if (!source || sources.length > 1) continue;
      const isOnly = ins.every((other) => other === into || !belongTogether(source, other));
      if (isOnly) pairs.set(into.movement, source);
    }
  }
  return pairs;
}

interface Legs<History> {
  readonly ins: Leg<History>[];
  readonly outs: Leg<History>[];
}

function legsByDay<History extends FolioHistory>(
  histories: readonly History[],
): Map<string, Legs<History>> {
  const legs = new Map<string, Legs<History>>();
  for (const history of histories) {
    for (const movement of history.movements) {
      if (movement.kind !== 'merger-in' && movement.kind !== 'merger-out') continue;
      // A folio number is unique for one AMC only; without the AMC, it is all there is.
      const { amc, folioNumber } = history.folio;
      const key = JSON.stringify([movement.day, amc?.trim().toUpperCase() ?? [folioNumber]]);
      const day = legs.get(key) ?? { ins: [], outs: [] };
      legs.set(key, day);
      (movement.kind === 'merger-in' ? day.ins : day.outs).push({ history, movement });
    }
  }
  return legs;
}

function belongTogether<History>(out: Leg<History>, into: Leg<History>): boolean {
  if (out.history === into.history) return false;
  const left = out.movement.amount;
  const came = into.movement.amount;
  if (!left || !came) return false;
  const difference = left.minus(came).abs();
  // Amounts are units x NAV, and units are rounded on both sides.
  return difference.compare(ONE_RUPEE) <= 0 || difference.times(THOUSAND).compare(left) <= 0;
}
