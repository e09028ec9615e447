import type { Decimal } from '../decimal.ts';
import type { Scheme } from '../model.ts';
import type { Position } from '../positions.ts';
import { percentOf } from '../percent.ts';
import type { GainCheck, GainPercentCheck } from './check.ts';
import { compared, missing } from './finding.ts';
import type { Finding } from './finding.ts';
import { PERCENT_TOLERANCE, sameToThePaisa, within } from './tolerance.ts';

/** A printed gain (INR, to the paisa) and its percentage (to 0.01) against value - cost. Only schemes have one. */
export function checkGain(position: Position, scheme: Scheme): [GainCheck, GainPercentCheck] {
  const { value, cost, gain: printedGain, gainPercent: printedPercent } = scheme;
  const subject = { of: 'position', position } as const;
  const computedGain = value && cost ? value.minus(cost) : null;
  const computedPercent = computedGain && cost ? percentOf(computedGain, cost, 4) : null;
  const percentTolerance = PERCENT_TOLERANCE;
  return [
    {
      kind: 'gain',
      subject,
      ...finding(scheme, printedGain, computedGain, sameToThePaisa),
      figures: { value, cost, computedGain, printedGain },
    },
    {
      kind: 'gain-percent',
      subject,
      ...finding(scheme, printedPercent, computedPercent, samePercent),
      figures: { value, cost, computedPercent, printedPercent, percentTolerance },
    },
  ];
}

function finding(
  { value, cost }: Scheme,
  printed: Decimal | null,
  computed: Decimal | null,
  same: (one: Decimal, other: Decimal) => boolean,
): Finding {
  if (!printed) return missing('no-printed-figure');
  if (!value) return missing('no-value');
  if (!cost) return missing('no-cost');
  // There is no percentage of nothing.
  return computed ? compared(same(printed, computed)) : missing('cost-not-positive');
}

function samePercent(one: Decimal, other: Decimal): boolean {
  return within(PERCENT_TOLERANCE, one, other);
}
