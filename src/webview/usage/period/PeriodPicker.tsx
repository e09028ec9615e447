import { type Period, periodOf } from '../../../usage/period.ts';
import { t } from '../../words.ts';
import { send } from '../host.ts';
import { timeZone } from '../zone.ts';
import { DatesForm } from './DatesForm.tsx';

interface PeriodPickerProps {
  readonly asked: Period | undefined;
  readonly loading: boolean;
}

/** Which days: a button for the usual ones, two dates for any other. */
export function PeriodPicker({ asked, loading }: PeriodPickerProps) {
  const buttons = [
    ['days7', t('7 days')],
    ['days30', t('30 days')],
    ['thisMonth', t('This month')],
    ['lastMonth', t('Last month')],
  ] as const;
  return (
    <div class="periods">
      <div class="choices" role="group" aria-label={t('Period')}>
        {buttons.map(([choice, name]) => (
          <button
            key={choice}
            type="button"
            aria-pressed={asked?.choice === choice}
            onClick={() =>
              send({
                type: 'load',
                period: periodOf(choice, Date.now(), timeZone),
              })
            }
          >
            {name}
          </button>
        ))}
      </div>
      {asked && <DatesForm asked={asked} />}
      <p class="absent" role="status">
        {loading ? t('Asking CAS Parser…') : ''}
      </p>
    </div>
  );
}
