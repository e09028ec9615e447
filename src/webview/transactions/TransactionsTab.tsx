import { useMemo } from 'preact/hooks';
import { columnDecimals } from '../../portfolio/columnDecimals.ts';
import type { Position } from '../../portfolio/positions.ts';
import { Text } from '../pieces/Text.tsx';
import { send } from '../host.ts';
import type { ViewState } from '../state/viewState.ts';
import type { ChangeView } from '../state/useViewState.ts';
import { counted, t } from '../words.ts';
import { filterTransactions, listTransactions } from './listTransactions.ts';
import type { TransactionFilter } from './listTransactions.ts';
import { exportOf } from './exportOf.ts';
import { TransactionFilterBar } from './TransactionFilterBar.tsx';
import { TransactionTotalsBar } from './TransactionTotalsBar.tsx';
import { TransactionTable } from './TransactionTable.tsx';

interface TransactionsTabProps {
  /** Those the filters of the page let through, closed ones included. */
  readonly positions: readonly Position[];
  readonly all: readonly Position[];
  /** What is typed into the filter. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly view: ViewState;
  readonly change: ChangeView;
}

/** All transactions, the latest first. */
export function TransactionsTab(props: TransactionsTabProps) {
  const { positions, all, text, onText, view, change } = props;
  const filter = useMemo(
    () => ({ ...view.transactionFilter, text }),
    [view.transactionFilter, text],
  );
  const setFilter = ({ text: typed, ...transactionFilter }: TransactionFilter) => {
    if (typed === text) change({ transactionFilter });
    else onText(typed);
  };
  const only = all.find(({ key }) => key === view.transactionsOf);
  const listed = useMemo(() => listTransactions(only ? [only] : positions), [only, positions]);
  const shown = useMemo(() => filterTransactions(listed, filter), [listed, filter]);
  // The first rows stand for the rest: a column of fifty thousand is not looked through for its decimals.
  const decimals = useMemo(() => {
    const first = shown.slice(0, 500).map(({ transaction }) => transaction);
    return {
      units: columnDecimals(first.flatMap(({ units, balance }) => [units, balance])),
      nav: columnDecimals(first.map(({ nav }) => nav)),
    };
  }, [shown]);
  return (
    <>
      <TransactionFilterBar filter={filter} onFilter={setFilter} listed={listed}>
        {only && (
          <button type="button" class="chip" onClick={() => change({ transactionsOf: null })}>
            <Text>{only.name ?? t('Without a name')}</Text>
            <span aria-hidden="true"> ×</span>
            <span class="unseen">{t(', take away')}</span>
          </button>
        )}
        <p class="count" role="status">
          {counted(shown.length, '1 transaction', '{0} transactions')}
          {shown.length < listed.length && <> {t('of {0}', listed.length)}</>}
        </p>
        <button
          type="button"
          class="link bar-end"
          onClick={() => send({ type: 'export', spec: exportOf(shown) })}
        >
          {t('Export')}
        </button>
      </TransactionFilterBar>
      <TransactionTotalsBar shown={shown} />
      {shown.length > 0 ? (
        <TransactionTable listed={shown} decimals={decimals} />
      ) : (
        <p class="nothing">
          {listed.length === 0
            ? t('No transactions in this statement')
            : t('No transaction has all of this.')}
        </p>
      )}
    </>
  );
}
