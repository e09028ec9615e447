import type { UsageByDay } from '../../../usage/byDay.ts';
import { Section } from '../../pieces/Section.tsx';
import { t } from '../../words.ts';
import { timeZoneName } from '../zone.ts';
import { DayChart } from './DayChart.tsx';
import { DayTable } from './DayTable.tsx';
import { Legend } from './Legend.tsx';

/** Credits by day: a chart, and the same figures as a table. */
export function DaysSection({ usage }: { readonly usage: UsageByDay }) {
  const charged = usage.features.length > 0;
  return (
    <Section title={t('Credits by day')} className="days">
      {charged ? (
        <>
          <DayChart usage={usage} />
          <Legend usage={usage} />
        </>
      ) : (
        <p>{t('None of the listed requests cost anything.')}</p>
      )}
      <p class="note">{t('Days as your clock has them: {0}.', timeZoneName())}</p>
      <details>
        <summary>{t('Figures by day')}</summary>
        <DayTable usage={usage} />
      </details>
    </Section>
  );
}
