import type { ComponentChild } from 'preact';
import type { Decimal } from '../../portfolio/decimal.ts';
import { jsonLeaves } from '../../portfolio/jsonLeaves.ts';
import type { Transaction } from '../../portfolio/model.ts';
import type { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { signedAmount, signedUnits } from '../../portfolio/transactionType.ts';
import { Narration, Personal, Text } from '../pieces/Text.tsx';
import { useShown } from '../state/ShownContext.ts';
import { sentence, t } from '../words.ts';

/** What a transaction says beyond the columns, and what was printed where the page shows it with another sign or name. */
export function TransactionNotes({ transaction }: { readonly transaction: Transaction }) {
  const notes = notesOf(transaction, useShown());
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note, index) => (
        <li key={index}>{note}</li>
      ))}
    </ul>
  );
}

function notesOf(transaction: Transaction, shown: DisplayFormatter): ComponentChild[] {
  const { type, printedType, units, amount, orderNumber } = transaction;
  const asUnits = (value: Decimal) => shown.units(value);
  const asRupees = (value: Decimal) => shown.rupees(value);
  const asRate = (value: Decimal) => `₹${shown.nav(value)}`;
  return [
    ...(printedType === null || printedType === type
      ? []
      : [sentence('type printed as {0}', <Text>{printedType}</Text>)]),
    ...changed('units printed as {0}', units, signedUnits(transaction), asUnits),
    ...changed('amount printed as {0}', amount, signedAmount(transaction), asRupees),
    ...figure('{0} per unit', transaction.dividendRate, asRate),
    ...figure('credit {0}', transaction.credit, asUnits),
    ...figure('debit {0}', transaction.debit, asUnits),
    ...figure('price {0}', transaction.price, asRate),
    ...figure('stamp duty {0}', transaction.stampDuty, asRupees),
    ...figure('STT {0}', transaction.stt, asRupees),
    ...figure('income distribution {0}', transaction.incomeDistribution, asRupees),
    ...figure('capital withdrawal {0}', transaction.capitalWithdrawal, asRupees),
    ...(orderNumber === null ? [] : [sentence('order {0}', <Personal>{orderNumber}</Personal>)]),
    ...transaction.rest
      .flatMap(({ path, value }) => jsonLeaves(keyOf(path), value))
      .map((leaf) =>
        sentence('{0}: {1}', <Text>{leaf.path}</Text>, <Narration>{leaf.text}</Narration>),
      ),
  ];
}

function figure(
  english: string,
  value: Decimal | null,
  format: (value: Decimal) => string,
): ComponentChild[] {
  return value ? [t(english, format(value))] : [];
}

/** A note on a printed figure, if the page shows another one. */
function changed(
  english: string,
  printed: Decimal | null,
  shownAs: Decimal | null,
  format: (value: Decimal) => string,
): ComponentChild[] {
  return printed && !(shownAs && printed.equals(shownAs)) ? figure(english, printed, format) : [];
}

/** The last key of a path: which transaction it belongs to is plain to see. */
function keyOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
