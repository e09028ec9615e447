import type { FolioHistory, Leg } from './pairMergers.ts';
import type { Movement } from './movement.ts';

/**
 * Finds where transferred units came from: for each row that brought them, the row of another folio of the same ISIN that as
 * many units left on that day, if no other row fits either of them. Cost and date go on with a gift, a transmission and folios
 * that are made one alike (Income-tax Act 1961, section 49(1); Income-tax Act, 2025, section 73(1)).
 */
export function pairTransfers<History extends FolioHistory>(
  histories: readonly History[],
): ReadonlyMap<Movement, Leg<History>> {
  const pairs = new Map<Movement, Leg<History>>();
  for (const { ins, outs } of transfers(histories).values()) {
    const [into, ...otherIns] = ins;
    const [out, ...otherOuts] = outs;
    if (!into || !out || otherIns.length > 0 || otherOuts.length > 0) continue;
    if (into.history !== out.history) pairs.set(into.movement, out);
  }
  return pairs;
}

interface Legs<History> {
  readonly ins: Leg<History>[];
  readonly outs: Leg<History>[];
}

/** By ISIN, day and units. */
function transfers<History extends FolioHistory>(
  histories: readonly History[],
): Map<string, Legs<History>> {
  const legs = new Map<string, Legs<History>>();
  for (const history of histories) {
    const { isin } = history.scheme;
    if (isin === null) continue;
    for (const movement of history.movements) {
      const { kind, day, units } = movement;
      if (kind !== 'transfer-in' && kind !== 'transfer-out') continue;
      const key = JSON.stringify([isin, day, units.trimmed(0).toString()]);
      const same = legs.get(key) ?? { ins: [], outs: [] };
      legs.set(key, same);
      (kind === 'transfer-in' ? same.ins : same.outs).push({ history, movement });
    }
  }
  return legs;
}
