import type { Decimal } from './decimal.ts';
import type { NpsFund, Scheme } from './model.ts';
import { percentOf } from './percent.ts';

/** What a holding gained, and whether the statement prints it. */
export interface HoldingGain {
  /** INR. */
  readonly rupees: Decimal | null;
  readonly percent: Decimal | null;
  /** True when it is value less cost, because no gain is printed. */
  readonly computed: boolean;
}

/** The gain as printed; without one, value less cost. */
export function gainOfScheme(scheme: Scheme): HoldingGain {
  const { gain, gainPercent } = scheme;
  if (gain === null && gainPercent === null) return computedGain(scheme);
  return { rupees: gain, percent: gainPercent, computed: false };
}

/** NPS statements print no gain: value less cost. */
export function gainOfNpsFund(fund: NpsFund): HoldingGain {
  return computedGain(fund);
}

function computedGain({ value, cost }: Scheme | NpsFund): HoldingGain {
  if (!value || !cost) return { rupees: null, percent: null, computed: false };
  const rupees = value.minus(cost);
  return { rupees, percent: percentOf(rupees, cost, 2), computed: true };
}
