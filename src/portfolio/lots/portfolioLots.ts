import type { Portfolio, Scheme } from '../model.ts';
import { allSteps } from '../steps.ts';
import { readHistory } from './history.ts';
import { pairMergers } from './pairMergers.ts';
import { pairSegregations } from './pairSegregations.ts';
import { SchemeBook } from './schemeBook.ts';
import type { Links } from './schemeBook.ts';
import type { SchemeLots } from './schemeLots.ts';

/**
 * What was acquired when and for how much, and what of it was sold: for each scheme of each folio, first in, first out.
 *
 * Purchases, switches in and IDCW reinvestments are lots at their amount with its stamp duty; bonus units a lot that cost
 * nothing. Redemptions and switches out take the oldest lots. A merger is no sale: the lots go on in the other scheme with
 * their cost and dates (Income-tax Act 1961, sections 47(xviii), 47(xix), 49(2AD) and 2(42A)), where both of its rows are in the
 * statement. Units of which the statement does not say where they came from are a lot without a cost and a date.
 */
export function portfolioLots(portfolio: Portfolio): ReadonlyMap<Scheme, SchemeLots> {
  return allSteps(lotSteps(portfolio));
}

/** The same scheme by scheme, for whoever cannot wait for all at once. */
export function* lotSteps({
  folios,
}: Portfolio): Generator<undefined, ReadonlyMap<Scheme, SchemeLots>> {
  const lots = new Map<Scheme, SchemeLots>();
  const books = new Map<Scheme, SchemeBook>();
  for (const folio of folios) {
    for (const scheme of folio.schemes) {
      const history = readHistory(scheme);
      if (!history.ok) lots.set(scheme, history);
      else books.set(scheme, new SchemeBook(folio, history.opening, history.movements));
      yield;
    }
  }
  const links = linksBetween([...books.values()]);
  for (const [scheme, book] of books) {
    lots.set(scheme, book.finish(links));
    yield;
  }
  return lots;
}

function linksBetween(books: readonly SchemeBook[]): Links {
  const segregations = pairSegregations(books);
  const mergers = pairMergers(books);
  const links = {
    mergers,
    segregations: new Map(
      segregations.flatMap((found) => [
        [found.created, found],
        [found.record, found],
      ]),
    ),
  };
  followInOrder(links);
  return links;
}

/** The oldest mergers first: then what a book waits for has happened, and books never wait for each other in long chains. */
function followInOrder(links: Links): void {
  const sources = [...links.mergers.values()];
  sources.sort((one, other) => one.movement.day - other.movement.day);
  for (const { history, movement } of sources) history.passedOn(movement, links);
}
