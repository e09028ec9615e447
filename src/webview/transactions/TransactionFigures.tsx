import type { Transaction } from '../../portfolio/model.ts';
import type { Position } from '../../portfolio/positions.ts';
import { signedAmount, signedUnits } from '../../portfolio/transactionType.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmedRow } from '../confirmed/ConfirmationContext.ts';
import { Nav, Rupees, Units } from '../pieces/Figure.tsx';
import { FigureCell } from '../pieces/FigureCell.tsx';
import { t } from '../words.ts';

/** How many decimals the columns have at least. */
export interface TransactionDecimals {
  readonly units: number;
  readonly nav: number;
}

interface TransactionFiguresProps {
  readonly position: Position;
  readonly transaction: Transaction;
  readonly priceName: string;
  readonly decimals: TransactionDecimals;
  /** Price and balance are left out where the page is narrow. */
  readonly optional?: boolean;
}

/** The cells of what a transaction moved, at which price, and what was held then. */
export function TransactionFigures(props: TransactionFiguresProps) {
  const { position, transaction, priceName, decimals, optional = false } = props;
  const unconfirmed = useUnconfirmedRow(position, transaction);
  return (
    <>
      <FigureCell label={t('Amount')}>
        <AsFound unconfirmed={unconfirmed} names={['amount']}>
          <Rupees value={signedAmount(transaction)} dense />
        </AsFound>
      </FigureCell>
      <FigureCell label={t('Units')}>
        <AsFound unconfirmed={unconfirmed} names={['units']}>
          <Units value={signedUnits(transaction)} decimals={decimals.units} dense />
        </AsFound>
      </FigureCell>
      <FigureCell label={priceName} optional={optional}>
        <AsFound unconfirmed={unconfirmed} names={['nav']}>
          <Nav value={transaction.nav} decimals={decimals.nav} dense />
        </AsFound>
      </FigureCell>
      <FigureCell label={t('Balance')} optional={optional}>
        <AsFound unconfirmed={unconfirmed} names={['balance']}>
          <Units value={transaction.balance} decimals={decimals.units} dense />
        </AsFound>
      </FigureCell>
    </>
  );
}
