import type { ComponentChildren } from 'preact';
import type { Unconfirmed } from '../../portfolio/confirmation.ts';
import { t } from '../words.ts';

interface AsFoundProps {
  /** What is unconfirmed of the object that the figure is of. */
  readonly unconfirmed: Unconfirmed;
  /** The figure's path in the answer, or those of the figures that it is computed from. */
  readonly names: readonly string[];
  /** Why it is unconfirmed, localised, where it is not a figure that is printed once. */
  readonly why?: string;
  readonly children: ComponentChildren;
}

/** What figures that are not printed were filled from, in English. */
const WHY: ReadonlyMap<string, string> = new Map([
  ['amount-by-units', 'Not printed, not confirmed: the amount divided by the units'],
  ['opening-of-first-row', 'Printed with the first transaction only, not confirmed otherwise'],
  [
    'balance-after-first-row',
    'Not printed, not confirmed: the balance after the first transaction, less what that moves',
  ],
  ['sign-by-balance', 'Its sign was taken from the balances beside it, not confirmed otherwise'],
  ['last-balance', 'Not printed, not confirmed: the balance after the last transaction'],
  ['list-of-accounts', 'Read in the list of accounts only, not confirmed by its holdings'],
  ['unconfirmed-parts', 'Made of figures that were read, not confirmed'],
  ['sum-of-holdings', 'Not printed, not confirmed: the sum of the holdings'],
]);

/** A figure, marked where the statement says it once only: a dotted line below it, and words for those who do not see it. */
export function AsFound({ unconfirmed, names, why, children }: AsFoundProps) {
  const name = unconfirmed.size === 0 ? undefined : names.find((each) => unconfirmed.has(each));
  if (name === undefined) return <>{children}</>;
  return (
    <span class="unconfirmed" title={why ?? whyUnconfirmed(unconfirmed.get(name) ?? null)}>
      {children}
      <span class="unseen"> ({t('read, not confirmed')})</span>
    </span>
  );
}

function whyUnconfirmed(fallback: string | null): string {
  const why = fallback === null ? undefined : WHY.get(fallback);
  return why === undefined
    ? t('Read, not confirmed: nothing else in the statement repeats this figure')
    : t(why);
}
