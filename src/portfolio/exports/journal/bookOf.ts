import type { Position } from '../../positions.ts';
import { closingOf } from './closing.ts';
import { draftsOf } from './drafts.ts';
import type { Closing, Entry, Holding, Remark } from './journal.ts';
import { lotsOf } from './lots.ts';
import { openingOf } from './opening.ts';
import type { Period } from './opening.ts';

/** What a journal says about one position. */
export interface Book extends Holding {
  readonly position: Position;
  /** By day. */
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
  readonly closing: Closing | null;
}

/** Opening units, transactions, and the closing units when they follow from these. */
export function bookOf(position: Position, holding: Holding, period: Period): Book {
  const { drafts, remarks } = draftsOf(position, holding);
  const opening = openingOf(position, holding, drafts, period);
  if (opening?.of === 'entry') drafts.unshift(opening);
  else if (opening) remarks.push(opening);
  // Stable, so that what was there before stays the first of its day.
  drafts.sort((one, other) => one.day - other.day);
  const closing = closingOf(position, holding, drafts, period);
  // Only where nothing is missing is it known which units were the first to come.
  const lots = closing?.of === 'closing' ? lotsOf(drafts) : null;
  const entries = drafts.map((draft, at): Entry => ({ ...draft, lot: lots?.[at] ?? null }));
  if (closing?.of === 'remark') remarks.push(closing);
  return {
    ...holding,
    position,
    entries,
    remarks,
    closing: closing?.of === 'closing' ? closing : null,
  };
}
