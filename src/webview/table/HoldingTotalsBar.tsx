import { useMemo } from 'preact/hooks';
import { holdingsOf } from '../../portfolio/positions.ts';
import type { Position } from '../../portfolio/positions.ts';
import { costAndGain, sumOf } from '../../portfolio/totals.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmedSum } from '../confirmed/ConfirmationContext.ts';
import { Gain, Rupees } from '../pieces/Figure.tsx';
import { TotalFact, Totals } from '../pieces/Totals.tsx';
import { t } from '../words.ts';

/** What the holdings that a filter leaves are worth together, what they cost, and what they gained. */
export function HoldingTotalsBar({ shown }: { readonly shown: readonly Position[] }) {
  const { paid, value } = useMemo(() => {
    const holdings = holdingsOf(shown);
    return { paid: costAndGain(holdings), value: sumOf(holdings) };
  }, [shown]);
  const ofValue = useUnconfirmedSum(shown, 'value');
  const ofCost = useUnconfirmedSum(shown, 'cost');
  const ofGain = useUnconfirmedSum(shown, 'gainRupees');
  const { withCost, withGain, open } = paid;
  if (open === 0) return null;
  const note =
    withCost < open || withGain < open
      ? t('cost of {0}, gain of {1} of {2} holdings', withCost, withGain, open)
      : undefined;
  return (
    <Totals label={t('Totals of the holdings shown')} note={note}>
      <TotalFact name={t('Value')}>
        <AsFound unconfirmed={ofValue} names={['sum']}>
          <Rupees value={value?.value ?? null} />
        </AsFound>
      </TotalFact>
      <TotalFact name={t('Cost')}>
        <AsFound unconfirmed={ofCost} names={['sum']}>
          <Rupees value={paid.cost} />
        </AsFound>
      </TotalFact>
      <TotalFact name={t('Gain')}>
        <AsFound unconfirmed={ofGain} names={['sum']}>
          <Gain of="rupees" value={paid.gain} />
        </AsFound>
      </TotalFact>
    </Totals>
  );
}
