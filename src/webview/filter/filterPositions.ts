import type { Position } from '../../portfolio/positions.ts';
import type { DimensionFilter } from '../state/viewState.ts';
import { dimensionKey } from './dimensions.ts';

export interface PositionFilter {
  readonly filters: readonly DimensionFilter[];
  /** Words, all of which a position must have somewhere: in its name, ISIN, AMC, account or folio number. */
  readonly query: string;
  readonly showClosed: boolean;
}

export interface Filtered {
  /** All that the filters let through, closed ones included. */
  readonly matching: readonly Position[];
  readonly shown: readonly Position[];
  /** Closed ones that the other filters would let through. */
  readonly closedHidden: number;
}

export function filterPositions(all: readonly Position[], filter: PositionFilter): Filtered {
  const wanted = wantedValues(all, filter.filters);
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = all.filter(
    (position) =>
      wanted.every(({ by, keys }) => keys.has(dimensionKey(position, by))) &&
      words.every((word) => textOf(position).includes(word)),
  );
  const shown = filter.showClosed ? matching : matching.filter(({ closed }) => !closed);
  return { matching, shown, closedHidden: matching.length - shown.length };
}

/** Two values of one dimension are alternatives; a filter whose position has gone is no filter. */
function wantedValues(all: readonly Position[], filters: readonly DimensionFilter[]) {
  const byKey = new Map(all.map((position) => [position.key, position]));
  const known = filters.flatMap(({ by, like }) => {
    const position = byKey.get(like);
    return position ? [{ by, key: dimensionKey(position, by) }] : [];
  });
  return [...Map.groupBy(known, ({ by }) => by)].map(([by, some]) => ({
    by,
    keys: new Set(some.map(({ key }) => key)),
  }));
}

const texts = new WeakMap<Position, string>();

/** Made once for each position: it is looked into at every keystroke. */
function textOf(position: Position): string {
  const known = texts.get(position);
  if (known !== undefined) return known;
  const { name, isin, issuer, account, origin } = position;
  const said = [name, isin, issuer, account.name, account.number, origin?.investor.name];
  const text = said.join('\n').toLowerCase();
  texts.set(position, text);
  return text;
}
