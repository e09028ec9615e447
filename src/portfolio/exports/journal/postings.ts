import { Decimal } from '../../decimal.ts';
import type { Holding, MoneyPosting, Posting, UnitsPosting, Worth } from './journal.ts';
import { isExpressible } from './journal.ts';

/** Units without what they are worth. */
export function units(holding: Holding, amount: Decimal, worth: Worth | null = null): UnitsPosting {
  return { ...holding, of: 'units', units: amount, worth };
}

export function money(account: string, amount: Decimal): MoneyPosting {
  return { of: 'money', account, amount };
}

/** The money postings that move any. */
export function moneys(...wanted: readonly (readonly [string, Decimal])[]): MoneyPosting[] {
  return wanted.flatMap(([account, amount]) => (amount.sign === 0 ? [] : [money(account, amount)]));
}

/** Units that come to a holding, or go, against the same units in another account. */
export function unitsAgainst(holding: Holding, amount: Decimal, account: string): UnitsPosting[] {
  return [units(holding, amount), units({ ...holding, account }, amount.negated())];
}

/** The units that came to a holding less those that went. */
export function unitsMoved(postings: readonly Posting[], { account }: Holding): Decimal {
  return Decimal.sum(
    postings.flatMap((posting) =>
      posting.of === 'units' && posting.account === account ? [posting.units] : [],
    ),
  );
}

/** Whether all three tools keep every figure. */
export function areExpressible(postings: readonly Posting[]): boolean {
  return postings.every((posting) => {
    if (posting.of === 'money') return isExpressible(posting.amount);
    const { worth } = posting;
    if (!isExpressible(posting.units)) return false;
    if (worth?.of !== 'cost') return worth === null || isExpressible(worth.total);
    return isExpressible(worth.total) && (!worth.proceeds || isExpressible(worth.proceeds));
  });
}
