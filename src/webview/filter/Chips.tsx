import type { Position } from '../../portfolio/positions.ts';
import type { DimensionFilter, ViewState } from '../state/viewState.ts';
import type { ChangeView } from '../state/useViewState.ts';
import { t } from '../words.ts';
import { DimensionName } from './DimensionName.tsx';
import { DIMENSION_NAMES, dimensionLabel } from './dimensions.ts';

interface ChipsProps {
  readonly all: readonly Position[];
  readonly view: ViewState;
  readonly change: ChangeView;
}

/** The filters that are set, as words that can be taken away. */
export function Chips({ all, view, change }: ChipsProps) {
  const takeAway = (gone: DimensionFilter) =>
    change({ filters: view.filters.filter((filter) => filter !== gone) });
  return view.filters.map((filter) => {
    const position = all.find(({ key }) => key === filter.like);
    if (!position) return null;
    return (
      <button
        key={`${filter.by} ${filter.like}`}
        type="button"
        class="chip"
        title={t('{0}: take this filter away', t(DIMENSION_NAMES[filter.by]))}
        onClick={() => takeAway(filter)}
      >
        <DimensionName label={dimensionLabel(position, filter.by)} />
        <span aria-hidden="true"> ×</span>
        <span class="unseen">{t(', take away')}</span>
      </button>
    );
  });
}
