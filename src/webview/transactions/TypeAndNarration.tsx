import type { Transaction } from '../../portfolio/model.ts';
import { transactionLabel } from '../../portfolio/transactionType.ts';
import { Dash } from '../pieces/NotStated.tsx';
import { Narration } from '../pieces/Text.tsx';
import { t } from '../words.ts';
import { TransactionNotes } from './TransactionNotes.tsx';

/** What kind of transaction it is, and what the statement prints about it where that says more. */
export function TypeAndNarration({ transaction }: { readonly transaction: Transaction }) {
  const { type, description } = transaction;
  const label = t(transactionLabel(type));
  return (
    <td class="narration">
      <span class="type">{label}</span>{' '}
      {description === null ? (
        <Dash />
      ) : (
        description.trim().toLowerCase() !== label.toLowerCase() && (
          <Narration>{description}</Narration>
        )
      )}
      <TransactionNotes transaction={transaction} />
    </td>
  );
}
