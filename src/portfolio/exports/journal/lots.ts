import type { Decimal } from '../../decimal.ts';
import type { Entry, Lot } from './journal.ts';

interface OpenLot {
  readonly day: number;
  readonly bought: Decimal;
  readonly amount: Decimal;
  left: Decimal;
}

/**
 * Which units each entry takes when those held longest go first: a lot for each entry, null for one that moves no units. Null
 * altogether where the statement does not tell, because units came or went without a price, more are sold than were ever
 * bought, or it is not clear which purchase was undone.
 */
export function lotsOf(entries: readonly Pick<Entry, 'day' | 'move'>[]): (Lot | null)[] | null {
  const open: OpenLot[] = [];
  const lots: (Lot | null)[] = [];
  for (const { day, move } of entries) {
    if (move.of === 'unvalued') return null;
    if (move.of === 'money') {
      lots.push(null);
    } else if (move.of === 'bought') {
      open.push({ day, bought: move.units, amount: move.amount, left: move.units });
      lots.push({ of: 'new' });
    } else if (move.undoes) {
      const undone = takeWhole(open, move.units, move.amount);
      if (!undone) return null;
      lots.push({ of: 'bought-on', day: undone.day });
    } else {
      if (!takeOldest(open, move.units)) return null;
      lots.push({ of: 'oldest' });
    }
  }
  return lots;
}

/** The last purchase of just these units for just this amount, when nothing of it is sold and no other was made that day. */
function takeWhole(open: OpenLot[], units: Decimal, amount: Decimal): OpenLot | null {
  const at = open.findLastIndex(
    (lot) => lot.bought.equals(units) && lot.left.equals(units) && lot.amount.equals(amount),
  );
  const found = open[at];
  if (!found || open.filter(({ day }) => day === found.day).length > 1) return null;
  open.splice(at, 1);
  return found;
}

function takeOldest(open: OpenLot[], units: Decimal): boolean {
  let wanted = units;
  while (wanted.sign > 0) {
    const [oldest] = open;
    if (!oldest) return false;
    const taken = oldest.left.compare(wanted) > 0 ? wanted : oldest.left;
    oldest.left = oldest.left.minus(taken);
    wanted = wanted.minus(taken);
    if (oldest.left.sign === 0) open.shift();
  }
  return true;
}
