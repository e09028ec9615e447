import { Decimal } from '../decimal.ts';
import type { Portfolio } from '../model.ts';
import { uncountedLists } from '../uncounted.ts';
import type { UncountedCheck } from './check.ts';
import { noted } from './finding.ts';

/** What the answer lists and no total counts: this version does not know what it is, or whether it is counted already. */
export function checkUncounted(portfolio: Portfolio): UncountedCheck[] {
  return uncountedLists(portfolio).map(({ name, maybeCounted, entries, value }) => ({
    kind: 'uncounted',
    subject: { of: 'statement' },
    ...noted(maybeCounted ? 'list-maybe-counted' : 'list-not-known'),
    figures: { listed: Decimal.fromInteger(entries), value },
    list: name,
  }));
}
