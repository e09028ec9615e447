import { useMemo, useState } from 'preact/hooks';
import { allocate } from '../../portfolio/allocation.ts';
import type { Slice } from '../../portfolio/allocation.ts';
import type { Position } from '../../portfolio/positions.ts';
import { DimensionName } from '../filter/DimensionName.tsx';
import {
  DIMENSION_NAMES,
  dimensionKey,
  dimensionLabel,
  dimensionsOf,
} from '../filter/dimensions.ts';
import type { Dimension } from '../filter/dimensions.ts';
import { Percent, Rupees } from '../pieces/Figure.tsx';
import { FigureHead } from '../pieces/FigureCell.tsx';
import { Section } from '../pieces/Section.tsx';
import type { ViewState } from '../state/viewState.ts';
import type { ChangeView } from '../state/useViewState.ts';
import { counted, t } from '../words.ts';
import { Ring } from './Ring.tsx';
import { colourOf } from './colours.ts';

interface AllocationSectionProps {
  readonly all: readonly Position[];
  readonly view: ViewState;
  readonly change: ChangeView;
}

/** As many lines as stand beside the chart without pushing the holdings off the screen. */
const FEW = 6;

/** Where the value is: a ring, and the same figures as a table, each line of which filters the holdings. */
export function AllocationSection({ all, view, change }: AllocationSectionProps) {
  const by = useMemo(() => view.allocateBy ?? firstBy(all), [all, view.allocateBy]);
  const [whole, setWhole] = useState(false);
  const allocation = useMemo(() => allocate(all, (one) => dimensionKey(one, by)), [all, by]);
  const { slices, withoutValue } = allocation;
  if (slices.length === 0) return null;
  // One more takes no more room than the words for it.
  const isShort = slices.length <= FEW + 1;
  const listed = whole || isShort ? slices : slices.slice(0, FEW);
  return (
    <Section title={t('Allocation')} className="allocation-section">
      <By all={all} by={by} change={change} />
      <div class="allocation">
        <Ring slices={slices} />
        <table>
          <thead class="unseen">
            <tr>
              <th scope="col">{t(DIMENSION_NAMES[by])}</th>
              <FigureHead label={t('Value')} />
              <FigureHead label={t('Share')} />
            </tr>
          </thead>
          <tbody>
            {listed.map((slice, index) => (
              <Line
                key={slice.key}
                slice={slice}
                index={index}
                by={by}
                filters={view.filters}
                change={change}
              />
            ))}
            {!isShort && (
              <tr>
                <td colSpan={3}>
                  <button type="button" class="link" onClick={() => setWhole(!whole)}>
                    {whole ? t('Fewer') : t('and {0} more', slices.length - FEW)}
                  </button>
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {by === 'class' && <p class="note">{t('Classes are as the statement lists them.')}</p>}
      {withoutValue > 0 && (
        <p class="note">
          {counted(
            withoutValue,
            '1 holding has no value in this statement and is not counted here',
            '{0} holdings have no value in this statement and are not counted here',
          )}
        </p>
      )}
    </Section>
  );
}

/** The asset class, unless there is but one: then the first of the others that tells more. */
function firstBy(all: readonly Position[]): Dimension {
  const telling = (['class', 'issuer', 'account'] as const).find(
    (by) => allocate(all, (one) => dimensionKey(one, by)).slices.length > 1,
  );
  return telling ?? 'class';
}

interface ByProps {
  readonly all: readonly Position[];
  readonly by: Dimension;
  readonly change: ChangeView;
}

function By({ all, by, change }: ByProps) {
  return (
    <select
      class="by"
      aria-label={t('Allocation by')}
      value={by}
      onChange={({ currentTarget }) => change({ allocateBy: currentTarget.value as Dimension })}
    >
      {dimensionsOf(all).map((dimension) => (
        <option key={dimension} value={dimension}>
          {t(DIMENSION_NAMES[dimension])}
        </option>
      ))}
    </select>
  );
}

interface LineProps {
  readonly slice: Slice;
  readonly index: number;
  readonly by: Dimension;
  readonly filters: ViewState['filters'];
  readonly change: ChangeView;
}

function Line({ slice, index, by, filters, change }: LineProps) {
  const { first, value, percent } = slice;
  const set = filters.find((filter) => filter.by === by && filter.like === first.key);
  const filter = () =>
    change({
      tab: 'holdings',
      filters: set ? filters.filter((one) => one !== set) : [...filters, { by, like: first.key }],
    });
  return (
    <tr>
      <th scope="row">
        <svg class="swatch" viewBox="0 0 8 8" aria-hidden="true">
          <rect class={colourOf(slice, index)} width="8" height="8" rx="2" />
        </svg>
        <button type="button" class="link quiet" aria-pressed={set !== undefined} onClick={filter}>
          <DimensionName label={dimensionLabel(first, by)} />
        </button>
      </th>
      <td class="number">
        <Rupees value={value} />
      </td>
      <td class="number">
        <Percent value={percent} decimals={1} dense />
      </td>
    </tr>
  );
}
