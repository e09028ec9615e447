import { useId } from 'preact/hooks';
import type { ChangeView } from '../state/useViewState.ts';
import type { ViewState } from '../state/viewState.ts';
import { t } from '../words.ts';
import { CHOSEN_COLUMNS, COLUMN_NAMES, isText } from './columns.ts';
import type { ColumnName } from './columns.ts';

interface SortChoiceProps {
  readonly view: ViewState;
  readonly change: ChangeView;
}

/** Sorts where the page is too narrow for the heads of columns, which do it elsewhere. */
export function SortChoice({ view: { sort, hiddenColumns }, change }: SortChoiceProps) {
  const id = useId();
  const columns = CHOSEN_COLUMNS.filter((column) => !hiddenColumns.includes(column));
  const sortBy = (column: ColumnName) => change({ sort: { column, descending: !isText(column) } });
  return (
    <span class="sort-choice">
      <label for={id}>{t('Sort by')}</label>{' '}
      <select
        id={id}
        value={sort.column}
        onChange={({ currentTarget }) => sortBy(currentTarget.value as ColumnName)}
      >
        {(['name', ...columns] as const).map((column) => (
          <option key={column} value={column}>
            {t(COLUMN_NAMES[column])}
          </option>
        ))}
      </select>{' '}
      <button
        type="button"
        class="link"
        title={t('The other way round')}
        onClick={() => change({ sort: { ...sort, descending: !sort.descending } })}
      >
        <span aria-hidden="true">{sort.descending ? '▾' : '▴'}</span>
        <span class="unseen">{t('The other way round')}</span>
      </button>
    </span>
  );
}
