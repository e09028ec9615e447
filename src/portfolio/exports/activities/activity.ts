import type { Decimal } from '../../decimal.ts';
import type { Position } from '../../positions.ts';

/** What happened to the units of a position, as programs for portfolios record it. Money is INR, without a sign. */
export type Activity = Happened &
  (
    | { readonly of: 'bought' | 'sold'; readonly trade: Trade; readonly isSwitch: boolean }
    /** IDCW that became units, after what was kept back of it. */
    | { readonly of: 'reinvested'; readonly trade: Trade }
    /** IDCW that was paid out; the units are none. */
    | { readonly of: 'paid-out'; readonly amount: Decimal; readonly tds: Decimal }
    /** Units that came or went without being bought or sold, at what they cost. */
    | { readonly of: 'came' | 'went'; readonly units: Decimal; readonly cost: Cost }
  );

interface Happened {
  readonly position: Position;
  /** ISO date. */
  readonly date: string;
  /** What the statement calls it, and what the figures rest on where it does not print them; English. */
  readonly note: string;
}

export interface Trade {
  readonly units: Decimal;
  /** Units x NAV: before stamp duty, STT and TDS. */
  readonly amount: Decimal;
  readonly stampDuty: Decimal;
  readonly stt: Decimal;
  readonly tds: Decimal;
}

export interface Cost {
  /** With stamp duty. */
  readonly rupees: Decimal;
  /** False where the statement does not tell it: then it is the value of that day, or nothing where no NAV is printed. */
  readonly known: boolean;
}

/** What a format could not say, or what it rests on. */
export const SHORTCOMINGS = [
  'closing-only',
  'unknown-cost',
  'no-day',
  'no-amount',
  'payouts',
  'insurance',
  'before-1970',
] as const;
export type Shortcoming = (typeof SHORTCOMINGS)[number];

/** How often each occurred; those that did not are left out. */
export type Shortcomings = Readonly<Partial<Record<Shortcoming, number>>>;
