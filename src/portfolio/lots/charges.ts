import { Decimal } from '../decimal.ts';
import type { Draft } from './draft.ts';

type ChargeKind = 'stampDuty' | 'stt' | 'tds';

/** A row of stamp duty, securities transaction tax or tax deducted at source. */
export interface Charge {
  readonly kind: ChargeKind;
  readonly day: number;
  /** INR, without a sign. */
  readonly amount: Decimal;
  /** How many movements were read before it. */
  readonly after: number;
}

const BEARERS: Readonly<Record<ChargeKind, readonly Draft['kind'][]>> = {
  stampDuty: ['purchase', 'reinvestment', 'merger-in', 'transfer-in', 'undone'],
  stt: ['sale', 'merger-out'],
  tds: ['sale', 'payout', 'reinvestment', 'merger-out'],
};

/**
 * Adds each charge to the movement it was levied on: the last one of its day that is printed before it and can bear it, or else
 * the first one after it. What the movements of that day say of the same charge in a field of their own is the same money, and
 * counts only where no row says it. False when a charge has no movement it can belong to.
 *
 * @param drafts in the order of time, like the charges
 */
export function bookCharges(drafts: readonly Draft[], charges: readonly Charge[]): boolean {
  return (['stampDuty', 'stt', 'tds'] as const).every((kind) =>
    bookKind(
      drafts,
      charges.filter((charge) => charge.kind === kind),
      kind,
    ),
  );
}

/** One pass over the movements and one over the charges, however many there are on one day. */
function bookKind(drafts: readonly Draft[], charges: readonly Charge[], kind: ChargeKind): boolean {
  let next = 0;
  let bearer: Draft | null = null;
  let day = -Infinity;
  for (const charge of charges) {
    if (charge.day !== day) {
      day = charge.day;
      bearer = null;
      next = skipTo(day, drafts, next);
      forgetFields(drafts, next, { day, kind });
    }
    for (; next < charge.after || !bearer; next += 1) {
      const draft = drafts[next];
      if (draft?.day !== day) break;
      if (BEARERS[kind].includes(draft.kind)) bearer = draft;
    }
    if (!bearer) return false;
    bearer[kind] = bearer[kind].plus(charge.amount);
  }
  return true;
}

function skipTo(day: number, drafts: readonly Draft[], from: number): number {
  let index = from;
  while ((drafts[index]?.day ?? day) < day) index += 1;
  return index;
}

function forgetFields(
  drafts: readonly Draft[],
  first: number,
  { day, kind }: { readonly day: number; readonly kind: ChargeKind },
): void {
  for (let index = first; ; index += 1) {
    const draft = drafts[index];
    if (draft?.day !== day) return;
    draft[kind] = Decimal.zero;
  }
}
