import type { ComponentChildren } from 'preact';
import type { Position } from '../../portfolio/positions.ts';
import type { GroupBy, ViewState } from '../state/viewState.ts';
import type { ChangeView } from '../state/useViewState.ts';
import { SortChoice } from '../table/SortChoice.tsx';
import { CHOSEN_COLUMNS, COLUMN_NAMES, WIDE_ONLY } from '../table/columns.ts';
import { counted, t } from '../words.ts';
import { Chips } from './Chips.tsx';

interface FilterBarProps {
  readonly all: readonly Position[];
  readonly shownCount: number;
  readonly closedHidden: number;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly view: ViewState;
  readonly change: ChangeView;
  /** What can be done with what is shown. */
  readonly children: ComponentChildren;
}

const FAMILY_GROUPS: readonly (readonly [GroupBy, string])[] = [
  ['investor', 'Investor'],
  ['origin', 'Statement'],
];

const GROUPS: readonly (readonly [GroupBy, string])[] = [
  ['account', 'Account'],
  ['issuer', 'AMC'],
  ['class', 'Class'],
  ['isin', 'Same ISIN'],
  ['none', 'None'],
];

/** What is shown of the holdings, and how. */
export function FilterBar(props: FilterBarProps) {
  const { all, shownCount, closedHidden, query, onQuery, view, change, children } = props;
  const groups = all.some(({ origin }) => origin) ? [...FAMILY_GROUPS, ...GROUPS] : GROUPS;
  return (
    <div class="bar">
      <input
        type="search"
        class="filter"
        aria-label={t('Filter holdings')}
        placeholder={t('Filter: name, ISIN, folio, AMC')}
        value={query}
        onInput={({ currentTarget }) => onQuery(currentTarget.value)}
      />
      <div class="segments" role="group" aria-label={t('Group by')}>
        {groups.map(([by, name]) => (
          <button
            key={by}
            type="button"
            aria-pressed={view.groupBy === by}
            onClick={() => change({ groupBy: by })}
          >
            {t(name)}
          </button>
        ))}
      </div>
      <Chips all={all} view={view} change={change} />
      <p class="count" role="status">
        {counted(shownCount, '1 holding', '{0} holdings')}
        {shownCount < all.length - closedHidden && <> {t('of {0}', all.length)}</>}
      </p>
      {(closedHidden > 0 || view.showClosed) && (
        <button
          type="button"
          class="link"
          aria-pressed={view.showClosed}
          onClick={() => change({ showClosed: !view.showClosed })}
        >
          {view.showClosed
            ? t('Hide closed')
            : counted(closedHidden, 'Show 1 closed', 'Show {0} closed')}
        </button>
      )}
      <div class="bar-end">
        <SortChoice view={view} change={change} />
        <ColumnChooser view={view} change={change} />
        {children}
      </div>
    </div>
  );
}

function ColumnChooser({ view, change }: Pick<FilterBarProps, 'view' | 'change'>) {
  return (
    <details class="chooser">
      <summary>{t('Columns')}</summary>
      <fieldset>
        <legend class="unseen">{t('Columns')}</legend>
        {CHOSEN_COLUMNS.map((column) => {
          const hidden = view.hiddenColumns.includes(column);
          return (
            <label key={column}>
              <input
                type="checkbox"
                checked={!hidden}
                onChange={() =>
                  change({
                    hiddenColumns: hidden
                      ? view.hiddenColumns.filter((one) => one !== column)
                      : [...view.hiddenColumns, column],
                  })
                }
              />
              {t(COLUMN_NAMES[column])}
              {WIDE_ONLY.includes(column) && (
                <span class="note wide-only">{t('where the page is wide')}</span>
              )}
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}
