import type { Notes } from '../../notes.ts';
import type { Printed, PrintedScheme, PrintedTransaction } from '../../statement.ts';
import { kindOf } from './transactionRow.ts';

/**
 * Some rows are printed in parentheses although they add units (units of a wound-up scheme that come back). The balance decides:
 * where only the other sign leads from the balance before to the one printed, the sign was for show.
 */
export function straightenSigns(scheme: PrintedScheme, notes: Notes): void {
  let before = scheme.open?.value ?? null;
  for (const transaction of scheme.transactions) {
    const units = transaction.units?.value;
    const after = transaction.balance?.value;
    if (before && units && after && units.sign !== 0) {
      const fits = before.plus(units).equals(after);
      if (!fits && before.minus(units).equals(after)) {
        turn(transaction);
        for (const turned of [transaction.units, transaction.amount])
          if (turned) notes.found.fill(turned, 'sign-by-balance');
        notes.keep('The sign of this row was turned: its balance says so.', transaction.place);
      }
    }
    before = after ?? (before && units ? before.plus(units) : before);
  }
}

function turn(transaction: PrintedTransaction): void {
  transaction.units = negated(transaction.units);
  transaction.amount = negated(transaction.amount);
  Object.assign(transaction, kindOf(transaction.description, transaction.units));
}

function negated(printed: Printed | null): Printed | null {
  return printed && { ...printed, value: printed.value.negated() };
}
