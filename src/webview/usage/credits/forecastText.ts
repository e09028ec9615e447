import type { Forecast, Lasting } from '../../../usage/forecast.ts';
import { counted, t } from '../../words.ts';
import { creditsText } from '../amountText.ts';
import { dayText } from '../zone.ts';

/** How long the credits last, in a sentence; nothing where credits are unlimited or not known. */
export function forecastText(forecast: Forecast): string | undefined {
  switch (forecast.kind) {
    case 'notStated':
    case 'unlimited':
      return undefined;
    case 'usedUp':
      return t('The credits are used up.');
    case 'tooFewDays':
      return t('No forecast: fewer than 3 days of use in the last 14 days.');
    case 'lasts':
      return lastsText(forecast);
  }
}

function lastsText({ perDay, until, reset }: Lasting): string {
  const pace = creditsText(perDay);
  if (until === undefined)
    return t('At the present pace, {0} a day, they last for more than a year.', pace);
  const end = dayText(until);
  if (!reset) return t('At the present pace, {0} a day, they last until {1}.', pace, end);
  if (!reset.endsBefore)
    return t('At the present pace, {0} a day, they last beyond the reset.', pace);
  const before = counted(reset.daysBefore, '1 day before the reset', '{0} days before the reset');
  return t(
    'At the present pace, {0} a day, they last until {1}, {2}.',
    pace,
    end,
    reset.daysBefore === 0 ? t('the day of the reset') : before,
  );
}
