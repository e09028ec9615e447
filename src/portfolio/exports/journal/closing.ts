import type { Position } from '../../positions.ts';
import { payeeOf } from './drafts.ts';
import type { Closing, Entry, Holding, Remark } from './journal.ts';
import { isExpressible } from './journal.ts';
import { closingUnits } from './opening.ts';
import type { Period } from './opening.ts';
import { unitsMoved } from './postings.ts';

/** The closing units when they follow from the entries to the last digit, which the tools insist on; otherwise a remark. */
export function closingOf(
  position: Position,
  holding: Holding,
  entries: readonly Entry[],
  { to }: Period,
): Closing | Remark | null {
  const units = closingUnits(position);
  const last = entries.at(-1)?.day ?? null;
  const day = to !== null && last !== null ? Math.max(to, last) : (to ?? last);
  if (!units || day === null) return null;
  const held = unitsMoved(
    entries.flatMap(({ postings }) => postings),
    holding,
  );
  if (held.equals(units) && isExpressible(units)) return { of: 'closing', day, holding, units };
  const text = `${payeeOf(position)}: the entries leave ${held.toString()} units, the statement closes with ${units.toString()}`;
  return { of: 'remark', day, text };
}
