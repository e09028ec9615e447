import type { UsageByDay } from '../../../usage/byDay.ts';
import { Text } from '../../pieces/Text.tsx';
import { t } from '../../words.ts';
import { lookFill, lookId, seriesOf } from './series.ts';

/** What the patterns of the chart mean, in the order of the bars from the axis upwards. */
export function Legend({ usage }: { readonly usage: UsageByDay }) {
  const notListed = usage.days.some(({ known }) => known !== 'whole');
  return (
    <ul class="legend">
      {seriesOf(usage).map(({ look, name }) => (
        <Entry key={look} look={look} name={name} />
      ))}
      {notListed && <Entry look="not-listed" name={t('Not in the list, or only in part')} />}
    </ul>
  );
}

function Entry({ look, name }: { readonly look: string; readonly name: string }) {
  return (
    <li>
      <svg class={`swatch ${lookId(look)}`} viewBox="0 0 12 12" aria-hidden="true">
        <path d="M0.5 0.5H11.5V11.5H0.5Z" fill={lookFill(look)} stroke="currentColor" />
      </svg>
      <Text>{name}</Text>
    </li>
  );
}
