import { inBalanceOrder } from '../../checks/balanceOrder.ts';
import type { Notes } from '../../notes.ts';
import type { Printed, PrintedScheme, PrintedTransaction } from '../../statement.ts';
import { kindOf } from './transactionRow.ts';
import { isCalledOut } from './transactionType.ts';

/**
 * Some rows are printed in parentheses although they add units (units of a wound-up scheme that come back). The balances decide:
 * where only the other sign leads from the balance before to the one printed, and on from there, the parentheses were for show.
 * Never those of a row that is called a redemption: where its balance says otherwise, a row before it is missing.
 * @param plain what a row without parentheses is: registrars print it as it is, whatever its balance; depositories can print units
 * that go out without a sign
 */
export function straightenSigns(
  scheme: PrintedScheme,
  plain: 'asPrinted' | 'eitherWay',
  notes: Notes,
): void {
  let before = scheme.open?.value ?? null;
  const rows = plain === 'eitherWay' ? scheme.transactions : inBalanceOrder(scheme);
  for (const [index, transaction] of rows.entries()) {
    const units = transaction.units?.value;
    const after = transaction.balance?.value;
    const canTurn =
      units &&
      (units.sign < 0
        ? !isCalledOut(transaction.description)
        : units.sign > 0 && plain === 'eitherWay');
    if (before && canTurn && after) {
      const fits = before.plus(units).equals(after);
      const next = rows.slice(index + 1).find((row) => row.units !== null && row.balance !== null);
      if (
        !fits &&
        before.minus(units).equals(after) &&
        (plain === 'eitherWay' || leadsOn(transaction, next ?? null, scheme))
      ) {
        turn(transaction);
        for (const turned of [transaction.units, transaction.amount])
          if (turned) notes.found.fill(turned, 'sign-by-balance');
        notes.keep('The sign of this row was turned: its balance says so.', transaction.place);
      }
    }
    before = after ?? (before && units ? before.plus(units) : before);
  }
}

/** Whether the row that follows, or the closing balance, goes on from the balance of this one. */
function leadsOn(
  { balance }: PrintedTransaction,
  next: PrintedTransaction | null,
  { close }: PrintedScheme,
): boolean {
  if (!balance) return false;
  if (!next) return close === null || close.value.equals(balance.value);
  const [units, after] = [next.units?.value, next.balance?.value];
  if (!units || !after) return false;
  // The next row can be one of these, too.
  const turned = units.sign < 0 && balance.value.minus(units).equals(after);
  return balance.value.plus(units).equals(after) || turned;
}

function turn(transaction: PrintedTransaction): void {
  transaction.units = negated(transaction.units);
  transaction.amount = negated(transaction.amount);
  Object.assign(transaction, kindOf(transaction.description, transaction.units));
}

function negated(printed: Printed | null): Printed | null {
  return printed && { ...printed, value: printed.value.negated() };
}
