import { Decimal } from '../decimal.ts';
import type { Portfolio } from '../model.ts';
import { uncountedLists } from '../uncounted.ts';
import type { UncountedCheck } from './check.ts';
import { noted } from './finding.ts';

/** What the answer lists and no total counts, because this version does not know what it is. */
export function checkUncounted(portfolio: Portfolio): UncountedCheck[] {
  return uncountedLists(portfolio).map(({ name, entries, value }) => ({
    kind: 'uncounted',
    subject: { of: 'statement' },
    ...noted('list-not-known'),
    figures: { listed: Decimal.fromInteger(entries), value },
    list: name,
  }));
}
