import { UNITS_TOLERANCE, within } from '../../checks/tolerance.ts';
import { Decimal } from '../../decimal.ts';
import type { Position } from '../../positions.ts';
import type { Draft } from './drafts.ts';
import { payeeOf } from './drafts.ts';
import { OPENING, isExpressible } from './journal.ts';
import type { Holding, Move, Remark } from './journal.ts';

/** The first and the last day of the statement, as far as it says. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

/** The units of a position as the statement closes. */
export function closingUnits({ units, source }: Position): Decimal | null {
  if (source.of === 'scheme') return units ?? source.scheme.closeUnits;
  return source.of === 'security' ? (units ?? source.security.closeUnits) : units;
}

/** The units that came in less those that went out. */
export function unitsMoved(moves: readonly Move[]): Decimal {
  let moved = Decimal.zero;
  for (const move of moves) {
    if (move.of === 'bought' || move.of === 'unvalued') moved = moved.plus(move.units);
    else if (move.of === 'sold') moved = moved.minus(move.units);
  }
  return moved;
}

/**
 * What was there before the transactions, or, where none moves units, what the statement closes with. Only the latter has a cost
 * in the statement.
 */
export function openingOf(
  position: Position,
  holding: Holding,
  drafts: readonly Draft[],
  period: Period,
): Draft | Remark | null {
  const moves = drafts.map(({ move }) => move);
  const still = moves.every(({ of }) => of === 'money');
  const { units, note } = still
    ? { units: closingUnits(position) ?? openUnits(position), note: null }
    : unitsBefore(position, moves);
  if (!units?.sign) return null;
  const payee = payeeOf(position);
  const day = still ? (period.to ?? period.from) : dayBefore(drafts, period);
  const refused = (why: string): Remark => ({ of: 'remark', day, text: `${payee}: ${why}` });
  if (day === null)
    return refused('opening units not posted, because no day of the statement is known');
  if (units.sign < 0) return refused(`opening units of ${units.toString()} not posted`);
  if (!isExpressible(units)) return refused('opening units have more digits than the tools keep');
  const cost = still && position.cost && isExpressible(position.cost) ? position.cost : null;
  const move: Move =
    cost && cost.sign > 0
      ? { of: 'bought', units, amount: cost, from: OPENING }
      : { of: 'unvalued', units, from: OPENING };
  const narration = still ? 'Held on this day' : 'Opening units';
  return { of: 'entry', day, holding, payee, narration, move, note };
}

function openUnits({ source }: Position): Decimal | null {
  if (source.of === 'scheme') return source.scheme.openUnits;
  return source.of === 'security' ? source.security.openUnits : null;
}

function unitsBefore(position: Position, moves: readonly Move[]) {
  const printed = openUnits(position);
  if (printed) return { units: printed, note: null };
  const units = closingUnits(position)?.minus(unitsMoved(moves)) ?? null;
  if (!units || within(UNITS_TOLERANCE, units, Decimal.zero)) return { units: null, note: null };
  return {
    units,
    note: 'estimate, closing units less the transactions: no opening units are printed',
  };
}

/** The first day of the statement, unless a transaction is older. */
function dayBefore(drafts: readonly Draft[], { from }: Period): number | null {
  const first = drafts[0]?.day ?? null;
  return from !== null && first !== null ? Math.min(from, first) : (first ?? from);
}
