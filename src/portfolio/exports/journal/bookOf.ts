import type { Facts } from '../../facts/facts.ts';
import { lessExitLoad } from '../../gains/exitLoad.ts';
import type { SchemeLots } from '../../lots/schemeLots.ts';
import type { Position } from '../../positions.ts';
import { closingOf } from './closing.ts';
import { draftsOfRows, payeeOf } from './drafts.ts';
import type { Drafts } from './drafts.ts';
import { draftsOfLots } from './fromLots.ts';
import type { KnownLots } from './fromLots.ts';
import type { Closing, Entry, Holding, Remark } from './journal.ts';
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

interface BookFacts {
  readonly period: Period;
  /** Of a scheme; null for what has none. */
  readonly lots: SchemeLots | null;
  readonly facts: Facts;
}

/**
 * Opening units, what happened, and the closing units when they follow from these: by its lots or, where none can be told, by its
 * rows as they are printed.
 */
export function bookOf(
  position: Position,
  holding: Holding,
  { period, lots, facts }: BookFacts,
): Book {
  const told =
    lots?.ok === true
      ? draftsOfLots(position, holding, { ...lots, sold: soldOf(position, lots, facts) }, period)
      : null;
  const { entries, remarks } = told ?? byRows(position, holding, period);
  if (!told && position.source.of === 'scheme' && position.transactions.length > 0)
    remarks.push({ of: 'remark', day: period.from, text: `${payeeOf(position)}: ${NO_LOTS}` });
  const closing = closingOf(position, holding, entries, period);
  if (closing?.of === 'remark') remarks.push(closing);
  return {
    ...holding,
    position,
    entries,
    remarks,
    closing: closing?.of === 'closing' ? closing : null,
  };
}

function soldOf({ account, source }: Position, { sold }: KnownLots, facts: Facts) {
  if (account.of !== 'folio' || source.of !== 'scheme') return sold;
  return lessExitLoad(sold, { folio: account.account, scheme: source.scheme, facts });
}

const NO_LOTS =
  'the statement does not tell which units were sold, so its rows are posted as they are printed and no gain is worked out';

function byRows(position: Position, holding: Holding, period: Period): Drafts {
  const { entries, remarks } = draftsOfRows(position, holding);
  const opening = openingOf(position, holding, entries, period);
  if (opening?.of === 'entry') entries.unshift(opening);
  else if (opening) remarks.push(opening);
  // Stable, so that what was there before stays the first of its day.
  entries.sort((one, other) => one.day - other.day);
  return { entries, remarks };
}
