import { NO_FACTS } from '../facts/facts.ts';
import type { Facts } from '../facts/facts.ts';
import type { Portfolio, Scheme } from '../model.ts';
import { allSteps } from '../steps.ts';
import { readHistory } from './history.ts';
import { pairMergers } from './pairMergers.ts';
import { pairSegregations } from './pairSegregations.ts';
import { pairTransfers } from './pairTransfers.ts';
import { SchemeBook } from './schemeBook.ts';
import type { Links } from './schemeBook.ts';
import type { SchemeLots } from './schemeLots.ts';

/**
 * What was acquired when and for how much, and what of it was sold: for each scheme of each folio, first in, first out.
 *
 * Purchases, switches in and IDCW reinvestments are lots at their amount with its stamp duty; bonus units a lot that cost
 * nothing. Redemptions and switches out take the oldest lots. A merger is no sale: the lots go on in the other scheme with
 * their cost and dates (Income-tax Act 1961, sections 47(xviii), 47(xix), 49(2AD) and 2(42A); Income-tax Act, 2025, sections 70,
 * 73 and 2(101)), where both of its rows are in the statement. So do those of a gift, transmission or transfer between folios,
 * which is none either; what its previous owner paid can be given. Units of which the statement does not say where they came from are a lot without a cost and a date.
 */
export function portfolioLots(
  portfolio: Portfolio,
  facts: Facts = NO_FACTS,
): ReadonlyMap<Scheme, SchemeLots> {
  return allSteps(lotSteps(portfolio, facts));
}

/** The same scheme by scheme, for whoever cannot wait for all at once. */
export function* lotSteps(
  { folios }: Portfolio,
  { previousLots }: Facts = NO_FACTS,
): Generator<undefined, ReadonlyMap<Scheme, SchemeLots>> {
  const lots = new Map<Scheme, SchemeLots>();
  const books = new Map<Scheme, SchemeBook>();
  for (const folio of folios) {
    for (const scheme of folio.schemes) {
      const history = readHistory(scheme);
      if (!history.ok) lots.set(scheme, history);
      else
        books.set(
          scheme,
          new SchemeBook({ ...history, folio, scheme, movements: [...history.movements] }),
        );
      yield;
    }
  }
  const links = linksBetween([...books.values()], previousLots);
  for (const [scheme, book] of books) {
    lots.set(scheme, book.finish(links));
    yield;
  }
  return lots;
}

function linksBetween(books: readonly SchemeBook[], previousLots: Facts['previousLots']): Links {
  const segregations = pairSegregations(books);
  const links = {
    sources: new Map([...pairMergers(books), ...pairTransfers(books)]),
    previousLots,
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

/** The oldest mergers and transfers first: then what a book waits for has happened, and books never wait for each other in long chains. */
function followInOrder(links: Links): void {
  const sources = [...links.sources.values()];
  sources.sort((one, other) => one.movement.day - other.movement.day);
  for (const { history, movement } of sources) history.passedOn(movement, links);
}
