import type { UsageByDay } from '../../../usage/byDay.ts';
import { t } from '../../words.ts';
import { featureText } from '../featureText.ts';

/** One colour and pattern of the chart. */
export interface Series {
  /** Its place in a day's `parts`. */
  readonly index: number;
  /** Its look: 0 to 3, or `other`. */
  readonly look: string;
  readonly name: string;
}

/** The parts of the bars, from the axis upwards. */
export function seriesOf({ features, others }: UsageByDay): Series[] {
  const named = features.map((feature, index) => ({
    index,
    look: String(index),
    name: featureText(feature),
  }));
  const rest = {
    index: features.length,
    look: 'other',
    name: t('Other features'),
  };
  return others ? [...named, rest] : named;
}

/** The id of a pattern, and of the class with its colour. */
export function lookId(look: string): string {
  return `series-${look}`;
}

export function lookFill(look: string): string {
  return `url(#${lookId(look)})`;
}
