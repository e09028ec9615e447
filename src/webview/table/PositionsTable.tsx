import { useMemo } from 'preact/hooks';
import type { Decimal } from '../../portfolio/decimal.ts';
import { columnDecimals } from '../../portfolio/columnDecimals.ts';
import type { Position } from '../../portfolio/positions.ts';
import { useMoreRows } from '../pieces/useMoreRows.tsx';
import type { ViewState } from '../state/viewState.ts';
import type { ChangeView } from '../state/useViewState.ts';
import { t } from '../words.ts';
import { ColumnHeads } from './ColumnHeads.tsx';
import { CHOSEN_COLUMNS, weightOf } from './columns.ts';
import { GroupRow } from './GroupRow.tsx';
import { groupPositions } from './groupPositions.ts';
import { PositionRow } from './PositionRow.tsx';
import type { TableLayout } from './tableLayout.ts';

interface PositionsTableProps {
  /** Sorted and filtered. */
  readonly shown: readonly Position[];
  /** All that the filters let through, closed ones included. */
  readonly matching: readonly Position[];
  readonly all: readonly Position[];
  /** The value of everything that is held, INR: what weights are shares of. */
  readonly total: Decimal;
  readonly view: ViewState;
  readonly change: ChangeView;
}

/** Everything that is owned in one table, grouped as the person likes. */
export function PositionsTable(props: PositionsTableProps) {
  const { shown, matching, all, total, view, change } = props;
  const rows = useMoreRows(shown, 60, 20);
  const { groupBy, hiddenColumns } = view;
  const layout = useMemo(
    (): TableLayout => ({
      columns: CHOSEN_COLUMNS.filter((column) => !hiddenColumns.includes(column)),
      unitDecimals: columnDecimals(all.map(({ units }) => units)),
      priceDecimals: columnDecimals(all.map(({ price }) => price)),
      total,
      mostWeight: Math.max(...all.map((one) => Number(weightOf(one, total)?.toString() ?? 0)), 0),
      namesAccount: groupBy !== 'account',
    }),
    [all, total, groupBy, hiddenColumns],
  );
  const groups = useMemo(
    () => groupPositions({ shown, matching }, all, groupBy),
    [shown, matching, all, groupBy],
  );
  if (shown.length === 0) {
    return (
      <p class="nothing">
        {all.length === 0
          ? t('No holdings in this statement')
          : t('No holding has all of this. Take a filter away to see more.')}
      </p>
    );
  }
  const visible = new Set(rows.shown);
  return (
    <>
      <table class="holdings">
        <caption class="unseen">{t('Holdings')}</caption>
        <ColumnHeads columns={layout.columns} sort={view.sort} change={change} />
        {groups.map((group) => {
          const members = group.positions.filter((position) => visible.has(position));
          if (members.length === 0) return null;
          return (
            <tbody key={group.key}>
              {groupBy !== 'none' && <GroupRow group={group} layout={layout} />}
              {members.map((position) => (
                <PositionRow
                  key={position.key}
                  position={position}
                  layout={layout}
                  open={view.opened.includes(position.key)}
                  change={change}
                />
              ))}
            </tbody>
          );
        })}
      </table>
      {rows.more}
    </>
  );
}
