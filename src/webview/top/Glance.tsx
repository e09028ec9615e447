import { holdingsOf } from '../../portfolio/positions.ts';
import type { Position } from '../../portfolio/positions.ts';
import type { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { uncountedLists } from '../../portfolio/uncounted.ts';
import { costAndGain, portfolioValue } from '../../portfolio/totals.ts';
import type { Total } from '../../portfolio/totals.ts';
import type { Returns } from '../figures/useReturns.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmed, useUnconfirmedSum } from '../confirmed/ConfirmationContext.ts';
import { useShown } from '../state/ShownContext.ts';
import { Day } from '../pieces/Day.tsx';
import { Rupees } from '../pieces/Figure.tsx';
import { counted, sentence, t } from '../words.ts';
import { CostTile, GainTile, isOpenWithComputedCost } from './CostTiles.tsx';
import { PeriodTile, ReturnTile } from './ReturnTiles.tsx';
import { Tile } from './Tile.tsx';

interface GlanceProps {
  readonly portfolio: Portfolio;
  readonly all: readonly Position[];
  readonly returns: Returns | null;
}

/** The answer first: what it is worth, what was put in, what it gained, and what each figure rests on. */
export function Glance({ portfolio, all, returns }: GlanceProps) {
  const shown = useShown();
  const total = portfolioValue(portfolio);
  const paid = costAndGain(holdingsOf(all));
  const { to } = portfolio.statement;
  return (
    <dl class="glance">
      <Tile
        name={to === null ? t('Value') : sentence('Value on {0}', <Day date={to} />)}
        notes={[
          ...valueNotes(total, shown),
          ...accountNotes(portfolio, all),
          ...uncountedNotes(portfolio),
        ]}
        main
      >
        <AsFound unconfirmed={useUnconfirmed(portfolio.summary)} names={['total_value']}>
          <Rupees value={total?.value ?? null} />
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

function valueNotes(total: Total | null, shown: DisplayFormatter): string[] {
  if (!total) return [];
  const compact = shown.compactRupees(total.value, {
    lakh: t('L'),
    crore: t('Cr'),
  });
  const origin = total.computed
    ? t('the sum of its parts: no total is printed')
    : t('as the statement prints it');
  return [
    compact === shown.rupees(total.value) ? origin : `${compact}, ${origin}`,
    total.partsWithoutValue === 0
      ? ''
      : counted(total.partsWithoutValue, '1 part has no value', '{0} parts have no value'),
  ];
}

/** Whoever reads a total has to know what is not in it; the checks say more. */
function uncountedNotes(portfolio: Portfolio): string[] {
  const [unknown, maybe] = [false, true].map((wanted) =>
    uncountedLists(portfolio)
      .filter(({ maybeCounted }) => maybeCounted === wanted)
      .reduce((sum, { entries }) => sum + entries, 0),
  ) as [number, number];
  return [
    unknown === 0
      ? ''
      : counted(
          unknown,
          'not counted: 1 entry that this version does not know',
          'not counted: {0} entries that this version does not know',
        ),
    maybe === 0
      ? ''
      : counted(
          maybe,
          'not counted: 1 entry that may be listed twice',
          'not counted: {0} entries that may be listed twice',
        ),
  ];
}

function accountNotes(portfolio: Portfolio, all: readonly Position[]): string[] {
  const { dematAccounts, folios, npsAccounts, policies } = portfolio;
  const open = all.filter(({ closed, kind }) => !closed && kind !== 'insurance');
  const parts = [
    [dematAccounts, (n: number) => counted(n, '1 demat account', '{0} demat accounts')],
    [folios, (n: number) => counted(n, '1 folio', '{0} folios')],
    [npsAccounts, (n: number) => counted(n, '1 NPS account', '{0} NPS accounts')],
    [policies, (n: number) => counted(n, '1 insurance policy', '{0} insurance policies')],
    [open, (n: number) => counted(n, '1 holding', '{0} holdings')],
  ] as const;
  const present = parts.filter(([things]) => things.length > 0);
  return [present.map(([{ length }, text]) => text(length)).join(', ')];
}
