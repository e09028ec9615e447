import type { Journal } from './journal.ts';

/** Every account that a journal uses, in alphabetical order. */
export function accountsOf({ items, closings }: Journal): string[] {
  const names = new Set<string>();
  for (const item of items) {
    if (item.of === 'remark') continue;
    for (const { account } of item.postings) names.add(account);
    if (item.through) names.add(item.through.account);
  }
  for (const { holding } of closings) names.add(holding.account);
  return [...names].sort();
}
