import { UNITS_TOLERANCE, within } from '../../checks/tolerance.ts';
import { Decimal } from '../../decimal.ts';
import type { Position } from '../../positions.ts';
import { payeeOf } from './drafts.ts';
import { OPENING, isExpressible } from './journal.ts';
import type { Entry, Holding, Remark } from './journal.ts';
import { money, units, unitsAgainst, unitsMoved } from './postings.ts';

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

/**
 * What was there before the transactions, or, where none moves units, what the statement closes with. Only the latter has a cost
 * in the statement.
 */
export function openingOf(
  position: Position,
  holding: Holding,
  entries: readonly Entry[],
  period: Period,
): Entry | Remark | null {
  const postings = entries.flatMap((entry) => entry.postings);
  const still = postings.every(({ of }) => of === 'money');
  const { units: held, note } = still
    ? { units: closingUnits(position) ?? openUnits(position), note: null }
    : unitsBefore(position, unitsMoved(postings, holding));
  if (!held?.sign) return null;
  const payee = payeeOf(position);
  const day = still ? (period.to ?? period.from) : firstDayOf(entries, period);
  const refused = (why: string): Remark => ({ of: 'remark', day, text: `${payee}: ${why}` });
  if (day === null)
    return refused('opening units not posted, because no day of the statement is known');
  if (held.sign < 0) return refused(`opening units of ${held.toString()} not posted`);
  if (!isExpressible(held)) return refused('opening units have more digits than the tools keep');
  const narration = still ? 'Held on this day' : 'Opening units';
  const entry = { of: 'entry', day, payee, narration, through: null, note } as const;
  const cost = still && position.cost && isExpressible(position.cost) ? position.cost : null;
  if (!cost || cost.sign <= 0) return { ...entry, postings: unitsAgainst(holding, held, OPENING) };
  const worth = { of: 'cost', total: cost, acquired: day, proceeds: null } as const;
  return { ...entry, postings: [units(holding, held, worth), money(OPENING, cost.negated())] };
}

function openUnits({ source }: Position): Decimal | null {
  if (source.of === 'scheme') return source.scheme.openUnits;
  return source.of === 'security' ? source.security.openUnits : null;
}

function unitsBefore(position: Position, moved: Decimal) {
  const printed = openUnits(position);
  if (printed) return { units: printed, note: null };
  const units = closingUnits(position)?.minus(moved) ?? null;
  if (!units || within(UNITS_TOLERANCE, units, Decimal.zero)) return { units: null, note: null };
  return {
    units,
    note: 'estimate, closing units less the transactions: no opening units are printed',
  };
}

/** The first day of the statement, unless one of these, by day, is older. */
export function firstDayOf(
  dated: readonly { readonly day: number }[],
  { from }: Period,
): number | null {
  const first = dated[0]?.day ?? null;
  return from !== null && first !== null ? Math.min(from, first) : (first ?? from);
}
