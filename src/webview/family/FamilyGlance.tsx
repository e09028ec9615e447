import { Decimal } from '../../portfolio/decimal.ts';
import type { Family } from '../../portfolio/family/family.ts';
import { holdingsOf } from '../../portfolio/positions.ts';
import type { Position } from '../../portfolio/positions.ts';
import type { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { costAndGain } from '../../portfolio/totals.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmedSum } from '../confirmed/ConfirmationContext.ts';
import type { Returns } from '../figures/useReturns.ts';
import { Rupees } from '../pieces/Figure.tsx';
import { useShown } from '../state/ShownContext.ts';
import { CostTile, GainTile, isOpenWithComputedCost } from '../top/CostTiles.tsx';
import { PeriodTile, ReturnTile } from '../top/ReturnTiles.tsx';
import { Tile } from '../top/Tile.tsx';
import { counted, t } from '../words.ts';

interface FamilyGlanceProps {
  readonly family: Family;
  readonly all: readonly Position[];
  readonly returns: Returns | null;
}

/** What all of it is worth, and what was taken off because two statements list it. */
export function FamilyGlance({ family, all, returns }: FamilyGlanceProps) {
  const shown = useShown();
  const paid = costAndGain(holdingsOf(all));
  const { totals, statements } = family;
  const known = totals.parts.some(({ value }) => value !== null);
  return (
    <dl class="glance">
      <Tile
        name={counted(statements.length, 'Value of 1 statement', 'Value of {0} statements')}
        notes={valueNotes(family, shown)}
        main
      >
        <AsFound unconfirmed={useUnconfirmedSum(all, 'value')} names={['sum']}>
          <Rupees value={known ? totals.total : null} />
        </AsFound>
      </Tile>
      <CostTile
        paid={paid}
        computed={all.filter(isOpenWithComputedCost).length}
        unconfirmed={useUnconfirmedSum(all, 'cost')}
      />
      <GainTile paid={paid} unconfirmed={useUnconfirmedSum(all, 'gainRupees')} />
      <ReturnTile returns={returns} />
      <PeriodTile returns={returns} />
    </dl>
  );
}

function valueNotes({ totals, statements }: Family, shown: DisplayFormatter): string[] {
  const twice = Decimal.sum(totals.deductions.map(({ value }) => value));
  const days = new Set(statements.map(({ statement }) => statement.to));
  return [
    twice.sign === 0
      ? ''
      : t(
          '{0} in the statements, less {1} listed twice',
          shown.rupees(totals.sum),
          shown.rupees(twice),
        ),
    totals.withoutValue.length === 0
      ? ''
      : counted(
          totals.withoutValue.length,
          '1 thing listed twice has no value to take off',
          '{0} things listed twice have no value to take off',
        ),
    days.size > 1 ? t('the statements are of different days') : '',
  ];
}
