import type { Found } from '../found.ts';
import type { Printed, PrintedHolding, PrintedScheme } from '../statement.ts';
import { WorkedOut } from './value.ts';

/** The units of a holding as printed, or what stands for them where only its transactions are printed. */
export function unitsHeld(
  holding: PrintedHolding | PrintedScheme,
  units: Printed | null,
  found: Found,
): Printed | WorkedOut | null {
  const how = found.ofField(holding, 'units');
  return units && how !== 'read' ? new WorkedOut(units.value, how) : units;
}
