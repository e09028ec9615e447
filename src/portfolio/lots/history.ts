import { UNITS_TOLERANCE, within } from '../checks/tolerance.ts';
import { Decimal } from '../decimal.ts';
import type { Scheme } from '../model.ts';
import { bringsUnits, takesUnits } from './movement.ts';
import type { Movement } from './movement.ts';
import { readMovements } from './readMovements.ts';
import type { MovementsGap } from './readMovements.ts';

/**
 * Why the history of a scheme cannot be followed: there are no transactions, as in a summary; the rows do not say what happened;
 * no closing units are printed, or the opening units and what the transactions moved are not the closing units, or less than none.
 */
export type HistoryGap = MovementsGap | 'no-transactions' | 'units-unknown' | 'units-disagree';

/** What happened to a scheme in the statement, proved by its units. */
export type SchemeHistory =
  | {
      readonly ok: true;
      /** Units from before the first transaction, of which neither cost nor dates are known. */
      readonly opening: Decimal;
      readonly movements: readonly Movement[];
    }
  | { readonly ok: false; readonly reason: HistoryGap };

/** Follows a scheme from its opening to its closing units; opening units that are not printed are taken as none. */
export function readHistory(scheme: Scheme): SchemeHistory {
  if (scheme.transactions.length === 0) return { ok: false, reason: 'no-transactions' };
  const read = readMovements(scheme.transactions);
  if (!read.ok) return read;
  const opening = scheme.openUnits ?? Decimal.zero;
  const closing = unitsAfter(opening, read.movements);
  const printed = [scheme.closeUnits, scheme.units].filter((units) => units !== null);
  if (printed.length === 0) return { ok: false, reason: 'units-unknown' };
  const agree = printed.every((units) => within(UNITS_TOLERANCE, closing, units));
  if (!agree || opening.sign < 0) return { ok: false, reason: 'units-disagree' };
  return { ok: true, opening, movements: read.movements };
}

/** The balance of units after the movements. */
export function unitsAfter(opening: Decimal, movements: readonly Movement[]): Decimal {
  const brought = movements.filter(({ kind }) => bringsUnits(kind));
  const taken = movements.filter(({ kind }) => takesUnits(kind));
  return opening
    .plus(Decimal.sum(brought.map(({ units }) => units)))
    .minus(Decimal.sum(taken.map(({ units }) => units)));
}
