import type { Transaction } from '../../portfolio/model.ts';
import type { Position } from '../../portfolio/positions.ts';
import { columnDecimals } from '../../portfolio/columnDecimals.ts';
import { UnitsChart } from '../charts/UnitsChart.tsx';
import { AsFound } from '../confirmed/AsFound.tsx';
import { itemOf } from '../confirmed/answerNames.ts';
import { useUnconfirmed } from '../confirmed/ConfirmationContext.ts';
import { Day } from '../pieces/Day.tsx';
import { FigureHead } from '../pieces/FigureCell.tsx';
import type { ChangeView } from '../state/useViewState.ts';
import { usePdfPlaceHint } from '../figures/PdfPlaceFact.tsx';
import { amountSigns } from '../transactions/amountSigns.ts';
import { TransactionFigures } from '../transactions/TransactionFigures.tsx';
import type { TransactionDecimals } from '../transactions/TransactionFigures.tsx';
import { TypeAndNarration } from '../transactions/TypeAndNarration.tsx';
import { counted, t } from '../words.ts';

interface LatestTransactionsProps {
  readonly position: Position;
  /** What the column of `nav` is called: it is a price for shares. */
  readonly priceName: string;
  readonly change: ChangeView;
}

const ROWS = 8;

/** The end of a holding's transactions, as the statement prints them; all of them are one click away. */
export function LatestTransactions({ position, priceName, change }: LatestTransactionsProps) {
  const { transactions } = position;
  const unconfirmed = useUnconfirmed(itemOf(position));
  const asListed = (words: string) => (
    <AsFound
      unconfirmed={unconfirmed}
      names={['transactions']}
      why={t('Nothing else in the statement says that no transaction is missing here')}
    >
      {words}
    </AsFound>
  );
  if (transactions.length === 0) {
    return <p class="note">{asListed(t('No transactions in this statement'))}</p>;
  }
  const latest = transactions.slice(-ROWS).reverse();
  const navDecimals = columnDecimals(latest.map(({ nav }) => nav));
  const decimals = columnDecimals(latest.flatMap((one) => [one.units, one.balance]));
  return (
    <div class="latest">
      <UnitsChart transactions={transactions} />
      <table class="transactions">
        <caption>{asListed(t('Latest transactions'))}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Date')}</th>
            <th scope="col">{t('Transaction')}</th>
            <FigureHead label={t('Amount')} title={amountSigns()} />
            <FigureHead label={t('Units')} />
            <FigureHead label={priceName} />
            <FigureHead label={t('Balance')} />
          </tr>
        </thead>
        <tbody>
          {latest.map((transaction, index) => (
            <LatestRow
              key={index}
              position={position}
              transaction={transaction}
              priceName={priceName}
              decimals={{ units: decimals, nav: navDecimals }}
            />
          ))}
        </tbody>
      </table>
      {transactions.length > ROWS && (
        <button
          type="button"
          class="link"
          onClick={() => change({ tab: 'transactions', transactionsOf: position.key })}
        >
          {counted(transactions.length, 'All transactions', 'All {0} transactions')}
        </button>
      )}
    </div>
  );
}

interface LatestRowProps extends Pick<LatestTransactionsProps, 'position' | 'priceName'> {
  readonly transaction: Transaction;
  readonly decimals: TransactionDecimals;
}

function LatestRow({ position, transaction, priceName, decimals }: LatestRowProps) {
  const placeOf = usePdfPlaceHint();
  return (
    <tr>
      <td class="date" title={placeOf(transaction)}>
        <Day date={transaction.date} />
      </td>
      <TypeAndNarration transaction={transaction} />
      <TransactionFigures
        position={position}
        transaction={transaction}
        priceName={priceName}
        decimals={decimals}
      />
    </tr>
  );
}
