import type { Journal, Move } from './journal.ts';

/** Every account that a journal uses, in alphabetical order. */
export function accountsOf({ items, closings }: Journal): string[] {
  const names = new Set<string>();
  for (const item of items) {
    if (item.of === 'remark') continue;
    // A tax or dividend moves money only; the account of the units may have no posting at all.
    if (item.move.of !== 'money') names.add(item.holding.account);
    for (const other of otherSides(item.move)) names.add(other);
  }
  for (const { holding } of closings) names.add(holding.account);
  return [...names].sort();
}

function otherSides(move: Move): string[] {
  switch (move.of) {
    case 'bought':
    case 'unvalued':
      return [move.from];
    case 'sold':
      return [move.into];
    case 'money':
      return [move.from, move.into];
  }
}
