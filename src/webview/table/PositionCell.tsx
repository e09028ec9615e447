import type { ComponentChild } from 'preact';
import type { Position } from '../../portfolio/positions.ts';
import { KIND_NAMES } from '../allocation/kinds.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { answerNames, itemOf } from '../confirmed/answerNames.ts';
import { useUnconfirmed } from '../confirmed/ConfirmationContext.ts';
import { ReturnCell } from '../figures/ReturnFigure.tsx';
import { Gain, Nav, Rupees, Units } from '../pieces/Figure.tsx';
import { FigureCell } from '../pieces/FigureCell.tsx';
import { Dash } from '../pieces/NotStated.tsx';
import { useShown } from '../state/ShownContext.ts';
import { t } from '../words.ts';
import { COLUMN_NAMES, WIDE_ONLY, averageCost, weightOf } from './columns.ts';
import type { ColumnName } from './columns.ts';
import type { TableLayout } from './tableLayout.ts';

interface PositionCellProps {
  readonly position: Position;
  readonly column: ColumnName;
  readonly layout: TableLayout;
}

/** One figure of a holding. */
export function PositionCell({ position, column, layout }: PositionCellProps) {
  const unconfirmed = useUnconfirmed(itemOf(position));
  const optional = WIDE_ONLY.includes(column);
  if (column === 'type') {
    return <td class="type optional">{t(KIND_NAMES[position.kind])}</td>;
  }
  return (
    <FigureCell label={t(COLUMN_NAMES[column])} optional={optional}>
      <AsFound unconfirmed={unconfirmed} names={answerNames(position, column)}>
        {figure({ position, column, layout })}
      </AsFound>
    </FigureCell>
  );
}

function figure({ position, column, layout }: PositionCellProps): ComponentChild {
  switch (column) {
    case 'units':
      return <Units value={position.units} decimals={layout.unitDecimals} dense />;
    case 'price':
      return <Nav value={position.price} decimals={layout.priceDecimals} dense />;
    case 'averageCost':
      return <Rupees value={averageCost(position)} dense />;
    case 'cost':
      return <Rupees value={position.cost} dense />;
    case 'value':
      return <Value position={position} />;
    case 'gainRupees':
      return <Gain of="rupees" value={position.gain.rupees} dense />;
    case 'gainPercent':
      return <Gain of="percent" value={position.gain.percent} dense />;
    case 'xirr':
      return <ReturnCell position={position} />;
    case 'weight':
      return <Weight position={position} layout={layout} />;
    default:
      return null;
  }
}

/** A policy has no value, but a cover, which counts in no total. */
function Value({ position: { source, value } }: Pick<PositionCellProps, 'position'>) {
  if (source.of !== 'policy') return <Rupees value={value} dense />;
  return (
    <>
      {source.policy.sumAssured && <span class="sum">{t('cover')} </span>}
      <Rupees value={source.policy.sumAssured} dense />
    </>
  );
}

/** The share of everything, as a figure and a bar. */
function Weight({ position, layout }: Omit<PositionCellProps, 'column'>) {
  const shown = useShown();
  const percent = weightOf(position, layout.total);
  if (!percent) return <Dash />;
  const width = Math.max(0, (Number(percent.toString()) / layout.mostWeight) * 100);
  return (
    <span class="weight">
      <svg class="weight-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width={width} height="4" />
      </svg>
      <span class="figure">{shown.percent(percent, 1)}</span>
    </span>
  );
}
