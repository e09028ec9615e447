import type { Decimal } from '../decimal.ts';
import type { Transaction } from '../model.ts';

/**
 * What a transaction did with units and money:
 * `purchase` (also SIP and switch in), `sale` (redemption and switch out), `reinvestment` of IDCW, `payout` of IDCW, `bonus`
 * units, the two legs of a merger of schemes and of a transfer to another folio or owner (see `moveWithoutSale.ts`), `segregated`
 * units that were created, and the `segregation` that the main
 * scheme records without any.
 */
export type MovementKind =
  | 'purchase'
  | 'sale'
  | 'reinvestment'
  | 'payout'
  | 'bonus'
  | 'merger-in'
  | 'merger-out'
  | 'transfer-in'
  | 'transfer-out'
  | 'segregated'
  | 'segregation';

export interface Movement {
  readonly kind: MovementKind;
  /** What the statement prints of it. */
  readonly row: Transaction;
  /** ISO date, a day that exists. */
  readonly date: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Without a sign: the kind says which way they go. A payout moves none; it may print those it was paid on. */
  readonly units: Decimal;
  /** INR without a sign, units x NAV; null when it is not printed. */
  readonly amount: Decimal | null;
  /** INR, paid on top of the amount of a purchase. */
  readonly stampDuty: Decimal;
  /** Securities transaction tax, INR, kept back from the amount of a sale. */
  readonly stt: Decimal;
  /** Tax deducted at source, INR, kept back from the amount of a sale or payout. */
  readonly tds: Decimal;
}

/** Whether units come with it. */
export function bringsUnits(kind: MovementKind | 'undone'): boolean {
  return BRINGS_UNITS.includes(kind);
}

/** Whether units go with it. */
export function takesUnits(kind: MovementKind): boolean {
  return kind === 'sale' || kind === 'merger-out' || kind === 'transfer-out';
}

/** Whether units came from or went to another folio or owner. */
export function isTransfer({ kind }: Movement): boolean {
  return kind === 'transfer-in' || kind === 'transfer-out';
}

const BRINGS_UNITS: readonly string[] = [
  'purchase',
  'reinvestment',
  'bonus',
  'merger-in',
  'transfer-in',
  'segregated',
] satisfies MovementKind[];
