import { accounts } from '../accounts.ts';
import type { Portfolio } from '../model.ts';
import type { Position } from '../positions.ts';
import { accountKey, isinOf } from './identity.ts';
import type { Pair } from './pairUp.ts';

/**
 * Tells which holdings of the later statement lie in an account that the earlier one does not list at all: a statement may leave
 * accounts out, so they may have been held before. What the earlier statement lists in another account, from where it is gone, was
 * moved, and is none of them.
 */
export function unlistedAccounts(
  earlier: Portfolio,
  pairs: readonly Pair<Position>[],
): (later: Position) => boolean {
  const listed = new Set(accounts(earlier).map(accountKey));
  for (const pair of pairs)
    if (pair.earlier && pair.later) listed.add(accountKey(pair.later.account));
  const gone = new Set(pairs.flatMap((pair) => (pair.later ? [] : (isinOf(pair.earlier) ?? []))));
  return (position) =>
    !listed.has(accountKey(position.account)) && !gone.has(isinOf(position) ?? '');
}
