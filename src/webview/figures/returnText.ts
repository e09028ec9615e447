import type { AbsoluteReturn, YearlyReturn } from '../../portfolio/returns/return.ts';
import type { DisplayFormatter } from '../../portfolio/displayFormatter.ts';
import { counted, t } from '../words.ts';

/** `12.50 %` of a yearly rate, `2.00 % in 30 days` of what is no year. */
export function returnText(result: AbsoluteReturn | YearlyReturn, shown: DisplayFormatter): string {
  const percent = shown.percent(result.percent, 2);
  return result.kind === 'yearly' ? percent : t('{0} in {1}', percent, daysText(result.days));
}

/** What the figure is: the time of a yearly rate, or the yearly rate that a shorter time would come to. */
export function returnHint(result: AbsoluteReturn | YearlyReturn, shown: DisplayFormatter): string {
  if (result.kind === 'yearly') return t('a year (XIRR), over {0}', daysText(result.days));
  const { yearly } = result;
  return yearly
    ? t('of all that was put in; that is {0} a year (XIRR)', shown.percent(yearly, 2))
    : t('of all that was put in; no yearly rate fits');
}

/** `30 days`. */
export function daysText(days: number): string {
  return counted(days, '1 day', '{0} days');
}
