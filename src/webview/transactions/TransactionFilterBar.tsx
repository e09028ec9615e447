import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { transactionLabel } from '../../portfolio/transactionType.ts';
import type { TransactionType } from '../../portfolio/transactionType.ts';
import { t } from '../words.ts';
import type { ListedTransaction, TransactionFilter } from './listTransactions.ts';

interface TransactionFilterBarProps {
  readonly filter: TransactionFilter;
  readonly onFilter: (filter: TransactionFilter) => void;
  readonly listed: readonly ListedTransaction[];
  readonly children: ComponentChildren;
}

/** Type, dates and text of the transactions to show. */
export function TransactionFilterBar(props: TransactionFilterBarProps) {
  const { filter, onFilter, listed, children } = props;
  const types = useMemo(
    () => [...new Set(listed.map(({ transaction }) => transaction.type))].sort(),
    [listed],
  );
  const set = (part: Partial<TransactionFilter>) => onFilter({ ...filter, ...part });
  return (
    <div class="bar">
      <input
        type="search"
        class="filter"
        aria-label={t('Filter transactions')}
        placeholder={t('Filter: narration, scheme, ISIN')}
        value={filter.text}
        onInput={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      <select
        aria-label={t('Type of transaction')}
        value={filter.type}
        onChange={({ currentTarget }) => set({ type: currentTarget.value as TransactionType | '' })}
      >
        <option value="">{t('All types')}</option>
        {types.map((type) => (
          <option key={type} value={type}>
            {t(transactionLabel(type))}
          </option>
        ))}
      </select>
      <label>
        {t('From')}{' '}
        <input
          type="date"
          value={filter.from}
          onInput={({ currentTarget }) => set({ from: currentTarget.value })}
        />
      </label>
      <label>
        {t('To')}{' '}
        <input
          type="date"
          value={filter.to}
          onInput={({ currentTarget }) => set({ to: currentTarget.value })}
        />
      </label>
      {children}
    </div>
  );
}
