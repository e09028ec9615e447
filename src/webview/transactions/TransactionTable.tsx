import { OriginOf } from '../family/OriginOf.tsx';
import { Day } from '../pieces/Day.tsx';
import { FigureHead } from '../pieces/FigureCell.tsx';
import { Text } from '../pieces/Text.tsx';
import { t } from '../words.ts';
import { amountSigns } from './amountSigns.ts';
import type { ListedTransaction } from './listTransactions.ts';
import { usePdfPlaceHint } from '../figures/PdfPlaceFact.tsx';
import { TransactionFigures } from './TransactionFigures.tsx';
import type { TransactionDecimals } from './TransactionFigures.tsx';
import { TypeAndNarration } from './TypeAndNarration.tsx';
import { useWindowRows } from './useWindowRows.ts';

interface TransactionTableProps {
  readonly listed: readonly ListedTransaction[];
  readonly decimals: TransactionDecimals;
}

const ROW_HEIGHT = 30;

/** As many transactions as there are, of which only those in sight are on the page. */
export function TransactionTable({ listed, decimals }: TransactionTableProps) {
  const { rows, before, after, box, slots } = useWindowRows(listed.length, ROW_HEIGHT);
  return (
    <table class="transactions all" aria-rowcount={listed.length + 1}>
      <caption class="unseen">
        {t('Transactions')}. {amountSigns()}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('Date')}</th>
          <th scope="col">{t('Holding')}</th>
          <th scope="col">{t('Transaction')}</th>
          <FigureHead label={t('Amount')} title={amountSigns()} />
          <FigureHead label={t('Units')} />
          <FigureHead label={t('NAV or price')} optional />
          <FigureHead label={t('Balance')} optional />
        </tr>
      </thead>
      <tbody ref={box}>
        <Gap height={before} />
        {rows.map((index) => {
          const row = listed[index];
          return (
            row && (
              <tr key={index % slots} data-index={index} aria-rowindex={index + 2}>
                <TransactionCells row={row} decimals={decimals} />
              </tr>
            )
          );
        })}
        <Gap height={after} />
      </tbody>
    </table>
  );
}

/**
 * Stands for the rows that are out of sight. One cell without a span: columns that are left out where the page is narrow would take
 * their share of the width again. A style attribute would be against the page's own policy.
 */
function Gap({ height }: { readonly height: number }) {
  if (height === 0) return null;
  return (
    <tr class="gap" aria-hidden="true">
      <td>
        <svg width="1" height={Math.round(height)} />
      </td>
    </tr>
  );
}

interface TransactionCellsProps {
  readonly row: ListedTransaction;
  readonly decimals: TransactionDecimals;
}

function TransactionCells(props: TransactionCellsProps) {
  const {
    row: { position, transaction },
    decimals,
  } = props;
  const placeOf = usePdfPlaceHint();
  return (
    <>
      <td class="date" title={placeOf(transaction)}>
        <Day date={transaction.date} />
      </td>
      <td class="of">
        <Text>{position.name ?? t('Without a name')}</Text>
        {position.origin && (
          <span class="code">
            <OriginOf position={position} />
          </span>
        )}
      </td>
      <TypeAndNarration transaction={transaction} />
      <TransactionFigures
        position={position}
        transaction={transaction}
        priceName={t('NAV or price')}
        decimals={decimals}
        optional
      />
    </>
  );
}
