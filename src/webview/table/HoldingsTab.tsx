import { useMemo } from 'preact/hooks';
import type { Position } from '../../portfolio/positions.ts';
import { sumOf } from '../../portfolio/totals.ts';
import { Decimal } from '../../portfolio/decimal.ts';
import { positionReturn } from '../../portfolio/returns/groupReturn.ts';
import { useReturnsOfSchemes } from '../figures/Returns.ts';
import { FilterBar } from '../filter/FilterBar.tsx';
import type { Filtered } from '../filter/filterPositions.ts';
import { send } from '../host.ts';
import { CopyButton } from '../pieces/CopyButton.tsx';
import { useShown } from '../state/ShownContext.ts';
import { t } from '../words.ts';
import type { ViewState } from '../state/viewState.ts';
import type { ChangeView } from '../state/useViewState.ts';
import { CHOSEN_COLUMNS } from './columns.ts';
import { HoldingTotalsBar } from './HoldingTotalsBar.tsx';
import { holdingsText } from './holdingsText.ts';
import { PositionsTable } from './PositionsTable.tsx';
import { sortPositions } from './sortPositions.ts';

interface HoldingsTabProps {
  readonly all: readonly Position[];
  readonly filtered: Filtered;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly view: ViewState;
  readonly change: ChangeView;
}

/** Everything that is owned: filtered, grouped, sorted. */
export function HoldingsTab({ all, filtered, query, onQuery, view, change }: HoldingsTabProps) {
  const returns = useReturnsOfSchemes();
  const shown = useShown();
  const total = useMemo(() => sumOf(all)?.value ?? Decimal.zero, [all]);
  const sorted = useMemo(
    () =>
      sortPositions(filtered.shown, view.sort, (position) => {
        const result = returns && positionReturn(position, returns);
        return result && 'percent' in result ? result.percent : null;
      }),
    [filtered.shown, view.sort, returns],
  );
  const columns = CHOSEN_COLUMNS.filter((column) => !view.hiddenColumns.includes(column));
  return (
    <>
      <FilterBar
        all={all}
        shownCount={sorted.length}
        closedHidden={filtered.closedHidden}
        query={query}
        onQuery={onQuery}
        view={view}
        change={change}
      >
        <CopyButton
          label={t('Copy')}
          text={() => holdingsText(sorted, { columns, total, returns }, shown)}
        />
        <button
          type="button"
          class="link"
          onClick={() =>
            send({
              type: 'export',
              spec: { what: 'holdings', keys: sorted.map(({ key }) => key) },
            })
          }
        >
          {t('Export')}
        </button>
      </FilterBar>
      {filtered.matching.length < all.length && <HoldingTotalsBar shown={sorted} />}
      <PositionsTable
        shown={sorted}
        matching={filtered.matching}
        all={all}
        total={total}
        view={view}
        change={change}
      />
    </>
  );
}
