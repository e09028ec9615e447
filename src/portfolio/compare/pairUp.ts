/** Two of a kind from an earlier and a later list, or one that is in one list only. */
export type Pair<Item> =
  | { readonly earlier: Item; readonly later: Item }
  | { readonly earlier: Item; readonly later: null }
  | { readonly earlier: null; readonly later: Item };

/** One way of telling that two items are the same. */
export interface Likeness<Item> {
  /** What both must share; null for an item that cannot be told this way. */
  readonly identify: (item: Item) => string | null;
  /** What must also hold between them. */
  readonly allows?: (earlier: Item, later: Item) => boolean;
}

/**
 * Pairs the items of two lists, by the surest likeness first; what is alike within one list is paired in its order. The result
 * has the earlier items in their order, then the later ones that have no pair.
 */
export function pairUp<Item extends object>(
  earlier: readonly Item[],
  later: readonly Item[],
  likenesses: readonly Likeness<Item>[],
): Pair<Item>[] {
  const partners = new Map<Item, Item>();
  const taken = new Set<Item>();
  for (const likeness of likenesses) {
    const found = pairBy(
      likeness,
      earlier.filter((item) => !partners.has(item)),
      later.filter((item) => !taken.has(item)),
    );
    for (const [one, other] of found) {
      partners.set(one, other);
      taken.add(other);
    }
  }
  return [
    ...earlier.map((item) => pairOf(item, partners.get(item))),
    ...later.filter((item) => !taken.has(item)).map((item) => ({ earlier: null, later: item })),
  ];
}

function pairBy<Item extends object>(
  { identify, allows }: Likeness<Item>,
  earlier: readonly Item[],
  later: readonly Item[],
): [Item, Item][] {
  // From the end, so that the next one can be taken off.
  const waiting = Map.groupBy(later.toReversed(), identify);
  waiting.delete(null);
  return earlier.flatMap((item): [Item, Item][] => {
    const alike = waiting.get(identify(item));
    const other = alike?.at(-1);
    if (other === undefined || allows?.(item, other) === false) return [];
    alike?.pop();
    return [[item, other]];
  });
}

function pairOf<Item>(earlier: Item, later: Item | undefined): Pair<Item> {
  return later === undefined ? { earlier, later: null } : { earlier, later };
}
