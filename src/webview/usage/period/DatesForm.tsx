import { useEffect, useId, useState } from 'preact/hooks';
import { dayOf } from '../../../usage/calendar.ts';
import { type CustomPeriod, MOST_DAYS, type Period, customPeriod } from '../../../usage/period.ts';
import { t } from '../../words.ts';
import { send } from '../host.ts';
import { timeZone } from '../zone.ts';

/** The first and the last day of the period, to be changed. */
export function DatesForm({ asked }: { readonly asked: Period }) {
  const [first, setFirst] = useState(asked.firstDay);
  const [last, setLast] = useState(asked.lastDay);
  const [refused, setRefused] = useState('');
  const explanation = useId();
  useEffect(() => {
    setFirst(asked.firstDay);
    setLast(asked.lastDay);
    setRefused('');
  }, [asked.firstDay, asked.lastDay]);
  const today = dayOf(Date.now(), timeZone);
  const submit = (event: Event) => {
    event.preventDefault();
    const custom = customPeriod(first, last, Date.now(), timeZone);
    setRefused(custom.ok ? '' : refusal(custom));
    if (custom.ok) send({ type: 'load', period: custom.period });
  };
  const input = (value: string, set: (day: string) => void) => (
    <input
      type="date"
      value={value}
      max={today}
      aria-invalid={refused !== ''}
      aria-describedby={explanation}
      onInput={({ currentTarget }) => set(currentTarget.value)}
    />
  );
  // Our own words explain better what is wrong with two dates than the browser's about one.
  return (
    <form class="dates" noValidate onSubmit={submit}>
      <label>
        {t('From')} {input(first, setFirst)}
      </label>
      <label>
        {t('To')} {input(last, setLast)}
      </label>
      <button type="submit" aria-pressed={asked.choice === 'custom'}>
        {t('Show')}
      </button>
      <p id={explanation} class="refused" role="alert">
        {refused}
      </p>
    </form>
  );
}

function refusal({ reason }: Extract<CustomPeriod, { ok: false }>): string {
  switch (reason) {
    case 'noDay':
      return t('Enter two dates.');
    case 'wrongOrder':
      return t('The first date is later than the last.');
    case 'inFuture':
      return t('The first date is still to come.');
    case 'tooLong':
      return t('Choose {0} days at most.', MOST_DAYS);
  }
}
