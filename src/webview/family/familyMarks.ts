import { confirmationOf } from '../../portfolio/confirmation.ts';
import type { Confirmation, Unconfirmed } from '../../portfolio/confirmation.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import type { Marks } from '../confirmed/ConfirmationContext.ts';

/** What the engine on this computer says of several statements. */
export interface FamilyMarks extends Marks {
  /** How many figures of them no check agrees with. */
  readonly onlyRead: number;
}

/** Null where none of the statements was read here. Each thing stands in one of them, which alone knows it. */
export function familyMarks(statements: readonly Portfolio[]): FamilyMarks | null {
  const known = statements.flatMap((portfolio) => confirmationOf(portfolio) ?? []);
  if (known.length === 0) return null;
  const firstOf = (find: (one: Confirmation) => Unconfirmed): Unconfirmed =>
    known.map(find).find(({ size }) => size > 0) ?? new Map();
  return {
    onlyRead: known.reduce((sum, { onlyRead }) => sum + onlyRead, 0),
    of: (item) => firstOf((one) => one.of(item)),
    ofRow: (holding, row) => firstOf((one) => one.ofRow(holding, row)),
  };
}
