import type { Decimal } from '../decimal.ts';
import type { HistoryGap } from './history.ts';
import type { Lot } from './lot.ts';
import type { LotStep } from './lotQueue.ts';
import type { Movement } from './movement.ts';

/** Units of one lot that were sold in one redemption or switch out. */
export interface SoldLot extends Lot {
  readonly sale: Movement;
  /** What these units brought, INR, before STT and TDS; null when it is not printed. */
  readonly proceeds: Decimal | null;
}

/**
 * Why lots cannot be told: besides gaps in the history, more units left than there were, or units left for an amount of zero,
 * as when a face value changes, and came back under another row.
 */
export type LotsGap = HistoryGap | 'oversold' | 'units-for-nothing';

export type SchemeLots =
  | {
      readonly ok: true;
      /** In the order in which they came into the scheme. */
      readonly open: readonly Lot[];
      readonly sold: readonly SoldLot[];
      /** What was carried over to another scheme by a merger: neither held nor sold. */
      readonly merged: readonly Lot[];
      /** What went to another folio or owner without being sold. */
      readonly transferred: readonly Lot[];
      /** What came from another folio or owner of which the statement does not tell how it was acquired; its owner may have told it. */
      readonly received: readonly Movement[];
      /** What was segregated, with the cost that left the main scheme with it; its units stay. */
      readonly segregated: readonly Lot[];
      /** The cost of the open lots, INR; null when it is not known of one. */
      readonly invested: Decimal | null;
      /** What each movement did with lots, in the order of time. */
      readonly steps: readonly LotStep[];
    }
  | { readonly ok: false; readonly reason: LotsGap };
