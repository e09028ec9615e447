import type { ChangeView } from '../state/useViewState.ts';
import type { ViewState } from '../state/viewState.ts';
import { t } from '../words.ts';
import { COLUMN_NAMES, WIDE_ONLY, isText } from './columns.ts';
import type { ColumnName } from './columns.ts';

interface ColumnHeadsProps {
  readonly columns: readonly ColumnName[];
  readonly sort: ViewState['sort'];
  readonly change: ChangeView;
}

/** The heads of the columns; each sorts by its column, and the other way round when it did already. */
export function ColumnHeads({ columns, sort, change }: ColumnHeadsProps) {
  return (
    <thead>
      <tr>
        {(['name', ...columns] as const).map((column) => (
          <ColumnHead key={column} column={column} sort={sort} change={change} />
        ))}
      </tr>
    </thead>
  );
}

function ColumnHead({
  column,
  sort,
  change,
}: Omit<ColumnHeadsProps, 'columns'> & { readonly column: ColumnName }) {
  const sorted = sort.column === column;
  const text = isText(column);
  const descending = sorted ? !sort.descending : !text;
  return (
    <th
      scope="col"
      class={[text ? '' : 'number', WIDE_ONLY.includes(column) ? 'optional' : ''].join(' ').trim()}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" class="sorter" onClick={() => change({ sort: { column, descending } })}>
        {t(COLUMN_NAMES[column])}
        <span class="arrow" aria-hidden="true">
          {sorted ? (sort.descending ? '▾' : '▴') : ''}
        </span>
      </button>
    </th>
  );
}
