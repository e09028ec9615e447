import { useMemo } from 'preact/hooks';
import { transactionTotals } from '../../portfolio/transactionTotals.ts';
import type { SumName } from '../../portfolio/transactionTotals.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmedRows } from '../confirmed/ConfirmationContext.ts';
import { Rupees, Units } from '../pieces/Figure.tsx';
import { TotalFact, Totals } from '../pieces/Totals.tsx';
import { counted, t } from '../words.ts';
import type { ListedTransaction } from './listTransactions.ts';

/** What each sum is called, in English, in their order. */
const NAMES: readonly (readonly [SumName, string])[] = [
  ['in', 'In'],
  ['out', 'Out'],
  ['movedIn', 'Moved in without a purchase'],
  ['movedOut', 'Moved out without a sale'],
  ['reversed', 'Reversed'],
  ['payout', 'IDCW paid out'],
  ['reinvested', 'IDCW reinvested'],
  ['other', 'Not classified'],
  ['stampDuty', 'Stamp duty'],
  ['stt', 'STT'],
  ['tds', 'TDS'],
];

/** What the transactions that are shown add up to. */
export function TransactionTotalsBar({ shown }: { readonly shown: readonly ListedTransaction[] }) {
  const { sums, units, withoutAmount } = useMemo(() => transactionTotals(shown), [shown]);
  const amounts = useUnconfirmedRows(shown, 'amount');
  const moved = useUnconfirmedRows(shown, 'units');
  if (shown.length === 0) return null;
  return (
    <Totals
      label={t('Totals of the transactions shown')}
      note={
        withoutAmount > 0
          ? counted(withoutAmount, '1 prints no amount', '{0} print no amount')
          : undefined
      }
    >
      {NAMES.map(([name, label]) => {
        const sum = sums.get(name);
        return (
          sum && (
            <TotalFact key={name} name={t(label)}>
              <AsFound unconfirmed={amounts} names={['sum']}>
                <Rupees value={sum} />
              </AsFound>
            </TotalFact>
          )
        );
      })}
      {units && (
        <TotalFact name={t('Units moved')}>
          <AsFound unconfirmed={moved} names={['sum']}>
            <Units value={units} sign="always" />
          </AsFound>
        </TotalFact>
      )}
    </Totals>
  );
}
