import type { Unconfirmed } from '../../portfolio/confirmation.ts';
import { isCostComputed } from '../../portfolio/costComputed.ts';
import type { Position } from '../../portfolio/positions.ts';
import type { CostAndGain } from '../../portfolio/totals.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { Gain, Rupees } from '../pieces/Figure.tsx';
import { useShown } from '../state/ShownContext.ts';
import { counted, t } from '../words.ts';
import { Tile } from './Tile.tsx';

interface PaidProps {
  readonly paid: CostAndGain;
  /** What is unconfirmed of the sum of what is shown. */
  readonly unconfirmed: Unconfirmed;
}

interface CostProps extends PaidProps {
  /** Of how many holdings the cost is value less gain. */
  readonly computed: number;
}

export function isOpenWithComputedCost(position: Position): boolean {
  return !position.closed && isCostComputed(position);
}

/** What was paid for what is held, and of how much of it that is known. */
export function CostTile({ paid, computed, unconfirmed }: CostProps) {
  const { cost, withCost, open } = paid;
  const notes = [
    t('paid for what is held now, for {0} of {1} holdings', withCost, open),
    computed === 0
      ? ''
      : counted(computed, 'value less gain for 1 of them', 'value less gain for {0} of them'),
  ];
  return (
    <Tile name={t('Cost')} notes={open === 0 ? [] : notes}>
      <AsFound unconfirmed={unconfirmed} names={['sum']}>
        <Rupees value={cost} />
      </AsFound>
    </Tile>
  );
}

/** Value less cost, where both are known. */
export function GainTile({ paid: { gain, gainPercent, withGain, open }, unconfirmed }: PaidProps) {
  const shown = useShown();
  const notes =
    withGain === 0
      ? []
      : [
          gainPercent ? t('{0} of the cost', shown.percent(gainPercent, 2, 'always')) : '',
          t('value less cost of {0} of {1} holdings', withGain, open),
        ];
  return (
    <Tile name={t('Unrealised gain')} notes={notes}>
      <AsFound unconfirmed={unconfirmed} names={['sum']}>
        <Gain of="rupees" value={gain} />
      </AsFound>
    </Tile>
  );
}
